using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Model;

/// <summary>A side of the dossier. Claims carry its slug.</summary>
internal sealed class SideEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public SidePlace Place { get; init; }
    public int Ordinal { get; init; }
}

internal sealed class TopicEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public int Ordinal { get; init; }
}

internal sealed class PlaceEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>The slug of the place that contains it.</summary>
    public string? Within { get; init; }
    public int Ordinal { get; init; }
}

internal sealed class ActorEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public ActorKind Kind { get; init; }
    public string? Side { get; init; }

    /// <summary>The slug of the actor it belongs to.</summary>
    public string? Parent { get; init; }
    public string? Note { get; init; }

    /// <summary>True for one of the dossier, false for one that articles brought.</summary>
    public bool Known { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];
    public List<ActorAliasEntity> Aliases { get; init; } = [];
}

internal sealed class ActorAliasEntity
{
    public int ActorId { get; init; }
    public int Ordinal { get; init; }
    public required string Alias { get; init; }
}
