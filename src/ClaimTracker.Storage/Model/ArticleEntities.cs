using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Model;

internal sealed class SourceEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public bool Described { get; init; }
}

internal sealed class ArticleEntity
{
    public int Id { get; init; }
    public required string Key { get; init; }
    public required string ContentHash { get; init; }
    public required string FileName { get; init; }
    public string? Title { get; init; }
    public required string DisplayTitle { get; init; }
    public int? TitleStart { get; init; }
    public int? TitleEnd { get; init; }
    public string? Dateline { get; init; }
    public int BodyStart { get; init; }
    public int BodyEnd { get; init; }
    public required IReadOnlyList<TextSpan> Boilerplate { get; init; }
    public DateOnly? PublishedDate { get; init; }
    public DateBasis PublishedBasis { get; init; }
    public string? PublishedEvidence { get; init; }
    public DateOnly? PublishedEarliest { get; init; }
    public DateOnly? PublishedLatest { get; init; }
    public DateOnly? Modified { get; init; }
    public int? SourceId { get; init; }
    public SourceEntity? Source { get; init; }
    public string? Author { get; init; }
    public required string Language { get; init; }
    public string? Url { get; init; }
    public bool FromHtml { get; init; }

    /// <summary>Last in the row: lists read the columns before it and leave its pages alone.</summary>
    public required string Text { get; init; }

    public List<ClaimEntity> Claims { get; init; } = [];
    public List<StatisticEntity> Statistics { get; init; } = [];
    public List<MentionEntity> Mentions { get; init; } = [];
}

/// <summary>The bytes that an article was read from, so that a newer engine can read it again when the file has gone.</summary>
internal sealed class OriginalEntity
{
    public int ArticleId { get; init; }
    public ArticleEntity? Article { get; init; }

    /// <summary>The path or address it first came from.</summary>
    public required string Origin { get; init; }

    /// <summary>What the article was read with: versions of engine, dossier and catalogue entry.</summary>
    public required string ReadWith { get; init; }

    /// <summary>What the catalogue said of the file, as JSON; null for nothing.</summary>
    public string? CatalogueEntry { get; init; }

    public DateTimeOffset Stored { get; init; }

    /// <summary>Brotli.</summary>
    public required byte[] Bytes { get; init; }
}

internal sealed class MentionEntity
{
    public int ArticleId { get; init; }
    public int Ordinal { get; init; }
    public int ActorId { get; init; }
    public ActorEntity? Actor { get; init; }
    public int Start { get; init; }
    public int End { get; init; }
}
