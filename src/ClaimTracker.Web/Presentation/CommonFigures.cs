using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>One thing that both columns of a comparison put into figures.</summary>
/// <param name="Measure">The measure's id; null for figures of none.</param>
/// <param name="Unit">What a one is, or null.</param>
/// <param name="Whose">Whose the counted are, by id; null where nothing tells.</param>
/// <param name="Figures">Left ones first.</param>
public sealed record CommonFigures(string? Measure, string? Unit, string? Whose, IReadOnlyList<StatisticRow> Figures)
{
    /// <summary>What both columns have figures for, that with most figures first.</summary>
    /// <remarks>Same measure and group only: whether days and places agree is in the table, and nothing is added up.</remarks>
    public static IReadOnlyList<CommonFigures> Of(IEnumerable<ClaimRow> left, IEnumerable<ClaimRow> right)
    {
        var (one, other) = (Drawn(left), Drawn(right));
        return
        [
            .. one.Join(other, g => g.Key, g => g.Key, (a, b) => new CommonFigures(a.Key.Measure, a.Key.Unit, a.Key.OfSide, [.. a.Concat(b).DistinctBy(f => f.Id)]))
                .Where(c => c.Figures.Count > 1)
                .OrderByDescending(c => c.Figures.Count).ThenBy(c => c.Measure, StringComparer.Ordinal).ThenBy(c => c.Whose, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<IGrouping<(string? Measure, string? Unit, string? OfSide), StatisticRow>> Drawn(IEnumerable<ClaimRow> claims) =>
        claims.SelectMany(c => c.Statistics).DistinctBy(f => f.Id).Where(f => f.Measure is not null && FigureBounds.At(f) is not null)
            .GroupBy(f => (f.Measure, f.Unit, f.OfSide));
}
