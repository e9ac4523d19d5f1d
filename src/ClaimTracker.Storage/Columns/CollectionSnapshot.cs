using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>The collection as of one version: the columns, and the small tables that rows are put together with.</summary>
/// <remarks>Immutable. Readers keep the one they began with; a commit makes a new one.</remarks>
internal sealed record CollectionSnapshot(string Instance, long Version, ClaimColumns Columns)
{
    /// <summary>By the actor's id in the database.</summary>
    public required IReadOnlyDictionary<int, ActorRef> Actors { get; init; }

    /// <summary>By the source's id in the database.</summary>
    public required IReadOnlyDictionary<int, Source> Sources { get; init; }

    /// <summary>Keys by the article's id in the database.</summary>
    public required IReadOnlyDictionary<int, string> Articles { get; init; }

    /// <summary>Ids of sides in the dossier's order, and where each stands.</summary>
    public required IReadOnlyDictionary<string, SidePlace> Sides { get; init; }

    /// <summary>By claim id; the strongest first.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<DisputeRef>> Disputes { get; init; }

    public required AliasRegister Aliases { get; init; }

    /// <summary>How many claims are directed at an actor, by the actor's slug.</summary>
    public required IReadOnlyDictionary<string, int> Targeted { get; init; }

    /// <summary>Where a claim's side stands; those without a side stand with third parties.</summary>
    public SidePlace Place(string side) => Sides.GetValueOrDefault(side, SidePlace.Third);

    public ActorRef? Actor(int? id) => id is { } one ? Actors[one] : null;
}
