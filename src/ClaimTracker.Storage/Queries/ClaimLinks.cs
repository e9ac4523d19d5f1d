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
/// <param name="Positions">Each position that one of those claims states or backs.</param>
public sealed record OpposedClaims(string Slug, string Question, DisputeKind Kind, string? Difference, IReadOnlyList<OpposedPosition> Positions);

/// <summary>A position as far as some claims hold it.</summary>
/// <param name="Side">The side's id; third parties have positions of their own, which can agree with one of the sides'.</param>
/// <param name="Keys">The claims, those that state it before those that back it.</param>
public sealed record OpposedPosition(string Side, IReadOnlyList<string> Keys);
