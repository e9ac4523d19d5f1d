using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>One thing counted, with every figure claimed for it.</summary>
/// <param name="Title">What is counted: the contested question's words, or the articles' own.</param>
/// <param name="Dispute">The figure dispute that the row is, or null.</param>
/// <param name="Whose">Whose the counted are, by id; null where nothing tells.</param>
/// <param name="Figures">In the order in which they came.</param>
public sealed record FigureRow(string Title, DisputeRow? Dispute, string? Whose, IReadOnlyList<StatisticRow> Figures)
{
    public double Largest => Figures.Max(f => Math.Max(f.Low ?? 0, f.High ?? 0));

    /// <summary>Its figures by who claims them, those of the left side first; the articles' own voice (null) last.</summary>
    public IEnumerable<(ActorRef? Claimant, IReadOnlyList<StatisticRow> Figures)> ByClaimant(SideRegister sides) =>
        Figures.GroupBy(f => f.ClaimedBy?.Id).Select(g => (Claimant: g.First().ClaimedBy, Figures: (IReadOnlyList<StatisticRow>)[.. g]))
            .OrderBy(c => c.Claimant is null).ThenBy(c => sides.Of(c.Claimant?.Side).Place).ThenBy(c => c.Claimant?.Name, StringComparer.Ordinal);
}

/// <summary>All rows of one measure and unit.</summary>
/// <param name="Measure">The measure's id; null for figures of none.</param>
/// <param name="Unit">What a one is, or null.</param>
/// <param name="NamesUnit">Whether the measure comes in several units, so that the title has to tell them apart.</param>
/// <param name="Rows">Contested ones first, then those with most figures.</param>
/// <param name="SharedAxis">One axis for all rows, where their sizes allow it; null where each needs its own.</param>
public sealed record FigureGroup(string? Measure, string? Unit, bool NamesUnit, IReadOnlyList<FigureRow> Rows, FigureAxis? SharedAxis)
{
    /// <summary>Rows smaller than this share of the largest would be nothing but a speck at zero.</summary>
    private const double SmallestShare = 1.0 / 100;

    /// <summary>Groups figures by measure and by what is counted; those of one figure dispute share a row.</summary>
    public static IReadOnlyList<FigureGroup> Of(IReadOnlyList<StatisticRow> figures, IReadOnlyList<DisputeRow> disputes)
    {
        var contested = Contested(disputes);
        var drawn = figures.Where(f => FigureBounds.At(f) is not null).ToList();
        var units = drawn.Select(f => (f.Measure, f.Unit)).Distinct().ToLookup(f => f.Measure, f => f.Unit);
        return
        [
            .. drawn.GroupBy(f => (f.Measure, f.Unit))
                .OrderByDescending(g => g.Count(f => contested.ContainsKey(f.Id))).ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key.Measure, StringComparer.Ordinal).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
                .Select(g => Group(g.Key.Measure, g.Key.Unit, units[g.Key.Measure].Count() > 1, [.. g], contested)),
        ];
    }

    private static FigureGroup Group(
        string? measure, string? unit, bool namesUnit, List<StatisticRow> figures, Dictionary<string, DisputeRow> contested)
    {
        var rows = figures.GroupBy(f => contested.TryGetValue(f.Id, out var dispute) ? (object)dispute.Slug : Counted(f))
            .Select(g => Row([.. g], contested.GetValueOrDefault(g.First().Id)))
            .OrderBy(r => r.Dispute is null).ThenByDescending(r => r.Figures.Count).ToList();
        var largest = rows.Max(r => r.Largest);
        var shared = rows.Count > 1 && rows.TrueForAll(r => r.Largest >= largest * SmallestShare);
        return new(measure, unit, namesUnit, rows, shared ? new FigureAxis(largest) : null);
    }

    private static FigureRow Row(List<StatisticRow> figures, DisputeRow? dispute)
    {
        var title = dispute?.Question ?? (Words(figures) is { Count: > 0 } words ? string.Join(" / ", words) : figures[0].Unit ?? figures[0].Words);
        return new(Formats.WithoutLoneMark(title), dispute, figures[0].OfSide, figures);
    }

    /// <summary>The articles' different words for those counted, at most three.</summary>
    private static List<string> Words(List<StatisticRow> figures) =>
        [.. figures.Select(f => f.Counted).OfType<string>().Select(Formats.WithoutLoneMark).DistinctBy(c => c.ToUpperInvariant()).Take(3)];

    /// <summary>What makes one row: the same group, place and days, whatever those counted are called; where group or days are not known, the same words.</summary>
    private static object Counted(StatisticRow figure) => figure is { OfSide: { } whose, Period: { From: { } from, To: { } to } }
        ? (whose, figure.Unit, figure.Place, from, to)
        : (figure.OfSide, figure.Unit, figure.Place, Counted: figure.Counted?.ToUpperInvariant(), figure.Period?.From, figure.Period?.To);

    private static Dictionary<string, DisputeRow> Contested(IReadOnlyList<DisputeRow> disputes)
    {
        var contested = new Dictionary<string, DisputeRow>(StringComparer.Ordinal);
        foreach (var dispute in disputes.Where(d => d.Kind is DisputeKind.Figure))
        {
            foreach (var figure in DisputeFigures.Of(dispute).Values.SelectMany(f => f))
                contested.TryAdd(figure.Id, dispute);
        }

        return contested;
    }
}
