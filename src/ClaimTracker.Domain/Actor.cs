namespace ClaimTracker.Domain;

/// <summary>What kind of speaker an actor is.</summary>
public enum ActorKind
{
    /// <summary>A country as one that acts: “Ruritania said”.</summary>
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
    /// <summary>Offices and descriptions, as shown: “Director of the Press Office”.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Names under which articles speak of it, longest first. Each names this actor alone.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What articles call it once it has been named in full, longest first: “Gen Strelsau”, “Ruiz”. Several actors can share one.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Names that other actors bear too, “FC”: they count where the article's context tells which one is meant.</summary>
    public IReadOnlyList<string> AmbiguousAliases { get; init; } = [];

    /// <summary>Names that every country's such body bears, “security forces”: they count where the context points to this actor's state.</summary>
    public IReadOnlyList<string> GenericNames { get; init; } = [];

    /// <summary>Roles as articles refer back to them, in lower case, longest first: “military spokesman”. Several actors can share one.</summary>
    public IReadOnlyList<string> CalledBy { get; init; } = [];

    /// <summary>When the roles were held; null where that is not known or does not matter.</summary>
    public DateRange? InOffice { get; init; }

    /// <summary>For a state: what is said to be its own, “Ruritanian”, so that “Ruritanian military” is found through <see cref="GenericNames"/>.</summary>
    public IReadOnlyList<string> Adjectives { get; init; } = [];

    /// <summary>For a state: the id of the place that bears the same name and where it merely locates.</summary>
    public string? Territory { get; init; }

    /// <summary>For a state or government: the id of the place whose name stands for it when it acts: “Ankara announced”.</summary>
    public string? Capital { get; init; }

    /// <summary>The actor it belongs to: the press office to the army, the army to the state.</summary>
    public string? Parent { get; init; }

    /// <summary>What an editor should know: “never merged with …”.</summary>
    public string? Note { get; init; }
}
