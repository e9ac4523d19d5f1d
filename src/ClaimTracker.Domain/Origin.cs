namespace ClaimTracker.Domain;

/// <summary>Articles with nearly the same wording: several outlets, one origin.</summary>
/// <param name="Articles">Keys, the earliest published first, those without a date last. At least two.</param>
/// <param name="Agency">The news agency that one of them names in dateline, byline or credit; null where none does.</param>
/// <param name="Why">The reason in words.</param>
public sealed record Origin(IReadOnlyList<string> Articles, string? Agency, string Why)
{
    /// <summary>What made them one: “shared wording: 83 %”, “agency: …”.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>0 to 1: the share of the shorter article's wording that its nearest relative has; the least of all of them.</summary>
    public double Score { get; init; }

    /// <summary>By everything that it says, lists by what is in them.</summary>
    public bool Equals(Origin? other) =>
        other is not null && Agency == other.Agency && Why == other.Why && Score.Equals(other.Score) && Articles.SequenceEqual(other.Articles)
        && Features.SequenceEqual(other.Features);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Articles[0], Articles.Count, Agency, Why);
}
