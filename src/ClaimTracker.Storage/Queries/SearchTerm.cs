namespace ClaimTracker.Storage.Queries;

/// <summary>Words one after the other, as the index splits them; the last may be only the beginning of one.</summary>
public sealed record SearchPhrase(IReadOnlyList<string> Words, bool Beginning = false);

/// <summary>One of the things that a search asks for; a claim has to have each of them.</summary>
/// <param name="Typed">What was typed. It is there when all of these are.</param>
public sealed record SearchTerm(IReadOnlyList<SearchPhrase> Typed)
{
    /// <summary>Other names of whom the typed words name: one of them is as good. From the dossier's aliases.</summary>
    public IReadOnlyList<SearchPhrase> Names { get; init; } = [];

    /// <summary>Ids of the actors that the typed words name: what they say counts, whatever the words.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];
}
