namespace ClaimTracker.Domain;

/// <summary>Why two claims that look alike say nothing against each other.</summary>
public enum ApartReason
{
    /// <summary>They are about other days: another night.</summary>
    Days,

    /// <summary>They are about other places.</summary>
    Place,

    /// <summary>Other people are counted: the other side's losses, civilians beside soldiers.</summary>
    Group,

    /// <summary>Something else is counted: killed beside injured, deported beside returned.</summary>
    Measure,

    /// <summary>A running total or a rate beside a single event.</summary>
    Period,

    /// <summary>Both can be true: “more than 200” and “dozens”.</summary>
    Fits,
}

/// <summary>Two claims that look alike and do not oppose each other in that, with the reason.</summary>
/// <remarks>
/// It is about one figure or one deed of each. Claims with several can oppose each other in another: “23 of ours, 200 of theirs” against
/// “58 of theirs” is a dispute about 23 and 58, and 200 beside 58 is not comparable.
/// </remarks>
/// <param name="First">Of the two keys the one that sorts first (ordinal).</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">What keeps them apart.</param>
/// <param name="Why">The reason in words, with what each of them is about.</param>
public sealed record NotComparable(string First, string Second, ApartReason Reason, string Why)
{
    /// <summary>In what they are alike and in what not: “same measure: killed”, “other group: …”.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>0 to 1: how sure both were read; the less sure of the two counts.</summary>
    public double Score { get; init; }

    /// <summary>By everything that it says: two deeds of the same claims can be apart in the same words.</summary>
    public bool Equals(NotComparable? other) =>
        other is not null && First == other.First && Second == other.Second && Reason == other.Reason && Why == other.Why
        && Score.Equals(other.Score) && Features.SequenceEqual(other.Features);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Second, Reason, Why);
}
