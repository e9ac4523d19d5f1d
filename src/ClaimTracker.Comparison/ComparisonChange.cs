using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>
/// What came and went in the result of an <see cref="IComparisonIndex"/>. Taking what is gone out of the result before, and putting what came
/// in, gives the result after, but for its order.
/// </summary>
/// <remarks>
/// What names a claim of an article that was taken out and put in again is told as gone and come even where it is the same as before: whoever
/// keeps results beside articles may have lost it with the article.
/// </remarks>
/// <param name="Disputes">New disputes, and those that are other than before, by slug.</param>
/// <param name="GoneDisputes">Slugs of those that are no more; none of them is in <paramref name="Disputes"/>.</param>
public sealed record ComparisonChange(IReadOnlyList<Dispute> Disputes, IReadOnlyList<string> GoneDisputes)
{
    /// <summary>New repeats; one that is other than before is gone and comes.</summary>
    public IReadOnlyList<Repeat> Repeats { get; init; } = [];

    /// <summary>Those that are no more.</summary>
    public IReadOnlyList<Repeat> GoneRepeats { get; init; } = [];

    /// <summary>New sums.</summary>
    public IReadOnlyList<ArithmeticCheck> Arithmetic { get; init; } = [];

    /// <summary>Those that are no more.</summary>
    public IReadOnlyList<ArithmeticCheck> GoneArithmetic { get; init; } = [];

    /// <summary>New verdicts.</summary>
    public IReadOnlyList<NotComparable> NotComparable { get; init; } = [];

    /// <summary>Those that are no more.</summary>
    public IReadOnlyList<NotComparable> GoneNotComparable { get; init; } = [];

    /// <summary>New shifts.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>Those that are no more.</summary>
    public IReadOnlyList<Shift> GoneShifts { get; init; } = [];

    /// <summary>New groups of copies; one that is other than before is gone and comes.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>Those that are no more.</summary>
    public IReadOnlyList<Origin> GoneOrigins { get; init; } = [];
}
