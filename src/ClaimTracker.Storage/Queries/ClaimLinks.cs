using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>What ties some claims to each other.</summary>
/// <param name="Opposed">Disputes in which at least two positions are held by some of the claims, the strongest first.</param>
/// <param name="Repeats">Keys of claims that make one statement at several places, two at least.</param>
public sealed record ClaimLinks(IReadOnlyList<OpposedClaims> Opposed, IReadOnlyList<IReadOnlyList<string>> Repeats)
{
    public static ClaimLinks None { get; } = new([], []);
}

/// <summary>A dispute as far as some claims stand in it.</summary>
/// <param name="Difference">In words: “58 against 23”; null where it has none.</param>
/// <param name="Positions">The keys of those claims, a list for each position that one of them states or backs.</param>
public sealed record OpposedClaims(string Slug, string Question, DisputeKind Kind, string? Difference, IReadOnlyList<IReadOnlyList<string>> Positions);
