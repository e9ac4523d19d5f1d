using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>A printed publication date: “date 2026-03-05”, “Published November 25, 2025 10:30 am”, or a date alone on its line.</summary>
/// <param name="Date">The date; its year can be missing.</param>
/// <param name="IsModified">Whether it says when the text was changed.</param>
/// <param name="Words">The stamp with its marker.</param>
/// <param name="IsWholeLine">Whether nothing else stands on the line.</param>
/// <param name="IsMarked">Whether a word such as “published” says what it is.</param>
internal sealed record DateStamp(PrintedDate Date, bool IsModified, TextSpan Words, bool IsWholeLine, bool IsMarked = false)
{
    /// <summary>The stamp that begins a line, or null. A date without a marker counts only where the line says nothing else.</summary>
    public static DateStamp? Find(LineWords line, ReadingLexicon lexicon)
    {
        var published = lexicon.PublishedMarkers.LengthAt(line, 0);
        var modified = lexicon.ModifiedMarkers.LengthAt(line, 0);
        var at = Math.Max(published, modified);
        if (at > 0 && at < line.Count && line[at] is ":") at++;
        if (DateScanner.ReadAt(line, at, lexicon) is not { Day: not null } date) return null;

        var end = DateScanner.EndOfStamp(line, at, lexicon);
        var whole = end == line.Count;
        if (at == 0 && !whole) return null;
        return new DateStamp(date, modified > published, new TextSpan(line.Line.Start, line.SpanOf(end - 1).End), whole, at > 0);
    }
}
