using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Decoding;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>Plain text to <see cref="Article"/>. The text stays as it was decoded.</summary>
internal static class PlainTextReader
{
    public static ReadOutcome Read(string fileName, string hash, ReadOnlySpan<byte> bytes, CatalogueEntry? known)
    {
        var (text, refusal) = PlainTextDecoder.Decode(bytes);
        if (text is null) return new ReadOutcome.Rejected(refusal!);

        var lexicon = ReadingLexicon.Shipped;
        var layout = PlainTextLayout.Of(text, lexicon);
        var article = new Article
        {
            FileName = fileName,
            ContentHash = hash,
            Text = text,
            Title = layout.Title?.In(text).ToString(),
            TitleSpan = layout.Title,
            Dateline = layout.Dateline?.Place,
            DatelineSpan = layout.Dateline?.Span,
            Body = layout.Body,
            Boilerplate = layout.Boilerplate,
            Modified = layout.Modified?.Full,
            Source = Sources.Of(layout.Outlet, known),
            Author = layout.Author,
            Url = known?.Url,
        };
        PublishedDate?[] dates = [PublishedDates.Stated(layout.Published, text), known?.Published];
        return new ReadOutcome.Read(article with { Published = PublishedDates.Decide(dates, article, layout.Dateline, lexicon) });
    }
}
