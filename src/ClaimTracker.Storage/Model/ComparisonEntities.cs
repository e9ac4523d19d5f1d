using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Model;

internal sealed class DisputeEntity
{
    public int Id { get; init; }
    public required string Slug { get; init; }
    public required string Question { get; init; }
    public DisputeKind Kind { get; init; }
    public double Score { get; init; }
    public required string Why { get; init; }
    public string? Difference { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary><see cref="DateOnly.DayNumber"/> of the first of the days that it is about, or on which its claims were said; null for none known.</summary>
    public int? FromDay { get; init; }
    public int? ToDay { get; init; }
    public List<DisputeClaimEntity> Claims { get; init; } = [];
}

/// <summary>A claim in a dispute: in which position, and whether it states the position or only backs it.</summary>
internal sealed class DisputeClaimEntity
{
    public int DisputeId { get; init; }

    /// <summary>The position's place among the dispute's positions, from 0.</summary>
    public int Position { get; init; }
    public int Ordinal { get; init; }
    public required string Side { get; init; }
    public bool Supporting { get; init; }
    public int ClaimId { get; init; }
    public ClaimEntity? Claim { get; init; }
}

internal sealed class RepeatEntity
{
    public int Id { get; init; }
    public required string Why { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public double Score { get; init; }
    public List<RepeatClaimEntity> Claims { get; init; } = [];
}

internal sealed class RepeatClaimEntity
{
    public int RepeatId { get; init; }
    public int Ordinal { get; init; }
    public int ClaimId { get; init; }
    public ClaimEntity? Claim { get; init; }
}

/// <summary>Two claims that look alike, and why they say nothing against each other.</summary>
internal sealed class NotComparableEntity
{
    public int Id { get; init; }

    /// <summary>Of the two the claim whose key sorts first (ordinal).</summary>
    public int FirstClaimId { get; init; }
    public ClaimEntity? FirstClaim { get; init; }
    public int SecondClaimId { get; init; }
    public ClaimEntity? SecondClaim { get; init; }
    public ApartReason Reason { get; init; }
    public required string Why { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public double Score { get; init; }
}

/// <summary>A speaker who says something else than before.</summary>
internal sealed class ShiftEntity
{
    public int Id { get; init; }
    public ShiftKind Kind { get; init; }
    public int EarlierClaimId { get; init; }
    public ClaimEntity? EarlierClaim { get; init; }
    public int LaterClaimId { get; init; }
    public ClaimEntity? LaterClaim { get; init; }
    public required string Why { get; init; }
    public string? Difference { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public double Score { get; init; }
}

/// <summary>Articles that are copies of one text.</summary>
internal sealed class OriginEntity
{
    public int Id { get; init; }
    public string? Agency { get; init; }
    public required string Why { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public double Score { get; init; }
    public List<OriginArticleEntity> Articles { get; init; } = [];
}

internal sealed class OriginArticleEntity
{
    public int OriginId { get; init; }
    public int Ordinal { get; init; }
    public int ArticleId { get; init; }
    public ArticleEntity? Article { get; init; }
}

internal sealed class ArithmeticEntity
{
    public int Id { get; init; }
    public int ArticleId { get; init; }
    public ArticleEntity? Article { get; init; }
    public required string Kind { get; init; }
    public IReadOnlyList<string> Terms { get; init; } = [];
    public required string Total { get; init; }
    public double Computed { get; init; }
    public ArithmeticVerdict Holds { get; init; }
    public required string Why { get; init; }
}
