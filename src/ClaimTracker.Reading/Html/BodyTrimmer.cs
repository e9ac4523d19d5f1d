using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading.Html;

/// <summary>Drops, block by block, what stands among an article's paragraphs and is no part of it.</summary>
internal sealed class BodyTrimmer(PageTree tree, PageTitle title, ReadingLexicon lexicon)
{
    private readonly string _title = title.Text is null ? "" : TitleFinder.Normalize(title.Text);

    public IReadOnlyList<PageBlock> Trim(IReadOnlyList<PageBlock> blocks)
    {
        var kept = new List<PageBlock>(blocks.Count);
        var first = AfterTitle(blocks);
        var introduced = -1;
        for (var i = first; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (introduced >= 0 && IsListed(block)) continue;
            introduced = -1;
            if (IsFurniture(block))
            {
                // “More stories” and a list below it: the list goes with its heading.
                introduced = i;
                continue;
            }

            if (!IsLinks(block) && !IsCaption(blocks, i)) kept.Add(block);
        }

        TrimHead(kept);
        TrimTail(kept);
        return kept;
    }

    /// <summary>The headline is not part of the body, nor is what stands above it.</summary>
    private int AfterTitle(IReadOnlyList<PageBlock> blocks)
    {
        if (_title.Length == 0) return 0;
        var before = 0;
        for (var i = 0; i < blocks.Count && before < 400; before += blocks[i].Length, i++)
            if (blocks[i].Text.Length < LinePatterns.LongestLine + 100 && TitleFinder.Normalize(blocks[i].Text) == _title) return i + 1;
        return 0;
    }

    private void TrimHead(List<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count && blocks[i].Length < 120;)
        {
            var line = Words(blocks[i]);
            var isStamp = DateStamp.Find(line, lexicon) is { IsWholeLine: true };
            if (isStamp || Byline.Find(line, lexicon) is not null || lexicon.Before.Match(line, lexicon)) blocks.RemoveAt(i);
            else i++;
        }
    }

    private void TrimTail(List<PageBlock> blocks)
    {
        while (blocks.Count > 1 && (IsHeading(blocks[^1]) || lexicon.After.Match(Words(blocks[^1]), lexicon)))
            blocks.RemoveAt(blocks.Count - 1);
    }

    private bool IsFurniture(PageBlock block) =>
        lexicon.Anywhere.Match(Words(block), lexicon)
        || IsCall(block)
        || CaptionLine.Is(block.Text, new TextSpan(0, block.Text.Length), lexicon);

    /// <summary>“Sign up for our newsletter”: a call with a link in it.</summary>
    private bool IsCall(PageBlock block) =>
        block.LinkLength > 0 && block.Length < LongestCall && lexicon.WithLink.Match(Beginning(block, LinePatterns.LongestLine), lexicon);

    /// <summary>An element with a picture and a line below it that is no sentence, and nothing else.</summary>
    private static bool IsCaption(IReadOnlyList<PageBlock> blocks, int index)
    {
        var block = blocks[index];
        if (!block.AfterImage || block.Length > LongestCaption || block.Text[^1] is '.' or '!' or '?' or ':') return false;
        return (index == 0 || blocks[index - 1].Node != block.Node) && (index + 1 == blocks.Count || blocks[index + 1].Node != block.Node);
    }

    private static bool IsLinks(PageBlock block) =>
        block.LinkDensity > 0.66 && !(block.Length >= 80 && block.Text[^1] is '.' or '”' or '"');

    private bool IsListed(PageBlock block) => tree[block.Node].Tag == PageTag.ListItem || block.LinkDensity > 0.5;

    private bool IsHeading(PageBlock block) => tree[block.Node].Tag is PageTag.Heading or PageTag.TopHeading;

    /// <summary>The words of a short block; of a long one enough to see that no pattern fits.</summary>
    private static LineWords Words(PageBlock block) => Beginning(block, LinePatterns.LongestLine + 1);

    private static LineWords Beginning(PageBlock block, int length) =>
        new(block.Text, new TextSpan(0, Math.Min(block.Text.Length, length)));

    private const int LongestCall = 300;
    private const int LongestCaption = 160;
}
