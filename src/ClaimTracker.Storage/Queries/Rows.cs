using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>An actor as named on a claim.</summary>
public sealed record ActorRef(string Id, string Name, string? Side);

/// <summary>An article as named on a claim. <c>Title</c> is never empty: untitled ones are called by dateline and day.</summary>
public sealed record ArticleRef(string Key, string Title, bool Untitled, Source? Source, PublishedDate Published);

/// <summary>A dispute as named on a claim.</summary>
public sealed record DisputeRef(string Slug, string Question, DisputeKind Kind);

/// <summary>One piece of a claim's passage: the words and what they are.</summary>
public enum PassagePart
{
    Frame,
    Source,
    Cue,
    Content,
}

/// <summary>A statistic with its words.</summary>
public sealed record StatisticRow(
    string Id, string ArticleKey, TextSpan Span, string Words, double? Low, double? High, Qualifier Qualifier, string? Unit, string? Measure,
    string? Counted, string? OfSide, string? Place, DateRange? Period, ActorRef? ClaimedBy, string? ClaimKey);

/// <summary>One statement at several places.</summary>
/// <param name="Why">The reason in words.</param>
/// <param name="Articles">In how many articles it stands.</param>
/// <param name="Claims">The earliest first.</param>
public sealed record RepeatRow(string Why, int Articles, IReadOnlyList<ClaimRow> Claims)
{
    /// <summary>What made them one statement.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>0 to 1: how much of the wording they share.</summary>
    public double Score { get; init; }
}

/// <summary>A claim as a list shows it: everything a card needs, no further query.</summary>
public sealed record ClaimRow
{
    public required string Key { get; init; }
    public required ActorRef Speaker { get; init; }
    public TextSpan? SpeakerSpan { get; init; }
    public bool Anaphoric { get; init; }
    public string? SpeakerResolution { get; init; }
    public ActorRef? ReportedBy { get; init; }
    public string? CueLemma { get; init; }
    public TextSpan? CueSpan { get; init; }
    public required ClaimAct Act { get; init; }
    public required QuotationKind Quotation { get; init; }

    /// <summary>In the article's text.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The content's words, parts joined by “ … ”. For lists and exports; pages that show the words cut them from <see cref="Passage"/>.</summary>
    public required string Words { get; init; }

    /// <summary>The sentence or sentences from the earliest of source, cue and content to the last, cut from the article.</summary>
    public required string Passage { get; init; }

    /// <summary>Where <see cref="Passage"/> begins in the article's text.</summary>
    public required int PassageStart { get; init; }

    public bool ContentDenied { get; init; }
    public string? NestedIn { get; init; }
    public bool InTitle { get; init; }
    public bool Implicit { get; init; }
    public ActorRef? Target { get; init; }
    public DateRange? SaidOn { get; init; }
    public DateRange? EventDate { get; init; }

    /// <summary>The day that filters and order go by: first day of <see cref="SaidOn"/>, else the article's; null where neither is known.</summary>
    public DateOnly? Date { get; init; }

    public required ArticleRef Article { get; init; }
    public IReadOnlyList<StatisticRow> Statistics { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<DisputeRef> Disputes { get; init; } = [];
    public double Confidence { get; init; }
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>In a page grouped by <see cref="ClaimGrouping.Repeats"/>: how many more claims of the filter make the same statement and are not listed.</summary>
    public int Folded { get; init; }

    /// <summary>The first of those, at most <see cref="MostFolded"/>, in the list's order.</summary>
    public IReadOnlyList<ClaimRow> FoldedClaims { get; init; } = [];

    /// <summary>More places with the same statement than this are looked up on the claim's own page.</summary>
    public const int MostFolded = 8;
}

/// <summary>A page of claims. <c>Next</c> is the opaque text for <c>after</c>; null on the last page.</summary>
/// <param name="Total">Claims that the filter finds.</param>
/// <param name="Items">In the filter's order.</param>
/// <param name="Next">For <c>after</c>. It names a place in the order, not a number: what is stored meanwhile moves no page. By relevance it can, a little.</param>
public sealed record ClaimPage(int Total, IReadOnlyList<ClaimRow> Items, string? Next)
{
    /// <summary>Entries of the whole list: <see cref="Total"/>, or with <see cref="ClaimGrouping.Repeats"/> the number of different statements.</summary>
    public int Groups { get; init; } = Total;

