using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>Finds in a text the words that a reader searched for, so that they can be marked.</summary>
/// <remarks>Case and accents do not count. A word is found where a word begins with it, as inflected forms are found too.</remarks>
public sealed class SearchHits
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    private readonly IReadOnlyList<string> _terms;

    private SearchHits(IReadOnlyList<string> terms) => _terms = terms;

    /// <summary>The terms of a search: “phrases” in quotation marks as they stand, every other word for itself.</summary>
    public static SearchHits? For(string? search)
    {
        if (search is null)
            return null;
        var terms = new List<string>();
        var pieces = search.Replace('“', '"').Replace('”', '"').Split('"');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 1)
                terms.Add(pieces[i].Trim());
            else
                terms.AddRange(pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('*')));
        }

        terms.RemoveAll(t => !t.Any(char.IsLetterOrDigit));
        return terms.Count == 0 ? null : new SearchHits(terms);
    }

    /// <summary>Where the terms stand, in reading order; <paramref name="offset"/> is where the text begins.</summary>
    public IReadOnlyList<TextSpan> In(ReadOnlySpan<char> text, int offset)
    {
        var hits = new List<TextSpan>();
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        foreach (var term in _terms)
        {
            for (var at = 0; at < text.Length;)
            {
                var found = compare.IndexOf(text[at..], term, Loosely, out var length);
                if (found < 0 || length == 0)
                    break;
                var start = at + found;
                if (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                    hits.Add(new TextSpan(offset + start, offset + WordEnd(text, start + length)));
                at = start + length;
            }
        }

        hits.Sort();
        return hits;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return end;
    }
}
