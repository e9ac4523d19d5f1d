using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>Counts as lists of values with their labels.</summary>
internal static class FacetLists
{
    /// <summary>Those whose values have an order of their own; the others go by count.</summary>
    private static readonly Dimension[] InTheirOwnOrder = [Dimension.Side, Dimension.Act, Dimension.Quotation, Dimension.Statistics, Dimension.Disputed];

    /// <param name="columns">The whole collection: a value that a claim in it has stays listed, with a count of zero where the filter leaves none.</param>
    /// <param name="filter">Whose selections are marked.</param>
    /// <param name="counts">By dimension and value.</param>
    public static IReadOnlyList<Facet> Of(ClaimColumns columns, ClaimFilter filter, int[][] counts)
    {
        var present = Present(columns);
        return [.. Enum.GetValues<Dimension>().Select(d => new Facet(Name(d), Values(d, columns.Table(d), ClaimScan.Asked(filter, d), counts[(int)d], present[(int)d])))];
    }

    private static IReadOnlyList<FacetValue> Values(Dimension dimension, ValueTable table, IReadOnlyList<string> asked, int[] counts, bool[] present)
    {
        var selected = asked.ToHashSet(StringComparer.Ordinal);
        var values = table.Values.Index()
            .Where(v => present[v.Index] || selected.Contains(v.Item.Value))
            .Select(v => new FacetValue(v.Item.Value, v.Item.Label, counts[v.Index], selected.Contains(v.Item.Value), v.Item.Side));
        return InTheirOwnOrder.Contains(dimension) ? [.. values] : [.. values.OrderByDescending(v => v.Count)];
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
