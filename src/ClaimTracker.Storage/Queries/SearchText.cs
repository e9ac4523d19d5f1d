using System.Globalization;
using System.Text;

namespace ClaimTracker.Storage.Queries;

/// <summary>What a person typed into a search box, as a query that full-text search always accepts.</summary>
/// <remarks>
/// Words are AND, “a phrase” stands in quotation marks (straight or curly), <c>word*</c> asks for a beginning. Nothing else has a
/// meaning: brackets, <c>NOT</c>, <c>NEAR</c>, colons are letters and marks like others. A word with marks inside, <c>cross-border</c>, is a phrase.
/// </remarks>
public static class SearchText
{
    private const string QuotationMarks = "\"“”„«»";

    /// <summary>As FTS5 reads it; null where there is no word in it, which nothing matches.</summary>
    public static string? ToFts5(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = Terms(text).ToList();
        return terms.Count == 0 ? null : string.Join(' ', terms);
    }

    private static IEnumerable<string> Terms(string text)
    {
        var pieces = text.Split(QuotationMarks.ToCharArray());
        for (var i = 0; i < pieces.Length; i++)
        {
            // Every second piece stands between marks; after the last mark, when one is missing, there is nothing to close and words are words.
            var quoted = i % 2 == 1 && i < pieces.Length - 1;
            var terms = quoted ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var term in terms)
                if (Term(term) is { } found) yield return found;
        }
    }

    private static string? Term(string term)
    {
        var words = Words(term);
        if (words.Length == 0) return null;
        return term.TrimEnd().EndsWith('*') ? $"\"{words}\"*" : $"\"{words}\"";
    }

    /// <summary>The letters and digits as the index splits them; what is no word to it becomes a space, lone surrogates and controls with it.</summary>
    private static string Words(string term)
    {
        var words = new StringBuilder(term.Length);
        foreach (var rune in term.EnumerateRunes())
        {
            if (IsWord(Rune.GetUnicodeCategory(rune)) && rune != Rune.ReplacementChar) words.Append(rune);
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>The tokenizer's letters and numbers, and the marks that it joins to a letter.</summary>
    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
