namespace ClaimTracker.Storage.Model;

/// <summary>What a curator decided about two claims that were, or were not, set against each other.</summary>
/// <remarks>
/// Claims are named by key and not by reference, so that a verdict outlives every new reading of the articles, and is there again
/// when a claim that had gone comes back. Rows are never changed but for <see cref="Undone"/>; the last one that stands counts.
/// </remarks>
internal sealed class PairingVerdictEntity
{
    public int Id { get; init; }

    /// <summary>Of the two keys the one that sorts first (ordinal).</summary>
    public required string FirstClaim { get; init; }
    public required string SecondClaim { get; init; }

    /// <summary><c>confirmed</c>, <c>rejected</c> or <c>not_comparable</c>.</summary>
    public required string Verdict { get; init; }
    public string? Reason { get; init; }
    public required string Curator { get; init; }
    public DateTimeOffset Decided { get; init; }
    public DateTimeOffset? Undone { get; init; }
}

/// <summary>What a curator put right on a claim. Applied again whenever the article is read anew.</summary>
/// <remarks>Named by key, never changed but for <see cref="Undone"/>: see <see cref="PairingVerdictEntity"/>.</remarks>
internal sealed class ClaimCorrectionEntity
{
    public int Id { get; init; }
    public required string ClaimKey { get; init; }

    /// <summary>What was corrected: <c>speaker</c>, <c>act</c>, <c>target</c>, <c>saidOn</c>, <c>eventDate</c>, <c>topics</c>, <c>places</c>, <c>content</c>.</summary>
    public required string Field { get; init; }

    /// <summary>JSON, null for “none”.</summary>
    public string? Value { get; init; }

    /// <summary>JSON of what the engine had read.</summary>
    public string? Before { get; init; }
    public string? Reason { get; init; }
    public required string Curator { get; init; }
    public DateTimeOffset Decided { get; init; }
    public DateTimeOffset? Undone { get; init; }
}
