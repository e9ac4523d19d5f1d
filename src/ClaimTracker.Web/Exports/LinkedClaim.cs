using System.Text.Json.Serialization;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Exports;

/// <summary>A claim in the words of schema.org (<c>https://schema.org/Claim</c>).</summary>
internal sealed record LinkedClaim(
    [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("@id")] string Id, string Identifier, string Text, LinkedAgent Author,
    string? DateCreated, IReadOnlyList<LinkedArticle> Appearance, LinkedArticle FirstAppearance, LinkedQuotation IsBasedOn,
    IReadOnlyList<LinkedFigure>? Mentions, ClaimJson Record)
{
    /// <param name="row">The claim.</param>
    /// <param name="repeats">The same statement at other places.</param>
    /// <param name="isPerson">By the id of an actor.</param>
    /// <param name="links">Addresses.</param>
    public static LinkedClaim Of(ClaimRow row, IEnumerable<ClaimRow> repeats, Func<string, bool> isPerson, Links links)
    {
        // Who stands alone or first is known only as far as days are: an undated article is never the first where a dated one has it too.
        var articles = repeats.Prepend(row).Select(c => c.Article).DistinctBy(a => a.Key)
            .OrderBy(a => a.Published.Date is null).ThenBy(a => a.Published.Date).Select(a => LinkedArticle.Of(a, links)).ToList();
        var author = new LinkedAgent(isPerson(row.Speaker.Id) ? "Person" : "Organization", row.Speaker.Name, links.Actor(row.Speaker.Id));
        return new(
            "Claim", links.Claim(row.Key), row.Key, row.Words, author, row.SaidOn is { From: { } day } said && said.To == day ? Formats.Machine(day) : null, articles, articles[0],
            new("Quotation", row.Passage, Passage.Written(row, row.SpeakerSpan)),
            row.Statistics.Count == 0 ? null : [.. row.Statistics.Select(LinkedFigure.Of)], ClaimJson.Of(row, links));
    }
}

/// <summary>Who says it.</summary>
internal sealed record LinkedAgent([property: JsonPropertyName("@type")] string Type, string Name, [property: JsonPropertyName("@id")] string Id);

/// <summary>An article in which it appears. One without a title has a name that was made for it.</summary>
internal sealed record LinkedArticle(
    [property: JsonPropertyName("@type")] string Type, [property: JsonPropertyName("@id")] string Id, string? Headline, string? Name, string? DatePublished,
    LinkedPublisher? Publisher)
{
    public static LinkedArticle Of(ArticleRef article, Links links) => new(
        "NewsArticle", links.Article(article.Key), article.Untitled ? null : article.Title, article.Untitled ? article.Title : null,
        article.Published.Date is { } day ? Formats.Machine(day) : null, article.Source is { } source ? new("Organization", source.Name) : null);
}

/// <summary>An outlet.</summary>
internal sealed record LinkedPublisher([property: JsonPropertyName("@type")] string Type, string Name);

/// <summary>The sentence as printed, and the speaker in its words.</summary>
internal sealed record LinkedQuotation([property: JsonPropertyName("@type")] string Type, string Text, string? CreditText);

/// <summary>A number claimed; <c>Name</c> is as printed.</summary>
internal sealed record LinkedFigure(
    [property: JsonPropertyName("@type")] string Type, string Name, double? MinValue, double? MaxValue, string? UnitText)
{
    public static LinkedFigure Of(StatisticRow figure) => new("QuantitativeValue", figure.Words, figure.Low, figure.High, figure.Unit);
}
