using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Exports;

/// <summary>Claims that leave together: so many are in memory at a time.</summary>
/// <param name="Column">Where they stand in a comparison; null outside of one.</param>
/// <param name="Claims">In their order.</param>
internal sealed record ExportPage(ExportColumn? Column, IReadOnlyList<ClaimRow> Claims);

/// <summary>The column of a comparison.</summary>
internal enum ExportColumn
{
    Left,
    Right,
    Below,
}
