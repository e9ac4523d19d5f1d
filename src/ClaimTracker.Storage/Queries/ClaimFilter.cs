using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>The order of a list of claims. Every order ends in the claim's own id, so that paging by key is exact.</summary>
public enum ClaimSort
{
    /// <summary>By <see cref="ClaimRow.Date"/>, latest first, undated last.</summary>
    Newest,

    /// <summary>By <see cref="ClaimRow.Date"/>, earliest first, undated last.</summary>
    Oldest,

    /// <summary>By how well the words match <see cref="ClaimFilter.Text"/>; as <see cref="Newest"/> without one.</summary>
    /// <remarks>Of very many hits only those stored last are ranked; the others follow, newest first.</remarks>
    Relevance,

    /// <summary>By the first day of <see cref="ClaimRow.EventDate"/> (the last, where that alone is known), latest first, those without one last.</summary>
    EventDate,

    /// <summary>By the article's day of publication, latest first, those without one last.</summary>
    Published,

    /// <summary>What came into the collection last first: for those who follow it.</summary>
    Added,
}

/// <summary>Which claims of a list stand as one.</summary>
public enum ClaimGrouping
{
    /// <summary>Each on its own.</summary>
    None,

    /// <summary>The same statement at several places is one entry: the first in the list's order, with the number of the others.</summary>
    Repeats,
}

/// <summary>Which days a period is one of.</summary>
public enum ClaimDays
{
    /// <summary>Those on which claims were said or, where that is not known, their articles published: <see cref="ClaimRow.Date"/>.</summary>
    Said,

    /// <summary>Those on which what they speak of happened: the first day of <see cref="ClaimRow.EventDate"/> (the last, where that alone is known).</summary>
    Event,
}

/// <summary>What a reader asked for. OR within a list, AND across; an empty list or null asks for everything.</summary>
/// <remarks>Values are ids that exist: whoever parses an address has already taken out those that don't and said so.</remarks>
public sealed record ClaimFilter
{
    /// <summary>The value of <see cref="Sides"/>, in addresses and as facet value, that asks for speakers who belong to no side.</summary>
    public const string NoSide = "none";

    /// <summary>The value of <see cref="Sources"/> that asks for claims out of articles whose source is not known.</summary>
    public const string NoSource = "none";

    /// <summary>Ids of sides, or <see cref="NoSide"/>.</summary>
    public IReadOnlyList<string> Sides { get; init; } = [];

    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Ids of sources, or <see cref="NoSource"/>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>A place includes what lies within it.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<ClaimAct> Acts { get; init; } = [];

    public IReadOnlyList<QuotationKind> Quotations { get; init; } = [];

    /// <summary>Keys of articles.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Which days <see cref="From"/>, <see cref="To"/> and <see cref="Undated"/> are about.</summary>
    public ClaimDays Days { get; init; }

    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included. With <see cref="From"/> or this, undated claims are left out unless <see cref="Undated"/> asks for them.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Claims without any date: alone, only those; with <see cref="From"/> or <see cref="To"/>, those of the period and the undated.</summary>
    public bool Undated { get; init; }

    /// <summary>True: only with statistics; false: only without; null: either.</summary>
    public bool? WithStatistics { get; init; }

    /// <summary>True: only claims that stand in a dispute; false: only those that stand in none; null: either.</summary>
    public bool? Disputed { get; init; }

    /// <summary>
    /// Words to search for in the content and its sentence: words are AND, “a phrase” in quotation marks, <c>word*</c> a prefix. A name of
    /// one of the dossier's actors, typed without quotation marks, finds that actor's other names and what it says too.
    /// </summary>
    public string? Text { get; init; }

    public ClaimSort Sort { get; init; }

    public ClaimGrouping Group { get; init; }

    /// <summary>Whether nothing is asked for but order and grouping.</summary>
    public bool IsEmpty => this with { Sort = default, Group = default, Days = default } is
    {
        Sides.Count: 0, Actors.Count: 0, Sources.Count: 0, Topics.Count: 0, Places.Count: 0, Acts.Count: 0, Quotations.Count: 0, Articles.Count: 0,
        From: null, To: null, Undated: false, WithStatistics: null, Disputed: null, Text: null,
    };
}
