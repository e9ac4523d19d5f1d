using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>Who wrote it: “By Ana Ruiz”, “Author: Ana Ruiz and Ben Oto”, “By AFP | November 25, 2025”.</summary>
internal static class Byline
{
    private const int MostWords = 14;

    /// <summary>The names on a line that is a byline, or null. Without a colon behind the label every name is capitalised.</summary>
    public static TextSpan? Find(LineWords line, ReadingLexicon lexicon)
    {
        var label = lexicon.AuthorLabels.LengthAt(line, 0);
        if (label == 0 || line.Count > MostWords) return null;
        var colon = label < line.Count && line[label] is ":";
        var first = colon ? label + 1 : label;
        var end = first;
        for (; end < line.Count && DateScanner.ReadAt(line, end, lexicon) is null; end++)
            if (!colon && !char.IsUpper(line[end][0]) && !lexicon.DatelineJoiners.Contains(line[end])) return null;
        return end == first ? null : new TextSpan(line.SpanOf(first).Start, line.SpanOf(end - 1).End);
    }
}
