using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>The collection as of one version: the columns, and the small tables that questions are answered with.</summary>
/// <remarks>Immutable but for what it remembers of the last questions. Readers keep the one they began with; a commit makes a new one.</remarks>
internal sealed record CollectionSnapshot(string Instance, long Version, ClaimColumns Columns)
{
    /// <summary>Questions of the last visitors: a page asks for rows, facets and weeks, and then the next page.</summary>
    private const int RememberedSelections = 6;

    private const int RememberedTexts = 6;

    private const int RememberedActors = 2000;

    private RecentlyUsed<string, Selection>? _selections;
    private RecentlyUsed<string, TextHits>? _texts;
    private KnownActors? _actors;

    /// <summary>By the source's id in the database.</summary>
    public IReadOnlyDictionary<int, Source> Sources => Columns.Tables.Sources;

    /// <summary>Ids of sides in the dossier's order, and where each stands.</summary>
    public required IReadOnlyDictionary<string, SidePlace> Sides { get; init; }

    public required AliasRegister Aliases { get; init; }

    /// <summary>By what was asked, in full.</summary>
    public RecentlyUsed<string, Selection> Selections => LazyInitializer.EnsureInitialized(ref _selections, () => new(RememberedSelections));

    /// <summary>By the text that was asked for.</summary>
    public RecentlyUsed<string, TextHits> Texts => LazyInitializer.EnsureInitialized(ref _texts, () => new(RememberedTexts));

    /// <summary>Actors that claims were shown with.</summary>
    public KnownActors Actors => LazyInitializer.EnsureInitialized(ref _actors, () => new(RememberedActors));

    /// <summary>All disputes without their claims, once somebody has asked for them.</summary>
    public DisputeScan.Scan? Disputes { get; set; }

    /// <summary>Who is in the collection, likewise.</summary>
    public IReadOnlyList<ActorHead>? People { get; set; }

    /// <summary>What the collection holds, likewise.</summary>
    public Totals? Held { get; set; }

    /// <summary>Where a claim's side stands; those without a side stand with third parties.</summary>
    public SidePlace Place(string side) => Sides.GetValueOrDefault(side, SidePlace.Third);

    /// <summary>The same tables with other columns; what is remembered of questions stays behind.</summary>
    public CollectionSnapshot Later(long version, ClaimColumns columns) => new(Instance, version, columns) { Sides = Sides, Aliases = Aliases };
}
