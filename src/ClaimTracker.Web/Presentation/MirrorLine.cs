using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>One line of “where the words differ”: what is compared, and each side's words, null where it says nothing of it.</summary>
public sealed record MirrorLine(string What, string? Left, string? Right)
{
    /// <summary>Two claims of a figure dispute, word against word. Lines on which neither says anything are left out.</summary>
    public static IReadOnlyList<MirrorLine> Between(ClaimRow left, ClaimRow right, IReadOnlyList<StatisticRow> figures)
    {
        var (one, other) = (FigureOf(left, figures), FigureOf(right, figures));
        return
        [
            .. new MirrorLine[]
            {
                new(Texts.MirrorFigure, one?.Words, other?.Words),
                new(Texts.MirrorCue, CueOf(left), CueOf(right)),
                new(Texts.MirrorCounted, one?.Counted, other?.Counted),
                new(Texts.MirrorPeriod, PeriodOf(one), PeriodOf(other)),
            }.Where(line => line.Left is not null || line.Right is not null),
        ];
    }

    private static StatisticRow? FigureOf(ClaimRow claim, IReadOnlyList<StatisticRow> figures) =>
        figures.FirstOrDefault(f => claim.Statistics.Any(s => s.Id == f.Id));

    private static string? CueOf(ClaimRow claim) =>
        claim.CueSpan is { } cue && cue.Start >= claim.PassageStart && cue.End <= claim.PassageStart + claim.Passage.Length
            ? claim.Passage[(cue.Start - claim.PassageStart)..(cue.End - claim.PassageStart)]
            : null;

    private static string? PeriodOf(StatisticRow? figure) => figure?.Period is { } period ? period.Words ?? Formats.Days(period) : null;
}
