using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Queries;

/// <summary>Which disputes a reader asked for. OR within a list, AND across; an empty list or null asks for everything.</summary>
public sealed record DisputeFilter
{
    public IReadOnlyList<DisputeKind> Kinds { get; init; } = [];

    /// <summary>Ids of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Ids of actors; an actor asks for disputes in which it speaks.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>First day of the period: disputes whose own days (<see cref="DisputeRow.From"/>, <see cref="DisputeRow.To"/>) touch it.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>A page of disputes, the strongest first.</summary>
/// <param name="Total">How many there are without paging.</param>
/// <param name="Items">Those of the page.</param>
public sealed record DisputePage(int Total, IReadOnlyList<DisputeRow> Items);

/// <summary>A verdict that two claims are not to be held against each other.</summary>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">What keeps them apart.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Features">In what they are alike and in what not.</param>
/// <param name="Score">0 to 1: how sure both were read.</param>
public sealed record NotComparableRow(
    ClaimRow First, ClaimRow Second, ApartReason Reason, string Why, IReadOnlyList<string> Features, double Score);

/// <summary>A speaker who says something else than before.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Earlier">The earlier claim; of a headline's the one in the body.</param>
/// <param name="Later">The later claim; of a headline's the one in the headline.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Difference">Both figures as printed; null for positions.</param>
/// <param name="Features">What made the pairing.</param>
/// <param name="Score">0 to 1: how sure both were read.</param>
public sealed record ShiftRow(
    ShiftKind Kind, ClaimRow Earlier, ClaimRow Later, string Why, string? Difference, IReadOnlyList<string> Features, double Score);

/// <summary>Articles that are copies of one text.</summary>
/// <param name="Articles">The earliest published first.</param>
/// <param name="Agency">The news agency that one of them names; null where none does.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Features">What made them one.</param>
/// <param name="Score">0 to 1: the least share of wording that one of them has in common with its nearest relative.</param>
public sealed record OriginRow(IReadOnlyList<ArticleRef> Articles, string? Agency, string Why, IReadOnlyList<string> Features, double Score);

/// <summary>An accusation to which the collection has no answer by whoever is accused.</summary>
/// <param name="Claim">The accusation.</param>
/// <param name="Accused">Who is accused.</param>
/// <param name="AsOf">The last day on which an article of the collection was published: until then nobody was quoted in answer. Null where no article has a day.</param>
public sealed record UnansweredRow(ClaimRow Claim, ActorRef Accused, DateOnly? AsOf);

/// <summary>A page of unanswered accusations, the latest first.</summary>
public sealed record UnansweredPage(int Total, IReadOnlyList<UnansweredRow> Items);
