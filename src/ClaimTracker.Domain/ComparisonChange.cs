namespace ClaimTracker.Domain;

/// <summary>
/// What came and went in what comparing finds, as articles came, went or were read anew. Taking what is gone out of the <see cref="Comparisons"/>
/// before, and putting what came in, gives those after, but for their order.
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

    /// <summary>Whether nothing came and nothing went.</summary>
    public bool IsNothing => Disputes.Count + GoneDisputes.Count + Repeats.Count + GoneRepeats.Count + Arithmetic.Count + GoneArithmetic.Count
        + NotComparable.Count + GoneNotComparable.Count + Shifts.Count + GoneShifts.Count + Origins.Count + GoneOrigins.Count == 0;
}
