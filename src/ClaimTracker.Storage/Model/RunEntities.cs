namespace ClaimTracker.Storage.Model;

internal sealed class IngestRunEntity
{
    public long Id { get; init; }
    public DateTimeOffset Started { get; init; }

    /// <summary>Null while it runs, and for ever where the program was stopped before its end.</summary>
    public DateTimeOffset? Finished { get; init; }
    public required string Trigger { get; init; }
    public int Stored { get; init; }
    public int Known { get; init; }
    public int Skipped { get; init; }
    public List<SkippedFileEntity> Files { get; init; } = [];
}

internal sealed class SkippedFileEntity
{
    public long Id { get; init; }
    public long RunId { get; init; }
    public required string File { get; init; }
    public required string Reason { get; init; }
}

/// <summary>One row: what has changed since when.</summary>
internal sealed class StoreStateEntity
{
    public int Id { get; init; }

    /// <summary>Made once for each database, so that two databases never share a data version.</summary>
    public required string Instance { get; init; }

    /// <summary>Goes up with every commit.</summary>
    public long DataVersion { get; init; }

    /// <summary>The data version at which articles, comparisons or the dossier last changed: what readers' columns go by.</summary>
    public long CollectionVersion { get; init; }

    /// <summary>
    /// The data version at which the dossier last changed, or many articles at once: what readers know from before is of no use. A writer that sets
    /// neither this nor <see cref="ComparisonsVersion"/> nor leaves an <see cref="ArticleChangeEntity"/> makes them read everything too, but less surely.
    /// </summary>
    public long RebuiltVersion { get; init; }

    /// <summary>The data version at which disputes and repeats were last saved.</summary>
    public long ComparisonsVersion { get; init; }

    /// <summary>The data version at which an article was last stored or removed.</summary>
    public long ArticlesVersion { get; init; }

    /// <summary>The <see cref="ArticlesVersion"/> that disputes, repeats and sums were worked out from.</summary>
    public long ComparedVersion { get; init; }

    /// <summary>The version of the comparison and the dossier that they were worked out with.</summary>
    public required string ComparedWith { get; init; }

    /// <summary>The dossier whose sides, actors, topics and places are here.</summary>
    public required string DossierVersion { get; init; }
}

/// <summary>When an article was last stored, read again or removed: what readers have to look at after a commit, whoever made it.</summary>
internal sealed class ArticleChangeEntity
{
    /// <summary>No reference: it outlives the article.</summary>
    public int ArticleId { get; init; }

    /// <summary>A <see cref="StoreStateEntity.DataVersion"/>.</summary>
    public long Version { get; init; }
}
