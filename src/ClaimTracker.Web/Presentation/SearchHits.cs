using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Finds in a text the words that a reader searched for, so that they can be marked: the same words as the search itself finds.</summary>
/// <remarks>Case and accents do not count. A word is found whole, <c>word*</c> by its beginning, a phrase as words one after the other.</remarks>
public sealed class SearchHits
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    private readonly IReadOnlyList<SearchPhrase> _phrases;

    private SearchHits(IReadOnlyList<SearchPhrase> phrases) => _phrases = phrases;

    /// <summary>For what a search was read as, other names of whom it names included; null where there is no word in it.</summary>
    public static SearchHits? For(IReadOnlyList<SearchTerm> terms) =>
        terms.Count == 0 ? null : new([.. terms.SelectMany(t => t.Typed.Concat(t.Names))]);

    /// <summary>Where the terms stand, in reading order; <paramref name="offset"/> is where the text begins.</summary>
    public IReadOnlyList<TextSpan> In(string text, int offset)
    {
        var words = WordsOf(text);
        var hits = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            // Names lie within each other: of those that begin at a word the longest is marked, and what it covers is not marked again.
            var longest = _phrases.Where(p => StandsAt(p, text, words, i)).Select(p => p.Words.Count).DefaultIfEmpty().Max();
            if (longest == 0)
                continue;
            hits.Add(new(offset + words[i].Start, offset + words[i + longest - 1].End));
            i += longest - 1;
        }

        return hits;
    }

    private static bool StandsAt(SearchPhrase term, string text, List<TextSpan> words, int at)
    {
        if (at + term.Words.Count > words.Count)
            return false;
        for (var i = 0; i < term.Words.Count; i++)
        {
            var word = words[at + i].In(text);
            var beginning = term.Beginning && i == term.Words.Count - 1;
            if (beginning ? !Compare.IsPrefix(word, term.Words[i], Loosely) : Compare.Compare(word, term.Words[i], Loosely) != 0)
                return false;
        }

        return true;
    }

    private static List<TextSpan> WordsOf(string text)
    {
        var words = new List<TextSpan>();
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsWord(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && IsWord(text[end]))
                end++;
            words.Add(new(start, end));
            start = end;
        }

        return words;
    }

    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
