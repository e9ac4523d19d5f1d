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

    public static ReadOutcome Read(string fileName, string hash, ReadOnlyMemory<byte> bytes, CatalogueEntry? known)
    {
        var lexicon = ReadingLexicon.Shipped;
        using var document = PageParser.Parse(HtmlDecoder.Decode(bytes.Span, lexicon));
        if (document.Body is not { } root) return new ReadOutcome.Rejected("Expected an article, found a page without a body.");

        var metadata = PageMetadata.Read(document, lexicon);
        var tree = PageTree.Of(root);
        var blocks = BlockCollector.Collect(tree);
        var headline = TitleFinder.Find(tree, blocks, metadata);
        var body = BodyFinder.Find(tree, blocks, headline, lexicon);
        if (body.Count == 0) return new ReadOutcome.Rejected("Expected an article, found a page without running text.");

        var title = headline.Text;
        var text = new StringBuilder();
        if (title is not null) text.Append(title).Append(ParagraphBreak);
        var start = text.Length;
        text.AppendJoin(ParagraphBreak, body.Select(block => block.Text));
        var all = text.ToString();
        var dateline = Dateline.Find(all, new TextSpan(start, start + body[0].Text.Length), lexicon);
        return new ReadOutcome.Read(new Article
        {
            FileName = fileName,
            ContentHash = hash,
            Text = all,
            FromHtml = true,
            Title = title,
            TitleSpan = title is null ? null : new TextSpan(0, title.Length),
            Dateline = dateline?.Place,
            Body = new TextSpan(start, all.Length),
            Published = PublishedDates.Firmest(metadata.Published, known?.Published),
            Modified = metadata.Modified,
            Source = Sources.Of(metadata.Outlet, known),
            Author = metadata.Author,
            Language = metadata.Language ?? "en",
            Url = metadata.Url ?? known?.Url,
        });
    }

}
