using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>An actor as one article speaks of it. Reused from article to article.</summary>
internal sealed class Participant
{
    /// <summary>The actor of the dossier, or null for one that only this article has.</summary>
    public KnownActor? Known { get; private set; }

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ActorKind Kind { get; private set; }

    public string? Side { get; set; }

    public Gender Gender { get; set; }

    /// <summary>Whether it is spoken of as “they”.</summary>
    public bool Plural { get; set; }

    /// <summary>Whether the article uses its name as a plural: “the rebels are”, “authorities”.</summary>
    public bool UsedAsPlural { get; set; }

    /// <summary>For an actor of this article: the body that it speaks for, as an index into the dossier's actors; −1 for none.</summary>
    public int Parent { get; set; } = -1;

    /// <summary>For an actor of this article: the words that describe it.</summary>
    public TokenRange Description { get; set; }

    /// <summary>Offices that the article gives it, beside those of the dossier.</summary>
    public List<RolePhrase> Roles { get; } = [];

    /// <summary>The first token that stands for it; −1 while none does.</summary>
    public int FirstMention { get; set; } = -1;

    /// <summary>For a person: the one met before whose surname has the same hash, as an index into the cast; −1 for none.</summary>
    public int Namesake { get; set; } = -1;

    /// <summary>The last word of a person's name.</summary>
    public ReadOnlySpan<char> Surname => Known is { } known ? known.Surname : Name.AsSpan(Name.LastIndexOf(' ') + 1);

    /// <summary>Whether anything was claimed by it, or about it, so that the analysis has to list it.</summary>
    public bool Used { get; set; }

    /// <summary>A person, named or not, but one alone.</summary>
    public bool IsOnePerson => !Plural && (Kind == ActorKind.Person || (Kind == ActorKind.Anonymous && IsHuman));

    /// <summary>Whether “he”, “she” or “they” as human beings fits.</summary>
    public bool IsHuman { get; set; }

    /// <summary>The state that it belongs to or is, as an index into the dossier's actors; −1 for none.</summary>
    public int State { get; set; } = -1;

    /// <summary>Makes this the stand-in for an actor of the dossier.</summary>
    public Participant Be(KnownActor known)
    {
        Clear();
        (Known, Id, Name, Kind, Side) = (known, known.Actor.Id, known.Actor.Name, known.Actor.Kind, known.Actor.Side);
        (Gender, State, Parent) = (known.Gender, known.State, known.Parent);
        IsHuman = known.IsPerson;
        return this;
    }

    /// <summary>Makes this an actor that only the article has.</summary>
    public Participant Be(string id, string name, ActorKind kind, bool human)
    {
        Clear();
        (Id, Name, Kind, IsHuman) = (id, name, kind, human);
        return this;
    }

    private void Clear()
    {
        (Known, Side, Gender, Plural, Parent, State, FirstMention, Used, UsedAsPlural) = (null, null, Gender.Unknown, false, -1, -1, -1, false, false);
        Description = default;
        Roles.Clear();
    }
}
