using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Html;

/// <summary>A page's headline. <c>Block</c> is the index of the block that prints it, -1 where none does.</summary>
internal readonly record struct PageTitle(string? Text, int Block);

/// <summary>Finds the headline: what the page prints as a heading and its metadata says as well, or one of the two.</summary>
internal static class TitleFinder
{
    private const int LongestTitle = 300;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " ~ "];

    public static PageTitle Find(PageTree tree, IReadOnlyList<PageBlock> blocks, PageMetadata metadata)
    {
        var wanted = metadata.Titles.Select(Normalize).Where(title => title.Length > 0).Distinct().ToList();
        var longest = wanted.Count == 0 ? LongestTitle : Math.Min(LongestTitle, wanted.Max(title => title.Length) * 2);
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Text.Length > longest) continue;
            var worth = HeadingWorth(tree, blocks[i]);
            // Without metadata only a heading can be the headline; a better one than the best so far is all that matters.
            if (worth <= bestScore || wanted.Count == 0 && worth < 1) continue;
            var score = worth * (wanted.Count == 0 ? 0.5 : Likeness(wanted, Normalize(blocks[i].Text)));
            if (score > bestScore) (best, bestScore) = (i, score);
        }

        if (bestScore >= 0.5) return new PageTitle(OneLine(blocks[best].Text), best);
        var named = metadata.Titles.Select(title => WithoutOutlet(title, metadata.Outlet));
        return new PageTitle(named.FirstOrDefault(title => title.Length > 0), -1);
    }

    /// <summary>Letters and digits in lower case, single spaces.</summary>
    public static string Normalize(string text) => new LineWords(text, new TextSpan(0, Math.Min(text.Length, 400))).Normalized();

    private static double HeadingWorth(PageTree tree, PageBlock block)
    {
        for (var (node, steps) = (block.Node, 0); node >= 0 && steps < 4; node = tree[node].Parent, steps++)
            if (tree[node].Tag == PageTag.TopHeading) return 1;
            else if (tree[node].Tag == PageTag.Heading) return 0.8;
        return 0.55;
    }

    /// <summary>1 where both say the same; the share of words where one is part of the other, as with an outlet's name behind.</summary>
    private static double Likeness(List<string> titles, string block)
    {
        var most = 0.0;
        if (block.Length == 0) return most;
        foreach (var title in titles)
        {
            if (title == block) return 1;
            var (longer, shorter) = title.Length > block.Length ? (title, block) : (block, title);
            if (shorter.Contains(' ', StringComparison.Ordinal) && HasWords(longer, shorter))
                most = Math.Max(most, 0.6 + 0.4 * shorter.Length / longer.Length);
        }

        return most;
    }

    /// <summary>Whether one normalised text holds another, from word to word.</summary>
    private static bool HasWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if ((at == 0 || text[at - 1] == ' ') && (at + words.Length == text.Length || text[at + words.Length] == ' ')) return true;
        return false;
    }

    private static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var behind = title[(at + separator.Length)..].Trim();
            var isOutlet = string.Equals(behind, outlet, StringComparison.OrdinalIgnoreCase);
            if (isOutlet || IsNameBehind(title[..at], behind)) return title[..at].Trim();
        }

        return title;
    }

    /// <summary>A few words behind at least as many: a headline and an outlet’s name.</summary>
    private static bool IsNameBehind(string headline, string name) =>
        name.Split(' ').Length is var words and <= 4 && headline.Split(' ').Length >= Math.Max(3, words);

    private static string OneLine(string text) => text.Replace('\n', ' ');
}
