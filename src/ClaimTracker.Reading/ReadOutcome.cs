using ClaimTracker.Domain;

namespace ClaimTracker.Reading;

/// <summary>How reading one file ended.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>It is an article.</summary>
    public sealed record Read(Article Article) : ReadOutcome;

    /// <summary>It is not; <paramref name="Reason"/> is a sentence: what was expected and what was found.</summary>
    public sealed record Rejected(string Reason) : ReadOutcome;
}
