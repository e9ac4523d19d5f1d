using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Finds the sentences around a claim: from the one in which its speaker, cue or content begins to the one in which the last of them ends.</summary>
/// <remarks>
/// Where a full stop could belong to an abbreviation it ends nothing: a sentence too many shows the reader more, half a sentence misleads.
/// </remarks>
internal static class Passages
{
    /// <summary>Up to this many letters, a capitalised word before a full stop can be an abbreviation: “Lt.”, “Gen.”, “Nov.”, “Capt.”.</summary>
    private const int LongestAbbreviation = 4;

    /// <summary>How far to either side a sentence is followed. Text without any full stop must not be copied whole with each of its claims.</summary>
    private const int FurthestBound = 1_000;

    /// <summary>One passage for each claim, in the same order.</summary>
    public static IReadOnlyList<TextSpan> Of(ArticleAnalysis analysis)
    {
        var paragraphs = ArticleText.Paragraphs(analysis.Article);
        return [.. analysis.Claims.Select(c => Around(analysis.Article.Text, paragraphs, Hull(c)))];
    }

    private static TextSpan Hull(Claim claim)
    {
        var (start, end) = (claim.Content[0].Start, claim.Content[^1].End);
        foreach (var part in (TextSpan?[])[claim.Speaker.Span, claim.Cue?.Span])
            if (part is { } span) (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        return new(start, end);
    }

    private static TextSpan Around(string text, IReadOnlyList<TextSpan> paragraphs, TextSpan hull)
    {
        var (start, end) = (hull.Start, hull.End);
        if (Holding(paragraphs, hull.Start) is { } first) start = Math.Min(start, SentenceStart(text, first, hull.Start));
        if (Holding(paragraphs, hull.End - 1) is { } last) end = Math.Max(end, SentenceEnd(text, last, hull.End));
        return new(start, end);
    }

    private static TextSpan? Holding(IReadOnlyList<TextSpan> paragraphs, int offset)
    {
        foreach (var paragraph in paragraphs)
            if (paragraph.Contains(offset)) return paragraph;
        return null;
    }

    private static int SentenceStart(string text, TextSpan paragraph, int before)
    {
        var limit = Math.Max(paragraph.Start, before - FurthestBound);
        for (var next = before; next > limit; next--)
            if (Begins(text, next, paragraph)) return next;
        while (limit > paragraph.Start && limit < before && !char.IsWhiteSpace(text[limit - 1])) limit++;
        return limit;
    }

    private static int SentenceEnd(string text, TextSpan paragraph, int after)
    {
        var limit = Math.Min(paragraph.End, after + FurthestBound);
        for (var next = after; next < limit; next++)
        {
            if (!Begins(text, next, paragraph)) continue;
            var end = next;
            while (char.IsWhiteSpace(text[end - 1])) end--;
            return Math.Max(end, after);
        }

        while (limit < paragraph.End && limit > after && !char.IsWhiteSpace(text[limit])) limit--;
        return limit;
    }

    /// <summary>Whether a sentence begins at an offset: a capital, digit or opening mark, after white space, after an end of a sentence.</summary>
    private static bool Begins(string text, int at, TextSpan paragraph)
    {
        if (at <= paragraph.Start + 1 || !char.IsWhiteSpace(text[at - 1]) || !CanBegin(text[at])) return false;
        var mark = at - 1;
        while (mark > paragraph.Start && (char.IsWhiteSpace(text[mark]) || IsClosing(text[mark]))) mark--;
        return text[mark] is '!' or '?' or '…' || (text[mark] == '.' && !CanBeAbbreviation(text, mark, paragraph.Start));
    }

    private static bool CanBegin(char letter) => char.IsUpper(letter) || char.IsDigit(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OpenPunctuation || letter is '"' or '\'';

    private static bool IsClosing(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.ClosePunctuation || letter is '"' or '\'';

    private static bool CanBeAbbreviation(string text, int stop, int from)
    {
        var start = stop;
        while (start > from && char.IsLetter(text[start - 1])) start--;
        var word = text.AsSpan(start, stop - start);
        return word.Length == 1 || (word.Length is > 1 and <= LongestAbbreviation && char.IsUpper(word[0])) || (start > from && text[start - 1] == '.');
    }
}
