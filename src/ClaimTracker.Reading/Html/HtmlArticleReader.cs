using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Decoding;
using ClaimTracker.Reading.Lexicon;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading.Html;

/// <summary>A page to <see cref="Article"/>: the headline, then the body's paragraphs, each after an empty line.</summary>
internal static class HtmlArticleReader
{
    private const string ParagraphBreak = "\n\n";
    private const string CellBreak = "\t";

    public static ReadOutcome Read(string fileName, string hash, ReadOnlyMemory<byte> bytes, CatalogueEntry? known)
    {
        var lexicon = ReadingLexicon.Shipped;
        using var document = PageParser.Parse(HtmlDecoder.Decode(bytes.Span, lexicon));
        if (document.Body is not { } root) return new ReadOutcome.Rejected("Expected an article, found a page without a body.");

        var metadata = PageMetadata.Read(document, lexicon);
        var tree = PageTree.Of(root);
        var blocks = BlockCollector.Collect(tree);
        var title = TitleFinder.Find(tree, blocks, metadata);
        var body = BodyFinder.Find(tree, blocks, title, lexicon);
        if (body.Count == 0) return new ReadOutcome.Rejected("Expected an article, found a page without running text.");

        var surroundings = TitleSurroundings.Read(tree, blocks, title, lexicon);
        var (text, start) = Assemble(tree, title.Text, body);
        var dateline = Dateline.Find(text, new TextSpan(start, start + body[0].Text.Length), lexicon);
        var article = new Article
        {
            FileName = fileName,
            ContentHash = hash,
            Text = text,
            FromHtml = true,
            Title = title.Text,
            TitleSpan = title.Text is null ? null : new TextSpan(0, title.Text.Length),
            Dateline = dateline?.Place,
            DatelineSpan = dateline?.Span,
            Body = new TextSpan(start, text.Length),
            Modified = metadata.Modified ?? surroundings.Modified,
            Source = Sources.Of(metadata.Outlet, known),
            Author = metadata.Author ?? surroundings.Author,
            Language = metadata.Language ?? "en",
            Url = metadata.Url ?? known?.Url,
        };
        // A day printed beside the headline can be today's, or that of an update: only where the metadata is silent it counts.
        var beside = metadata.Published.Date is null ? surroundings.Published : null;
        PublishedDate?[] dates = [PublishedDates.Stated(dateline?.Day, text), metadata.Published, beside, known?.Published];
        return new ReadOutcome.Read(article with { Published = PublishedDates.Decide(dates, article, dateline, lexicon) });
    }

    private static (string Text, int BodyStart) Assemble(PageTree tree, string? title, IReadOnlyList<PageBlock> body)
    {
        var text = new StringBuilder();
        if (title is not null) text.Append(title).Append(ParagraphBreak);
        var start = text.Length;
        for (var i = 0; i < body.Count; i++)
        {
            if (i > 0) text.Append(AreInOneRow(tree, body[i - 1], body[i]) ? CellBreak : ParagraphBreak);
            text.Append(body[i].Text);
        }

        return (text.ToString(), start);
    }

    private static bool AreInOneRow(PageTree tree, PageBlock a, PageBlock b) =>
        tree[a.Node].Tag == PageTag.TableCell && tree[b.Node].Tag == PageTag.TableCell && tree[a.Node].Parent == tree[b.Node].Parent;
}
