using System.Globalization;
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
        var stated = layout.Published is { Full: { } day } printed
            ? new PublishedDate(day, DateBasis.Stated, StatedEvidence(printed.Words.In(text)), day, day)
            : PublishedDate.Unknown;
        return new ReadOutcome.Read(new Article
        {
            FileName = fileName,
            ContentHash = hash,
            Text = text,
            Title = layout.Title?.In(text).ToString(),
            TitleSpan = layout.Title,
            Dateline = layout.Dateline?.Place,
            Body = layout.Body,
            Boilerplate = layout.Boilerplate,
            Published = PublishedDates.Firmest(stated, known?.Published),
            Modified = layout.Modified?.Full,
            Source = Sources.Of(layout.Outlet, known),
            Author = layout.Author,
            Url = known?.Url,
        });
    }

    private static string StatedEvidence(ReadOnlySpan<char> words) =>
        string.Create(CultureInfo.InvariantCulture, $"The article prints “{words}”.");
}
