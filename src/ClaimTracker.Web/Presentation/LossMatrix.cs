using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>A group and what befell it: one column of the matrix.</summary>
/// <param name="Group">Whose losses: a side's or a group's id.</param>
/// <param name="Measure">The measure's id.</param>
public readonly record struct LossColumn(string Group, string? Measure);

/// <summary>What one speaker says of each group.</summary>
/// <param name="Speaker">Who; null for the articles' own voice.</param>
/// <param name="Cells">The figures as said, a list for each column; empty where the speaker says nothing of it.</param>
public sealed record LossRow(ActorRef? Speaker, IReadOnlyList<IReadOnlyList<StatisticRow>> Cells);

/// <summary>Whose losses, by whom: for one stretch of days what each speaker says of each group, as said and never added up.</summary>
/// <param name="From">The first day that the figures are about.</param>
/// <param name="To">The last.</param>
/// <param name="Columns">Groups in the order of their ids, the measures of a group side by side.</param>
/// <param name="Rows">Speakers by side as pages have them, the articles' own voice last.</param>
public sealed record LossMatrix(DateOnly From, DateOnly To, IReadOnlyList<LossColumn> Columns, IReadOnlyList<LossRow> Rows)
{
    /// <summary>What goes on for longer is no event: running totals are compared elsewhere.</summary>
    private const int LongestEvent = 7;

    /// <summary>The events of which two speakers at least tell losses, those with most speakers first, then the latest.</summary>
    public static IReadOnlyList<LossMatrix> Of(IReadOnlyList<StatisticRow> figures, SideRegister sides) =>
    [
        .. Events(figures).Select(e => Of(e, sides)).Where(m => m.Rows.Count > 1)
            .OrderByDescending(m => m.Rows.Count).ThenByDescending(m => m.From).ThenByDescending(m => m.To),
    ];

    /// <summary>Figures about a few days, together where their days touch.</summary>
    private static List<List<StatisticRow>> Events(IReadOnlyList<StatisticRow> figures)
    {
        List<List<StatisticRow>> events = [];
        var last = DateOnly.MinValue;
        foreach (var figure in figures.Where(IsLoss).OrderBy(f => f.Period!.From).ThenBy(f => f.Period!.To).ThenBy(f => f.Id, StringComparer.Ordinal))
        {
            if (events.Count == 0 || figure.Period!.From > last)
                events.Add([]);
            events[^1].Add(figure);
            last = last > figure.Period!.To!.Value ? last : figure.Period.To.Value;
        }

        return events;
    }

    private static bool IsLoss(StatisticRow figure) =>
        figure is { OfSide: not null, Measure: not null, Period: { From: { } from, To: { } to } } && to.DayNumber - from.DayNumber < LongestEvent;

    private static LossMatrix Of(List<StatisticRow> figures, SideRegister sides)
    {
        var columns = figures.Select(f => new LossColumn(f.OfSide!, f.Measure)).Distinct()
            .OrderBy(c => c.Group, StringComparer.Ordinal).ThenBy(c => c.Measure, StringComparer.Ordinal).ToList();
        var rows = figures.GroupBy(f => f.ClaimedBy?.Id).Select(g => new LossRow(g.First().ClaimedBy, [.. columns.Select(c => Cell(g, c))]))
            .OrderBy(r => r.Speaker is null).ThenBy(r => sides.Of(r.Speaker?.Side).Place).ThenBy(r => r.Speaker?.Name, StringComparer.Ordinal);
        return new(figures.Min(f => f.Period!.From!.Value), figures.Max(f => f.Period!.To!.Value), columns, [.. rows]);
    }

    /// <summary>Each figure once, however often it is repeated.</summary>
    private static IReadOnlyList<StatisticRow> Cell(IEnumerable<StatisticRow> figures, LossColumn column) =>
        [.. figures.Where(f => f.OfSide == column.Group && f.Measure == column.Measure).DistinctBy(f => (f.Low, f.High, f.Qualifier, f.Counted?.ToUpperInvariant()))];
}
