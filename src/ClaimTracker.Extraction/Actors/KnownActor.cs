using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Actors;

/// <summary>An office as a phrase: its head noun and the words that narrow it, without small words.</summary>
/// <param name="Group">The head noun as roles are compared.</param>
/// <param name="Modifiers">Word ids: “military”, “foreign”, “office”.</param>
internal sealed record RolePhrase(string Group, int[] Modifiers);

/// <summary>An actor of the dossier, ready for look-ups.</summary>
internal sealed class KnownActor(Actor actor, int index)
{
    public Actor Actor { get; } = actor;

    public int Index { get; } = index;

    /// <summary>The actor it belongs to, or −1.</summary>
    public int Parent { get; set; } = -1;

    /// <summary>The state that it belongs to or is, or −1.</summary>
    public int State { get; set; } = -1;

    /// <summary>The country of the lexicon that it is, or −1.</summary>
    public int Country { get; set; } = -1;

    /// <summary>For a state: who governs it – itself or the actor that its capital's name stands for.</summary>
    public int Government { get; set; } = -1;

    public Gender Gender { get; set; }

    /// <summary>The offices of a person.</summary>
    public List<RolePhrase> Roles { get; } = [];

    /// <summary>Words that tell to whom it belongs: those of its parents' names.</summary>
    public HashSet<int> Belongs { get; } = [];

    /// <summary>The last word of a person's name.</summary>
    public string Surname { get; set; } = "";

    /// <summary>Whether the office is one that the person held on a day; of an unknown day nothing is known, and any will do.</summary>
    public bool Holds(RolePhrase office, DateOnly? day)
    {
        if (!InOffice(day))
            return false;
        foreach (var held in Roles)
        {
            if (held.Group == office.Group && Array.TrueForAll(office.Modifiers, m => Array.IndexOf(held.Modifiers, m) >= 0 || Belongs.Contains(m)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a day lies in the days in office, or within the two months after, in which articles go on calling someone so.</summary>
    public bool InOffice(DateOnly? day) =>
        Actor.InOffice is not { } office || day is null || ((office.From is null || office.From <= day) && (office.To is null || office.To >= day.Value.AddDays(-60)));

    public bool IsPerson => Actor.Kind is ActorKind.Person;
}

/// <summary>What a name in an article can stand for.</summary>
internal sealed class NameEntry
{
    /// <summary>Actors of the dossier, in its order; more than one where the name alone does not tell.</summary>
    public List<int> Actors { get; } = [];

    /// <summary>A country of the lexicon that is no actor of the dossier, or −1.</summary>
    public int Country { get; set; } = -1;

    /// <summary>Whether it is a city whose name stands for a government when it acts.</summary>
    public bool Capital { get; set; }

    /// <summary>Whether it is one word of a person's name, which needs the whole name elsewhere in the article.</summary>
    public bool Short { get; set; }

    /// <summary>Whether every state's such body bears it (“the military”), so that the context has to point to its bearer's state.</summary>
    public bool Generic { get; set; }

    /// <summary>Whether others bear it too (“FC”), so that the context has to tell which is meant.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>Words of the name that must begin with a capital letter, as bits; all bits clear for a name written small.</summary>
    public uint Capitals { get; set; } = uint.MaxValue;

    /// <summary>Words of the name that must be all capitals, as bits: “US”, “FC”.</summary>
    public uint AllCaps { get; set; } = uint.MaxValue;
}
