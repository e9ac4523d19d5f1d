using System.Text;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Words and what is asked of them as PostgreSQL's full-text search keeps them.</summary>
/// <remarks>
/// Texts are split and folded here and not by a configuration of the server, so that a search finds the same claims as on SQLite, whatever
/// dictionaries and languages the server has. Limits: https://www.postgresql.org/docs/current/textsearch-limitations.html.
/// </remarks>
internal static class SearchVector
{
    /// <summary>Letters of a word that are looked at; a lexeme holds 2,046 bytes.</summary>
    private const int LongestWord = 500;

    /// <summary>Places are counted up to here; words of a longer text are found, but not as phrases.</summary>
    private const int LastPlace = 16_383;

    /// <summary>Places kept of one word.</summary>
    private const int MostPlaces = 255;

    /// <summary>Of the megabyte that a vector holds, so that no text however long is refused.</summary>
    private const int MostBytes = 900_000;

    /// <summary>The words of some texts; no phrase reaches from one text into the next.</summary>
    public static SearchWords Of(params ReadOnlySpan<string?> texts)
    {
        var (places, place, bytes) = (new Dictionary<string, List<int>>(StringComparer.Ordinal), 0, 0);
        foreach (var text in texts)
        {
            foreach (var word in Words(text ?? ""))
            {
                place++;
                if (!places.TryGetValue(word, out var known))
                {
                    if ((bytes += Encoding.UTF8.GetByteCount(word) + sizeof(long)) > MostBytes) break;
                    places[word] = known = [];
                }

                if (place > LastPlace || known.Count == MostPlaces || (bytes += sizeof(short)) > MostBytes) continue;
                known.Add(place);
            }

            place++;
        }

        return new(places);
    }

    /// <summary>A question as <c>tsquery</c> reads it; null where nothing is left of it, which nothing matches.</summary>
    public static string? Query(IReadOnlyList<SearchTerm> terms)
    {
        var parts = terms.Select(Term).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" & ", parts);
    }

    private static string? Term(SearchTerm term)
    {
        var typed = term.Typed.Select(Phrase).OfType<string>().ToList();
        var names = term.Names.Select(Phrase).OfType<string>().ToList();
        if (typed.Count > 0) names.Insert(0, typed.Count == 1 ? typed[0] : $"({string.Join(" & ", typed)})");
        return names.Count == 0 ? null : names.Count == 1 ? names[0] : $"({string.Join(" | ", names)})";
    }

    private static string? Phrase(SearchPhrase phrase)
    {
        var words = phrase.Words.SelectMany(Words).Select(word => $"'{word}'").ToList();
        if (words.Count == 0) return null;
        if (phrase.Beginning) words[^1] += ":*";
        return words.Count == 1 ? words[0] : $"({string.Join(" <-> ", words)})";
    }

    /// <summary>They hold letters and digits alone: there is no quotation mark to escape.</summary>
    private static IEnumerable<string> Words(string text) =>
        SearchText.Words(text).Select(word => SearchText.Fold(word.Length > LongestWord ? word[..LongestWord] : word)).Where(word => word.Length > 0);
}
