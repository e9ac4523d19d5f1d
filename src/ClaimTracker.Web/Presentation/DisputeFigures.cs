using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Which figures a figure dispute is about: claims can hold others too.</summary>
public static class DisputeFigures
{
    /// <summary>By position's side: the figures of the measure and group that most positions have in common.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<StatisticRow>> Of(DisputeRow dispute)
    {
        var all = dispute.Positions.SelectMany(p => p.Claims.SelectMany(c => c.Statistics).Select(f => (p.Side, Figure: f))).ToList();
        var common = all.GroupBy(x => (x.Figure.Measure, x.Figure.OfSide))
            .OrderByDescending(g => g.Select(x => x.Side).Distinct().Count()).ThenByDescending(g => g.Count())
            .FirstOrDefault();
        return common is null
            ? new Dictionary<string, IReadOnlyList<StatisticRow>>()
            : common.GroupBy(x => x.Side).ToDictionary(
                g => g.Key, IReadOnlyList<StatisticRow> (g) => [.. g.Select(x => x.Figure).DistinctBy(f => f.Id)], StringComparer.Ordinal);
    }
}
