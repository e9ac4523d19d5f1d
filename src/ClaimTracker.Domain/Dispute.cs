namespace ClaimTracker.Domain;

/// <summary>In what way claims oppose each other.</summary>
public enum DisputeKind
{
    /// <summary>One rejects what another alleges.</summary>
    Denial,

    /// <summary>Different numbers for the same thing.</summary>
    Figure,

    /// <summary>Each says that the other began, violated, shelters.</summary>
    Blame,

    /// <summary>The same act under two names.</summary>
    Characterisation,

    /// <summary>The same number or act, a different group.</summary>
    Category,

    /// <summary>The same act, a different day or place.</summary>
    DateOrPlace,
}

/// <summary>What one side says on a contested question.</summary>
/// <param name="Side">A side of the dossier.</param>
/// <param name="Claims">Keys of claims each of which opposes the other positions.</param>
/// <param name="Supporting">Keys of claims that back the position without stating it.</param>
public sealed record Position(string Side, IReadOnlyList<string> Claims, IReadOnlyList<string> Supporting)
{
    /// <summary>By side and claims.</summary>
    public bool Equals(Position? other) =>
        other is not null && Side == other.Side && Claims.SequenceEqual(other.Claims) && Supporting.SequenceEqual(other.Supporting);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Side, Claims.Count, Supporting.Count);
}

/// <summary>A contested question with the claims for each position and the reason why they are paired.</summary>
/// <param name="Slug">Stable address part, made of the question's parts.</param>
/// <param name="Question">In neutral words, built from act, place, days, group, measure.</param>
/// <param name="Kind">In what way they oppose each other.</param>
/// <param name="Positions">At least two, in the dossier's order of sides.</param>
/// <param name="Score">0 to 1: how sure the pairing is and how widely it is contested.</param>
/// <param name="Why">The reason in words.</param>
public sealed record Dispute(string Slug, string Question, DisputeKind Kind, IReadOnlyList<Position> Positions, double Score, string Why)
{
    /// <summary>The features that made the pairing: “same act: airstrike”, “same days”.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Topic ids that its claims share, the most frequent first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The difference in words, for the space between the columns: “58 against 23”. Null where there is nothing to add to <see cref="Why"/>.</summary>
    public string? Difference { get; init; }

    /// <summary>The first of the days that it is about or, where those are not known, on which its claims were said; null where neither is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last of those days.</summary>
    public DateOnly? To { get; init; }

    /// <summary>By everything that it says, lists by what is in them.</summary>
    public bool Equals(Dispute? other) =>
        other is not null && Slug == other.Slug && Question == other.Question && Kind == other.Kind && Score.Equals(other.Score) && Why == other.Why
        && Difference == other.Difference && From == other.From && To == other.To && Features.SequenceEqual(other.Features)
        && Topics.SequenceEqual(other.Topics) && Positions.SequenceEqual(other.Positions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Slug, Score);
}

/// <summary>The same statement at several places, or in several articles.</summary>
/// <param name="Claims">Keys, the earliest first.</param>
/// <param name="Why">The reason in words.</param>
public sealed record Repeat(IReadOnlyList<string> Claims, string Why)
{
    /// <summary>What made them one: “same words”, “same speaker”, “same days”.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>0 to 1: how much of the wording they share; for the same statement in other words, how sure their readings are.</summary>
    public double Score { get; init; }

    /// <summary>By everything that it says, lists by what is in them.</summary>
    public bool Equals(Repeat? other) =>
        other is not null && Why == other.Why && Score.Equals(other.Score) && Claims.SequenceEqual(other.Claims) && Features.SequenceEqual(other.Features);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Claims[0], Claims.Count);
}

/// <summary>Whether numbers of one article fit each other.</summary>
public enum ArithmeticVerdict
{
    /// <summary>To the last digit.</summary>
    Exactly,

    /// <summary>Within what qualifiers and rounding allow.</summary>
    Approximately,

    /// <summary>They do not.</summary>
    No,
}

/// <summary>Parts against their total, or a rate times days against a total, as a reader with a pencil would do it.</summary>
/// <param name="ArticleKey">The article in which all the numbers stand.</param>
/// <param name="Kind"><c>sum</c>, <c>rate</c> or <c>percentage</c>.</param>
/// <param name="Terms">Ids of the statistics that are parts.</param>
/// <param name="Total">Id of the statistic that they are held against.</param>
/// <param name="Computed">What the parts come to.</param>
/// <param name="Holds">The verdict.</param>
/// <param name="Why">The sum written out: “3,357 + 1,346 + 26 = 4,729”.</param>
public sealed record ArithmeticCheck(
    string ArticleKey, string Kind, IReadOnlyList<string> Terms, string Total, double Computed, ArithmeticVerdict Holds, string Why)
{
    /// <summary>By everything that it says, terms by what is in them.</summary>
    public bool Equals(ArithmeticCheck? other) =>
        other is not null && ArticleKey == other.ArticleKey && Kind == other.Kind && Total == other.Total && Computed.Equals(other.Computed)
        && Holds == other.Holds && Why == other.Why && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ArticleKey, Kind, Total);
}

/// <summary>What comparing found.</summary>
public sealed record Comparisons(
    IReadOnlyList<Dispute> Disputes, IReadOnlyList<Repeat> Repeats, IReadOnlyList<ArithmeticCheck> Arithmetic)
{
    /// <summary>Pairs that look like contradictions and are none, in the order of their keys.</summary>
    public IReadOnlyList<NotComparable> NotComparable { get; init; } = [];

    /// <summary>Where a speaker says something else than before, in the order of the later claim's key.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>Articles that are copies of one text, in the order of the first one's key.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];
}
