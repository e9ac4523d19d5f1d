using System.Text.Json;

namespace ClaimTracker.Storage.Columns;

/// <summary>How values that are no ids are named in addresses, and labelled.</summary>
internal static class FacetNames
{
    private const string Yes = "true";
    private const string No = "false";

    /// <summary><c>calls_for</c> for <c>CallsFor</c>, as the command line prints it.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static IReadOnlyList<string> Of(bool? asked) => asked is { } value ? [value ? Yes : No] : [];

    public static ValueTable Enumerated<T>() where T : struct, Enum =>
        Single(Enum.GetValues<T>().Select(v => new DimensionValue(Of(v), Of(v).Replace('_', ' '))));

    /// <summary>Code 0 for no, 1 for yes.</summary>
    public static ValueTable YesOrNo(string no, string yes) => Single([new(No, no), new(Yes, yes)]);

    /// <summary>A table of a dimension in which each claim has one value: codes are the values' indexes.</summary>
    public static ValueTable Single(IEnumerable<DimensionValue> values)
    {
        var table = new ValueTable([.. values]);
        for (var i = 0; i < table.Values.Count; i++) table.Code(i);
        return table;
    }
}
