using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Figures that their own speaker has replaced since.</summary>
public static class Superseded
{
    /// <summary>Ids of figures of the earlier claim of a shift that measure what a figure of the later one measures, or that were withdrawn.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<ShiftRow> shifts) => shifts
        .Where(s => s.Kind is ShiftKind.Raised or ShiftKind.Lowered or ShiftKind.Withdrawn)
        .SelectMany(s => s.Earlier.Statistics.Where(f => s.Kind is ShiftKind.Withdrawn
            ? s.Earlier.Statistics.Count == 1
            : s.Later.Statistics.Any(later => later.Measure == f.Measure && later.OfSide == f.OfSide && (later.Low, later.High) != (f.Low, f.High))))
        .Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
}
