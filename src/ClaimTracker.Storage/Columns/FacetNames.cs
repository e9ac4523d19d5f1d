using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>How values that are no ids are named in addresses, and labelled.</summary>
internal static class FacetNames
{
    private const string Yes = "true";
    private const string No = "false";

    private static readonly DimensionValue[] Acts = Enumerated<ClaimAct>();
    private static readonly DimensionValue[] Quotations = Enumerated<QuotationKind>();
    private static readonly DimensionValue[] Statistics = [new(No, "without figures"), new(Yes, "with figures")];
    private static readonly DimensionValue[] Disputed = [new(No, "not contested"), new(Yes, "contested")];

    /// <summary><c>calls_for</c> for <c>CallsFor</c>, as the command line prints it.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <exception cref="ArgumentException">There is no such facet.</exception>
    public static Dimension Named(string facet) => Enum.GetValues<Dimension>().Where(d => Of(d) == facet).Cast<Dimension?>().SingleOrDefault()
        ?? throw new ArgumentException($"Expected one of {string.Join(", ", Enum.GetValues<Dimension>().Select(d => Of(d)))}, found '{facet}'.", nameof(facet));

    /// <summary>Values of a dimension that are the same in every collection, in the order of <see cref="ClaimForm.Value"/>.</summary>
    public static IReadOnlyList<DimensionValue> Values(Dimension dimension) => dimension switch
    {
        Dimension.Act => Acts,
        Dimension.Quotation => Quotations,
        Dimension.Statistics => Statistics,
        Dimension.Disputed => Disputed,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    /// <summary>The values that a filter asks of a dimension, as its addresses name them.</summary>
    public static IReadOnlyList<string> Asked(ClaimFilter filter, Dimension dimension) => dimension switch
    {
        Dimension.Side => filter.Sides,
        Dimension.Actor => filter.Actors,
        Dimension.Source => filter.Sources,
        Dimension.Topic => filter.Topics,
        Dimension.Place => filter.Places,
        Dimension.Act => [.. filter.Acts.Select(a => Of(a))],
        Dimension.Quotation => [.. filter.Quotations.Select(q => Of(q))],
        Dimension.Article => filter.Articles,
        Dimension.Statistics => Of(filter.WithStatistics),
        Dimension.Disputed => Of(filter.Disputed),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
    };

    /// <summary>A table of a dimension in which each claim has one value: codes are the values' indexes.</summary>
    public static ValueTable Single(IEnumerable<DimensionValue> values)
    {
        var table = new ValueTable([.. values]);
        for (var i = 0; i < table.Values.Count; i++) table.Code([i]);
        return table;
    }

    private static IReadOnlyList<string> Of(bool? asked) => asked is { } value ? [value ? Yes : No] : [];

    private static DimensionValue[] Enumerated<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new DimensionValue(Of(v), Of(v).Replace('_', ' ')))];
}
