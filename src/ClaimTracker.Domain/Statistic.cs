namespace ClaimTracker.Domain;

/// <summary>How the words bound the number.</summary>
public enum Qualifier
{
    /// <summary>The number alone: low = high.</summary>
    Exactly,

    /// <summary>“At least 67,023”: low is the number, high is open.</summary>
    AtLeast,

    /// <summary>“More than”, “over”: low is the number printed, high is open.</summary>
    MoreThan,

    /// <summary>“About”, “some”, “approximately”: low = high = the number printed.</summary>
    About,

    /// <summary>“Nearly”, “almost”: high is the number printed, low is open.</summary>
    Nearly,

    /// <summary>“Up to”, “at most”: high is the number, low is open.</summary>
    UpTo,

    /// <summary>“Fewer than”, “under”: high is the number printed, low is open.</summary>
    LessThan,

    /// <summary>“15–25”, “between 15 and 20”: both.</summary>
    Range,

    /// <summary>The word “dozens”: low is 24, high is open. The conversion is ours and is shown as such.</summary>
    Dozens,

    /// <summary>The word “scores”: low is 40.</summary>
    Scores,

    /// <summary>The word “hundreds”: low is 200.</summary>
    Hundreds,

    /// <summary>The word “thousands”: low is 2,000.</summary>
    Thousands,

    /// <summary>“Millions”, “billions”: low is twice the unit.</summary>
    Millions,
}

/// <summary>A number claimed, or stated by the article in its own voice.</summary>
public sealed record Statistic
{
    /// <summary>Stable: the article's key, <c>s</c> and the span's start: <c>bfc0…-s1334</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number with its qualifier and unit symbol: “at least 67,023”, “15-25 km”.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The lower bound as printed, or null where open.</summary>
    public double? Low { get; init; }

    /// <summary>The upper bound as printed, or null where open.</summary>
    public double? High { get; init; }

    /// <summary>How the words bound it.</summary>
    public required Qualifier Qualifier { get; init; }

    /// <summary>What a one is: people, operations, incidents, posts, km, operations_per_day …</summary>
    public string? Unit { get; init; }

    /// <summary>What is said of them: killed, injured, conducted, present, destroyed …</summary>
    public string? Measure { get; init; }

    /// <summary>What is counted, in the article's words.</summary>
    public string? Counted { get; init; }

    /// <summary>Whose they are: a side, or a group of the dossier (“militants”).</summary>
    public string? OfSide { get; init; }

    /// <summary>The id of the place that the count is of.</summary>
    public string? Place { get; init; }

    /// <summary>The days that the count covers.</summary>
    public DateRange? Period { get; init; }

    /// <summary>The actor who claims it; null where the article states it in its own voice.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>The names of the rules that made it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>A place in the text that stands for an actor: a name, a role, a document that speaks, a pronoun that speaks.</summary>
public sealed record Mention(string Actor, TextSpan Span);

/// <summary>Everything the engine read in one article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Claims">In reading order of cue, or of content where there is no cue.</param>
/// <param name="Statistics">In reading order; apart from one another.</param>
/// <param name="Mentions">In reading order.</param>
/// <param name="Actors">Actors that no dossier has: unnamed sources, people met here for the first time.</param>
public sealed record ArticleAnalysis(
    Article Article,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Statistic> Statistics,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Actor> Actors);
