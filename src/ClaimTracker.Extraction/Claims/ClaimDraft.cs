using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;

namespace ClaimTracker.Extraction.Claims;

/// <summary>A claim while rules still work on it: one speaker of one attribution.</summary>
internal sealed class ClaimDraft
{
    public required FoundAttribution Attribution { get; init; }

    /// <summary>The attribution's index in the article.</summary>
    public required int Index { get; init; }

    public required Resolved Speaker { get; set; }

    public ClaimAct Act { get; set; } = ClaimAct.Asserts;

    public bool Denied { get; set; }

    /// <summary>Index into the cast; −1 for none.</summary>
    public int Target { get; set; } = -1;

    /// <summary>Index into the cast; −1 for none.</summary>
    public int Reporter { get; set; } = -1;

    public List<string> Rules { get; } = new(6);
}
