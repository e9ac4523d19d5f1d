using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;

namespace ClaimTracker.Web.Presentation;

/// <summary>What was typed to find values of facets, and what it found.</summary>
/// <param name="Typed">By facet; only those in which something was typed.</param>
/// <param name="Found">Likewise.</param>
public sealed record FacetSearch(IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, Facet> Found)
{
    /// <summary>Typed in place of a name, it asks for all values.</summary>
    public const string Whole = "*";

    private const int MostFound = 30;
    private const int MostListed = 1_000;
    private const int LongestTyped = 100;

    public static FacetSearch None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, Facet>());

    /// <summary>Among all values that claims of the collection have.</summary>
    public static async Task<FacetSearch> OfAsync(IQueryCollection query, ClaimFilter filter, IReadOnlyList<Facet> facets, IClaimQueries queries, CancellationToken stop)
    {
        var (typed, found) = (TypedIn(query, facets), new Dictionary<string, Facet>());
        foreach (var (facet, text) in typed)
            found[facet] = await queries.FacetValuesAsync(filter, facet, text == Whole ? "" : text, MostOf(text), stop);
        return new(typed, found);
    }

    /// <summary>Among the values that are at hand, by their other names too.</summary>
    public static FacetSearch Of(IQueryCollection query, IReadOnlyList<Facet> facets, Labels labels)
    {
        var typed = TypedIn(query, facets);
        return new(typed, facets.Where(f => typed.ContainsKey(f.Name)).ToDictionary(f => f.Name, f => Within(f, typed[f.Name], labels)));
    }

    private static Facet Within(Facet facet, string typed, Labels labels)
    {
        var beginnings = Words(typed);
        var meant = facet.Values.Where(v => v.Aliases.Append(labels.Value(facet.Name, v)).SelectMany(Words).ToList() is var words && beginnings.All(b => words.Exists(w => w.StartsWith(b, StringComparison.Ordinal)))).ToList();
        return new(facet.Name, [.. meant.Take(MostOf(typed))]) { More = Math.Max(0, meant.Count - MostOf(typed)) };
    }

    private static int MostOf(string typed) => typed == Whole ? MostListed : MostFound;

    private static List<string> Words(string text) => [.. SearchText.Words(text).Select(SearchText.Fold)];

    private static Dictionary<string, string> TypedIn(IQueryCollection query, IReadOnlyList<Facet> facets) => facets
        .Select(f => (f.Name, Text: query[Parameters.Find(f.Name)].FirstOrDefault()?.Trim() ?? ""))
        .Where(t => t.Text.Length is > 0 and <= LongestTyped).ToDictionary(t => t.Name, t => t.Text);
}
