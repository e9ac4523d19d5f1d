using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>A result that is kept by nothing but the changes that were told.</summary>
internal sealed class AppliedChanges
{
    private readonly Dictionary<string, Dispute> _disputes = new(StringComparer.Ordinal);
    private readonly HashSet<Repeat> _repeats = [];
    private readonly HashSet<ArithmeticCheck> _arithmetic = [];
    private readonly HashSet<NotComparable> _apart = [];
    private readonly HashSet<Shift> _shifts = [];
    private readonly HashSet<Origin> _origins = [];

    public void Apply(ComparisonChange change)
    {
        foreach (var slug in change.GoneDisputes)
            Assert.True(_disputes.Remove(slug), $"{slug} was told as gone and was not there");
        foreach (var dispute in change.Disputes)
            _disputes[dispute.Slug] = dispute;
        Apply(_repeats, change.GoneRepeats, change.Repeats);
        Apply(_arithmetic, change.GoneArithmetic, change.Arithmetic);
        Apply(_apart, change.GoneNotComparable, change.NotComparable);
        Apply(_shifts, change.GoneShifts, change.Shifts);
        Apply(_origins, change.GoneOrigins, change.Origins);
    }

    public void AssertIs(Comparisons result)
    {
        AssertSame(result.Disputes, _disputes.Values);
        AssertSame(result.Repeats, _repeats);
        AssertSame(result.Arithmetic, _arithmetic);
        AssertSame(result.NotComparable, _apart);
        AssertSame(result.Shifts, _shifts);
        AssertSame(result.Origins, _origins);
    }

    private static void Apply<T>(HashSet<T> kept, IReadOnlyList<T> gone, IReadOnlyList<T> came)
    {
        foreach (var item in gone)
            Assert.True(kept.Remove(item), $"told as gone and was not there: {item}");
        foreach (var item in came)
            Assert.True(kept.Add(item), $"told as new and was there: {item}");
    }

    private static void AssertSame<T>(IReadOnlyList<T> expected, IReadOnlyCollection<T> kept)
    {
        Assert.Empty(expected.Except(kept));
        Assert.Equal(expected.Count, kept.Count);
    }
}
