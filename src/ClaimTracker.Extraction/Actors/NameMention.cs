using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>How a mention stands for its participant.</summary>
internal enum MentionKind : byte
{
    /// <summary>A name of its own.</summary>
    Name,

    /// <summary>A person's name, whole or in part.</summary>
    Person,

    /// <summary>A country or city where it only locates: no actor.</summary>
    Location,

    /// <summary>A role that belongs to someone named or to an unnamed source.</summary>
    Role,

    /// <summary>A pronoun that speaks.</summary>
    Pronoun,
}

/// <summary>A place in the text that stands for a participant.</summary>
/// <param name="Range">The name with a person's rank, without an article.</param>
/// <param name="Participant">Index into the cast; −1 for a location of no actor.</param>
/// <param name="Kind">How it stands for it.</param>
internal readonly record struct NameMention(TokenRange Range, int Participant, MentionKind Kind)
{
    /// <summary>Whether the words can act here, unlike a mere location.</summary>
    public bool IsActor => Kind != MentionKind.Location && Participant >= 0;
}
