using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Api;

/// <summary>The first of a kind in their order, and whether there are more than were asked for.</summary>
public sealed record FirstJson<T>(bool More, IReadOnlyList<T> Items)
{
    /// <summary>Goes into <c>after</c> for the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A speaker, or one who speaks for the same body, says something else than before about the same thing.</summary>
/// <param name="Kind">In what way.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Difference">Both figures as printed; null for positions.</param>
/// <param name="Features">What made the pairing.</param>
/// <param name="Score">0 to 1: how sure both were read.</param>
/// <param name="Earlier">The earlier claim; of a headline's the one in the body.</param>
/// <param name="Later">The later claim; of a headline's the one in the headline.</param>
public sealed record ShiftJson(
    ShiftKind Kind, string Why, string? Difference, IReadOnlyList<string> Features, double Score, ClaimJson Earlier, ClaimJson Later)
{
    public static ShiftJson Of(ShiftRow row, Links links) =>
        new(row.Kind, row.Why, row.Difference, row.Features, row.Score, ClaimJson.Of(row.Earlier, links), ClaimJson.Of(row.Later, links));
}

/// <summary>Articles that are copies of one text, the earliest published first.</summary>
/// <param name="Agency">The news agency that one of them names; null where none does.</param>
/// <param name="Why">The reason in words.</param>
/// <param name="Features">What made them one.</param>
/// <param name="Score">0 to 1: the least share of wording that one of them has in common with its nearest relative.</param>
/// <param name="Articles">At least two.</param>
public sealed record OriginJson(string? Agency, string Why, IReadOnlyList<string> Features, double Score, IReadOnlyList<ArticleRefJson> Articles)
{
    public static OriginJson Of(OriginRow row, Links links) =>
        new(row.Agency, row.Why, row.Features, row.Score, [.. row.Articles.Select(a => ArticleRefJson.Of(a, links))]);
}

/// <summary>Two claims that look alike and do not oppose each other in that.</summary>
/// <param name="Reason">What keeps them apart.</param>
/// <param name="Why">The reason in words, with what each of them is about.</param>
/// <param name="Features">In what they are alike and in what not.</param>
/// <param name="Score">0 to 1: how sure both were read.</param>
/// <param name="First">One of the two.</param>
/// <param name="Second">The other.</param>
public sealed record NotComparableJson(
    ApartReason Reason, string Why, IReadOnlyList<string> Features, double Score, ClaimJson First, ClaimJson Second)
{
    public static NotComparableJson Of(NotComparableRow row, Links links) =>
        new(row.Reason, row.Why, row.Features, row.Score, ClaimJson.Of(row.First, links), ClaimJson.Of(row.Second, links));
}

/// <summary>An accusation to which the collection has no answer by whoever is accused.</summary>
/// <param name="Accused">Who is accused.</param>
/// <param name="AsOf">Until this day of the last article nobody was quoted in answer; null where no article has a day.</param>
/// <param name="Claim">The accusation.</param>
public sealed record UnansweredJson(ActorRef Accused, DateOnly? AsOf, ClaimJson Claim)
{
    public static UnansweredJson Of(UnansweredRow row, Links links) => new(row.Accused, row.AsOf, ClaimJson.Of(row.Claim, links));
}
