namespace ClaimTracker.Domain;

/// <summary>What kind of speaker an actor is.</summary>
public enum ActorKind
{
    /// <summary>A country as one that acts: “Pakistan said”.</summary>
    State,

    /// <summary>A government, ministry or de facto authority.</summary>
    Government,

    /// <summary>A body such as an army, a court, a research group.</summary>
    Organisation,

    /// <summary>A named person, or an office that one person holds.</summary>
    Person,

    /// <summary>A militant or insurgent group.</summary>
    ArmedGroup,

    /// <summary>A newspaper, broadcaster or agency that reports other people's words.</summary>
    Media,

    /// <summary>The United Nations, its bodies, other unions of states.</summary>
    InternationalBody,

    /// <summary>A source that the article does not name: “a senior security official”. Never merged across articles.</summary>
    Anonymous,
}

/// <summary>Someone who can claim something.</summary>
/// <param name="Id">Lower-case words joined by hyphens; stable. One made from an article ends in its article's short name.</param>
/// <param name="Name">As shown.</param>
/// <param name="Kind">What kind of speaker.</param>
/// <param name="Side">The id of a side of the dossier, or null for one that belongs to none.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind, string? Side)
{
    /// <summary>Offices and descriptions, as shown: “Director General of ISPR”.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Names under which articles speak of it, longest first.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The actor it belongs to: ISPR to the army, the army to the state.</summary>
    public string? Parent { get; init; }

    /// <summary>What an editor should know: “never merged with …”.</summary>
    public string? Note { get; init; }
}