    /// <summary>What the filter's text was read as, other names included: for marking hits. Empty without a text.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];
}

/// <summary>One value of a facet. Counts follow the other filters; a value with a count of zero stays listed.</summary>
public sealed record FacetValue(string Value, string Label, int Count, bool Selected, string? Side = null)
{
    /// <summary>Other names under which a reader may look for it: an actor's aliases.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(FacetValue? other) => other is not null
        && (Value, Label, Count, Selected, Side) == (other.Value, other.Label, other.Count, other.Selected, other.Side) && Aliases.SequenceEqual(other.Aliases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Label, Count, Selected, Side);
}

/// <summary>A facet: <c>side</c>, <c>actor</c>, <c>source</c>, <c>topic</c>, <c>place</c>, <c>act</c>, <c>quotation</c>, <c>article</c>, <c>statistics</c>, <c>disputed</c>.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="Values">At most <see cref="MostValues"/>: those that most claims have, and those that are selected.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values)
{
    /// <summary>So many a page can list. <see cref="IClaimQueries.FacetValuesAsync"/> finds the others by name.</summary>
    public const int MostValues = 100;

    /// <summary>How many more values claims of the collection have.</summary>
    public int More { get; init; }
}

/// <summary>Claims of one week (Monday) by side place; <c>Week</c> null for the undated.</summary>
public sealed record WeekCount(DateOnly? Week, int Left, int Right, int Third);

/// <summary>Claims of one day.</summary>
public sealed record DayCount(DateOnly Day, int Claims);

/// <summary>An article in a list.</summary>
public sealed record ArticleRow(
    string Key, string FileName, string Title, bool Untitled, Source? Source, PublishedDate Published, string? Dateline, int Claims, int Statistics,
    IReadOnlyDictionary<string, int> ClaimsBySide);

/// <summary>A part of a list of articles.</summary>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Items">The part.</param>
public sealed record ArticlePage(int Total, IReadOnlyList<ArticleRow> Items);

/// <summary>What a source carries.</summary>
/// <param name="Source">Which.</param>
/// <param name="Articles">How many.</param>
/// <param name="ClaimsBySide">By the side's id; sides without claims are left out.</param>
public sealed record SourceTotals(Source Source, int Articles, IReadOnlyDictionary<string, int> ClaimsBySide)
{
    public int Claims => ClaimsBySide.Values.Sum();
}

/// <summary>Figures of a part of the articles.</summary>
/// <param name="Articles">How many articles the whole has that can have figures.</param>
/// <param name="Items">The figures of the part.</param>
public sealed record StatisticPage(int Articles, IReadOnlyList<StatisticRow> Items);

/// <summary>An article with all that the reader page shows.</summary>
public sealed record ArticleDetail(Article Article, IReadOnlyList<ClaimRow> Claims, IReadOnlyList<StatisticRow> Statistics, string? Previous, string? Next);

/// <summary>An actor in a list. <c>Known</c>: from the dossier, not from one article.</summary>
public sealed record ActorRow(
    string Id, string Name, ActorKind Kind, string? Side, IReadOnlyList<string> Roles, bool Known, int Claims, int Targeted, DateOnly? First, DateOnly? Last);

/// <summary>Which actors of those with claims or targeted by claims are asked for.</summary>
public sealed record ActorFilter
{
    /// <summary>Ids of sides, or <see cref="ClaimFilter.NoSide"/>; none asks for all.</summary>
    public IReadOnlyList<string> Sides { get; init; } = [];

    /// <summary>Words that their names or other names have, in any order, each as the beginning of a word; null for any.</summary>
    public string? Name { get; init; }

    /// <summary>The dossier's others too.</summary>
    public bool All { get; init; }
}

/// <summary>A part of a list of actors.</summary>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Items">The part.</param>
public sealed record ActorPage(int Total, IReadOnlyList<ActorRow> Items);

/// <summary>An actor with all that its page shows.</summary>
public sealed record ActorDetail(ActorRow Row, IReadOnlyList<string> Aliases, ActorRef? Parent, IReadOnlyList<ActorRef> Members, string? Note, int Disputed);

/// <summary>A position with its claims.</summary>
public sealed record PositionRow(string Side, IReadOnlyList<ClaimRow> Claims, IReadOnlyList<ClaimRow> Supporting);

/// <summary>A dispute in a list: for each side how many claims, and the one that speaks best for it.</summary>
public sealed record DisputeRow(
    string Slug, string Question, DisputeKind Kind, double Score, string Why, string? Difference, IReadOnlyList<string> Features, IReadOnlyList<string> Topics,
    IReadOnlyList<PositionRow> Positions, int Articles)
{
    /// <summary>The first of the days that it is about or, where those are not known, on which its claims were said; null where neither is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last of those days.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>What the collection holds.</summary>
public sealed record Totals(int Articles, int Sources, int Claims, int Statistics, int Actors, int Disputes, IReadOnlyList<SideTotals> BySide);

/// <summary>What the collection holds of one side.</summary>
public sealed record SideTotals(string Side, int Claims, int Speakers, int Quoted, int Statistics);

/// <summary>One run of the ingestion: what came in, what was skipped and why.</summary>
public sealed record IngestRunRow(
    long Id, DateTimeOffset Started, DateTimeOffset? Finished, string Trigger, int Stored, int Known, int Skipped, IReadOnlyList<SkippedFile> Files);

/// <summary>A file that was skipped, with the sentence that says why.</summary>
public sealed record SkippedFile(string File, string Reason);
