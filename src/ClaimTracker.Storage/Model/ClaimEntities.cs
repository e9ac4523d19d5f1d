using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Model;

/// <summary>A claim with what lists need copied onto it: source, side, day and passage, so that no filter and no card joins the article.</summary>
internal sealed class ClaimEntity
{
    /// <summary>Kept with the key when an article is read again. Ties within a day are ordered by it.</summary>
    public int Id { get; init; }
    public required string Key { get; init; }
    public int ArticleId { get; init; }
    public ArticleEntity? Article { get; init; }

    /// <summary>Its place in the article's list of claims, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>The article's source.</summary>
    public int? SourceId { get; init; }
    public int SpeakerId { get; init; }
    public ActorEntity? Speaker { get; init; }

    /// <summary>The speaker's side; null for none.</summary>
    public string? Side { get; init; }

    /// <summary><see cref="DateOnly.DayNumber"/> of the first day it was said or, unknown, of publication; null where neither is known.</summary>
    public int? Day { get; init; }

    /// <summary>Year × 12 + month − 1 of that day: what a partition or a monthly count goes by.</summary>
    public int? Month { get; init; }
    public ClaimAct Act { get; init; }
    public QuotationKind Quotation { get; init; }
    public required IReadOnlyList<TextSpan> Content { get; init; }
    public bool ContentDenied { get; init; }

    /// <summary>The key of the claim inside which this one stands.</summary>
    public string? NestedIn { get; init; }
    public bool InTitle { get; init; }
    public bool Implicit { get; init; }
    public int? TargetId { get; init; }
    public ActorEntity? Target { get; init; }
    public int? ReportedById { get; init; }
    public ActorEntity? ReportedBy { get; init; }
    public int? SpeakerStart { get; init; }
    public int? SpeakerEnd { get; init; }
    public bool Anaphoric { get; init; }
    public string? Resolution { get; init; }
    public string? CueLemma { get; init; }
    public int? CueStart { get; init; }
    public int? CueEnd { get; init; }
    public DateOnly? SaidFrom { get; init; }
    public DateOnly? SaidTo { get; init; }
    public DateBasis? SaidBasis { get; init; }
    public string? SaidWords { get; init; }
    public DateOnly? EventFrom { get; init; }
    public DateOnly? EventTo { get; init; }
    public DateBasis? EventBasis { get; init; }
    public string? EventWords { get; init; }
    public double Confidence { get; init; }
    public IReadOnlyList<string> Rules { get; init; } = [];
    public int PassageStart { get; init; }

    /// <summary>The sentences around the claim, cut from the article. What full-text search looks through.</summary>
    public required string Passage { get; init; }

    public List<ClaimTopicEntity> Topics { get; init; } = [];
    public List<ClaimPlaceEntity> Places { get; init; } = [];
    public List<ClaimStatisticEntity> Statistics { get; init; } = [];
}

internal sealed class ClaimTopicEntity
{
    public int ClaimId { get; init; }
    public int Ordinal { get; init; }
    public int TopicId { get; init; }
    public TopicEntity? Topic { get; init; }
}

internal sealed class ClaimPlaceEntity
{
    public int ClaimId { get; init; }
    public int Ordinal { get; init; }
    public int PlaceId { get; init; }
    public PlaceEntity? Place { get; init; }
}

internal sealed class StatisticEntity
{
    public int Id { get; init; }
    public required string Key { get; init; }
    public int ArticleId { get; init; }
    public int Start { get; init; }
    public int End { get; init; }
    public required string Words { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public Qualifier Qualifier { get; init; }
    public string? Unit { get; init; }
    public string? Measure { get; init; }
    public string? Counted { get; init; }
    public string? OfSide { get; init; }
    public string? Place { get; init; }
    public DateOnly? PeriodFrom { get; init; }
    public DateOnly? PeriodTo { get; init; }
    public DateBasis? PeriodBasis { get; init; }
    public string? PeriodWords { get; init; }
    public int? ClaimedById { get; init; }
    public ActorEntity? ClaimedBy { get; init; }
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>A number can stand inside several claims: a denial and the allegation in it.</summary>
internal sealed class ClaimStatisticEntity
{
    public int ClaimId { get; init; }
    public ClaimEntity? Claim { get; init; }
    public int Ordinal { get; init; }
    public int StatisticId { get; init; }
    public StatisticEntity? Statistic { get; init; }
}
