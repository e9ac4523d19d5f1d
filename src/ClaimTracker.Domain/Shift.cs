namespace ClaimTracker.Domain;

/// <summary>In what way a speaker says something else than before.</summary>
public enum ShiftKind
{
    /// <summary>A higher figure for the same thing, later.</summary>
    Raised,

    /// <summary>A lower figure for the same thing, later.</summary>
    Lowered,

    /// <summary>A figure of one's own, rejected later.</summary>
    Withdrawn,

    /// <summary>The headline gives another figure, or the opposite, of what the same article's body has the same speaker say.</summary>
    Headline,

    /// <summary>Two figures for the same thing, told on one day or without one: which is the later nothing tells.</summary>
    Differs,

    /// <summary>What was said before is denied now, or the other way round.</summary>
    Reversed,
}

/// <summary>A speaker, or one who speaks for the same body, says something else than before about the same thing.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Actor">Who says the later of the two.</param>
/// <param name="Earlier">Key of the earlier claim; of a headline's the one in the body.</param>
/// <param name="Later">Key of the later claim; of a headline's the one in the headline.</param>
/// <param name="Why">The reason in words, with both figures or answers.</param>
public sealed record Shift(ShiftKind Kind, string Actor, string Earlier, string Later, string Why)
{
    /// <summary>The difference in words: “23, then 31”. Null for positions.</summary>
    public string? Difference { get; init; }

    /// <summary>What made the pairing: “same speaker”, “same measure: killed”, “same days: …”.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>0 to 1: how sure both were read; the less sure of the two counts.</summary>
    public double Score { get; init; }

    /// <summary>By everything that it says, features by what is in them.</summary>
    public bool Equals(Shift? other) =>
        other is not null && Kind == other.Kind && Actor == other.Actor && Earlier == other.Earlier && Later == other.Later && Why == other.Why
        && Difference == other.Difference && Score.Equals(other.Score) && Features.SequenceEqual(other.Features);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Earlier, Later);
}
