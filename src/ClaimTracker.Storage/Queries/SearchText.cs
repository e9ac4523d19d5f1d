using System.Globalization;
using System.Text;

namespace ClaimTracker.Storage.Queries;

/// <summary>What a person typed into a search box, as terms that any full-text search can look for.</summary>
/// <remarks>
/// Words are AND, “a phrase” stands in quotation marks (straight or curly), <c>word*</c> asks for a beginning. Nothing else has a
/// meaning: brackets, <c>NOT</c>, <c>NEAR</c>, colons are letters and marks like others. A word with marks inside, <c>cross-border</c>, is a phrase.
/// </remarks>
public static class SearchText
{
    private const string QuotationMarks = "\"“”„«»";

    /// <summary>One piece of what was typed. Quoted words are meant as they stand; others may name someone who has other names too.</summary>
    internal readonly record struct Piece(SearchPhrase Phrase, bool Quoted);

    /// <summary>The typed words as terms, each once, without other names; empty where there is no word in the text, which nothing matches.</summary>
    public static IReadOnlyList<SearchTerm> Parse(string text) =>
        [.. Pieces(text).Select(p => p.Phrase).DistinctBy(p => (Fold(string.Join(' ', p.Words)), p.Beginning)).Select(p => new SearchTerm([p]))];

    /// <summary>Letters as the index compares them: lower case, without accents.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }

    /// <summary>The words of a text as the index splits them: letters, digits and the marks on them. What is no word to it parts words, lone surrogates and controls with it.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWord(Rune.GetUnicodeCategory(rune)) && rune != Rune.ReplacementChar)
            {
                word.Append(rune);
                continue;
            }

            Close();
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>In the order in which they were typed.</summary>
    internal static List<Piece> Pieces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<Piece>();
        var parts = text.Split(QuotationMarks.ToCharArray());
        for (var i = 0; i < parts.Length; i++)
        {
            // Every second part stands between marks; after the last mark, when one is missing, there is nothing to close and words are words.
            var quoted = i % 2 == 1 && i < parts.Length - 1;
            foreach (var part in quoted ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var phrase = new SearchPhrase(Words(part), part.TrimEnd().EndsWith('*'));
                if (phrase.Words.Count > 0) pieces.Add(new(phrase, quoted));
            }
        }

        return pieces;
    }

    /// <summary>The tokenizer's letters and numbers, and the marks that it joins to a letter.</summary>
    private static bool IsWord(UnicodeCategory category) => category
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
