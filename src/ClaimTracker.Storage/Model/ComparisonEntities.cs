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
    public List<RepeatClaimEntity> Claims { get; init; } = [];
}

internal sealed class RepeatClaimEntity
{
    public int RepeatId { get; init; }
    public int Ordinal { get; init; }
    public int ClaimId { get; init; }
    public ClaimEntity? Claim { get; init; }
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
