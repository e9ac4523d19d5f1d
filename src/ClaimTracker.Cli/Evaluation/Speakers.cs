using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Whether the engine names the same speaker as the gold.</summary>
internal sealed class Speakers(Gold gold)
{
    private static readonly string[] UnnamedIds = ["unnamed", "unspecified", "anonymous"];

    private readonly HashSet<string> _unnamed = [.. gold.Actors.Where(a => a.Kind == "anonymous").Select(a => a.Id)];

    /// <summary>A source that nobody names is right when it is the same words, or is told to be unnamed.</summary>
    public bool Same(GoldClaim wanted, Speaker found)
    {
        if (found.ActorId == wanted.Speaker || wanted.CoSpeakers?.Contains(found.ActorId) == true)
            return true;
        if (!_unnamed.Contains(wanted.Speaker))
            return false;
        return (found.Span is { } words && wanted.SpeakerSpan is { } marked && words.Overlaps(marked))
            || UnnamedIds.Any(u => found.ActorId.StartsWith(u, StringComparison.Ordinal));
    }
}
