using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Api;

/// <summary>An article in a list.</summary>
public sealed record ArticleJson(
    string Key, string File, string Title, bool Untitled, Source? Source, PublishedDate Published, string? Dateline, int Claims, int Statistics,
    IReadOnlyDictionary<string, int> ClaimsBySide, string Url)
{
    public static ArticleJson Of(ArticleRow row, Links links) => new(
        row.Key, row.FileName, row.Title, row.Untitled, row.Source, row.Published, row.Dateline, row.Claims, row.Statistics, row.ClaimsBySide,
        links.Article(row.Key));
}

/// <summary>An article with its text, its claims and its figures. Spans point into <c>Text</c>.</summary>
public sealed record ArticleDetailJson(
    string Key, string File, string Title, bool Untitled, string ContentHash, Source? Source, string? Author, string Language, string? Dateline,
    PublishedDate Published, string Text, int[] Body, IReadOnlyList<int[]> Boilerplate, IReadOnlyList<ClaimJson> Claims,
    IReadOnlyList<StatisticJson> Statistics, string Url)
{
    public static ArticleDetailJson Of(ArticleDetail detail, Links links)
    {
        var article = detail.Article;
        return new(
            article.Key, article.FileName, article.DisplayTitle, article.Title is null, article.ContentHash, article.Source, article.Author, article.Language,
            article.Dateline, article.Published, article.Text, [article.Body.Start, article.Body.End],
            [.. article.Boilerplate.Select(b => new[] { b.Start, b.End })], [.. detail.Claims.Select(c => ClaimJson.Of(c, links))],
            [.. detail.Statistics.Select(s => StatisticJson.Of(s, links))], links.Article(article.Key));
    }
}

/// <summary>An actor in a list.</summary>
public sealed record ActorJson(
    string Id, string Name, ActorKind Kind, string? Side, IReadOnlyList<string> Roles, bool Known, int Claims, int Targeted, DateOnly? First, DateOnly? Last,
    string Url)
{
    public static ActorJson Of(ActorRow row, Links links) => new(
        row.Id, row.Name, row.Kind, row.Side, row.Roles, row.Known, row.Claims, row.Targeted, row.First, row.Last, links.Actor(row.Id));
}

/// <summary>An actor with all that is known of it.</summary>
public sealed record ActorDetailJson(
    ActorJson Actor, IReadOnlyList<string> Aliases, ActorRef? Parent, IReadOnlyList<ActorRef> Members, string? Note, int Disputed)
{
    public static ActorDetailJson Of(ActorDetail detail, Links links) => new(
        ActorJson.Of(detail.Row, links), detail.Aliases, detail.Parent, detail.Members, detail.Note, detail.Disputed);
}
