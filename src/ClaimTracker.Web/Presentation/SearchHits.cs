using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>Finds in a text the words that a reader searched for, so that they can be marked: the same words as the search itself finds.</summary>
/// <remarks>Case and accents do not count. A word is found whole, <c>word*</c> by its beginning, a phrase as words one after the other.</remarks>
public sealed class SearchHits
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    private readonly IReadOnlyList<Term> _terms;

    private SearchHits(IReadOnlyList<Term> terms) => _terms = terms;

    private sealed record Term(IReadOnlyList<string> Words, bool Beginning);

    /// <summary>The terms of a search; null where there is no word in it.</summary>
    public static SearchHits? For(string? search)
    {
        if (search is null)
            return null;
        var pieces = search.Split('"', '“', '”');
        var terms = new List<Term>();
        for (var i = 0; i < pieces.Length; i++)
        {
            var isPhrase = i % 2 == 1 && i < pieces.Length - 1;
            terms.AddRange((isPhrase ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(ReadTerm));
        }

        terms.RemoveAll(t => t.Words.Count == 0);
        return terms.Count == 0 ? null : new SearchHits(terms);
    }

    /// <summary>Where the terms stand, in reading order; <paramref name="offset"/> is where the text begins.</summary>
    public IReadOnlyList<TextSpan> In(string text, int offset)
    {
        var words = WordsOf(text);
        var hits = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var term in _terms)
            {
                if (StandsAt(term, text, words, i))
                    hits.Add(new(offset + words[i].Start, offset + words[i + term.Words.Count - 1].End));
            }
        }

        return hits;
    }

    private static Term ReadTerm(string text) => new([.. WordsOf(text).Select(w => w.In(text).ToString())], text.TrimEnd().EndsWith('*'));

    private static bool StandsAt(Term term, string text, List<TextSpan> words, int at)
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
