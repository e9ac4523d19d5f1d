using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>Counts as lists of values with their labels.</summary>
internal static class FacetLists
{
    /// <summary>Those whose values have an order of their own; the others go by count.</summary>
    private static readonly Dimension[] InTheirOwnOrder = [Dimension.Side, Dimension.Act, Dimension.Quotation, Dimension.Statistics, Dimension.Disputed];

    /// <param name="snapshot">The whole collection: a value that a claim in it has stays listed, with a count of zero where the filter leaves none.</param>
    /// <param name="filter">Whose selections are marked.</param>
    /// <param name="counts">By dimension and value.</param>
    public static IReadOnlyList<Facet> Of(CollectionSnapshot snapshot, ClaimFilter filter, int[][] counts)
    {
        var present = Present(snapshot.Columns);
        return [.. Enum.GetValues<Dimension>().Select(d => Of(snapshot, d, filter, counts[(int)d], present[(int)d], _ => true, Facet.MostValues))];
    }

    /// <summary>One facet, of the values that have the typed words in one of their names.</summary>
    public static Facet Of(CollectionSnapshot snapshot, Dimension dimension, ClaimFilter filter, int[][] counts, string typed, int most)
    {
        var beginnings = SearchText.Words(SearchText.Fold(typed));
        return Of(snapshot, dimension, filter, counts[(int)dimension], Present(snapshot.Columns)[(int)dimension], IsMeant, most);

        bool IsMeant(FacetValue value)
        {
            var words = value.Aliases.Append(value.Label).SelectMany(SearchText.Words).Select(SearchText.Fold).ToList();
            return beginnings.All(b => words.Any(w => w.StartsWith(b, StringComparison.Ordinal)));
        }
    }

    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static Dimension Named(string facet) => Enum.GetValues<Dimension>().Where(d => Name(d) == facet).Cast<Dimension?>().SingleOrDefault()
        ?? throw new ArgumentException($"Expected one of {string.Join(", ", Enum.GetValues<Dimension>().Select(Name))}, found '{facet}'.", nameof(facet));

    private static Facet Of(
        CollectionSnapshot snapshot, Dimension dimension, ClaimFilter filter, int[] counts, bool[] present, Func<FacetValue, bool> wanted, int most)
    {
        var selected = ClaimScan.Asked(filter, dimension).ToHashSet(StringComparer.Ordinal);
        var values = snapshot.Columns.Table(dimension).Values.Index()
            .Where(v => present[v.Index] || selected.Contains(v.Item.Value))
            .Select(v => new FacetValue(v.Item.Value, v.Item.Label, counts[v.Index], selected.Contains(v.Item.Value), v.Item.Side)
            {
                Aliases = dimension == Dimension.Actor ? snapshot.Aliases.Of(v.Item.Value) : [],
            })
            .Where(wanted);
        List<FacetValue> inOrder = InTheirOwnOrder.Contains(dimension) ? [.. values] : [.. values.OrderByDescending(v => v.Count)];
        List<FacetValue> listed = [.. inOrder.Where((v, place) => place < most || v.Selected)];
        return new(Name(dimension), listed) { More = inOrder.Count - listed.Count };
    }

    /// <summary>By dimension and value whether any claim has it. The tables themselves tell: codes are made for claims.</summary>
    private static bool[][] Present(ClaimColumns columns) => [.. columns.Tables.Select((table, d) =>
    {
        var used = new bool[table.CodeCount];
        foreach (var code in columns.Codes[d]) used[code] = true;
        var present = new bool[table.Values.Count];
        for (var code = 0; code < used.Length; code++)
            if (used[code])
                foreach (var value in table.Counted(code)) present[value] = true;
        return present;
    })];

    private static string Name(Dimension dimension) => FacetNames.Of(dimension);
}
