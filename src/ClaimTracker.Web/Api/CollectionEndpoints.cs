using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Api;

/// <summary>Articles, actors, contested questions and outlets.</summary>
internal static class CollectionEndpoints
{
    public static async Task<Ok<ListJson<ArticleJson>>> ArticlesAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        return All((await queries.ArticlesAsync(stop)).Select(a => ArticleJson.Of(a, links)));
    }

    public static async Task<Results<Ok<ArticleDetailJson>, ProblemHttpResult>> ArticleAsync(
        string key, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.ArticleAsync(key, stop) is { } article
            ? TypedResults.Ok(ArticleDetailJson.Of(article, new Links(http.Request)))
            : Problems.NotFound(Texts.NotFoundArticle);

    public static async Task<Results<Ok<ListJson<ActorJson>>, ValidationProblem>> ActorsAsync(
        HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var all = reader.Switch(Parameters.All) ?? false;
        if (reader.Problems.Count > 0)
            return Problems.Of(reader.Problems);
        var links = new Links(http.Request);
        return All((await queries.ActorsAsync(all, stop)).Select(a => ActorJson.Of(a, links)));
    }

    public static async Task<Results<Ok<ActorDetailJson>, ProblemHttpResult>> ActorAsync(
        string id, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.ActorAsync(id, stop) is { } actor
            ? TypedResults.Ok(ActorDetailJson.Of(actor, new Links(http.Request)))
            : Problems.NotFound(Texts.NotFoundActor);

    public static async Task<Results<Ok<ListJson<DisputeJson>>, ValidationProblem>> DisputesAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var (asked, unread) = DisputeView.Read(http.Request.Query);
        var (view, unknown) = await known.CheckAsync(asked, stop);
        if (unread.Count + unknown.Count > 0)
            return Problems.Of([.. unread, .. unknown]);
        var links = new Links(http.Request);
        return All((await queries.DisputesAsync(view.Filter, 0, int.MaxValue, stop)).Items.Select(d => DisputeJson.Of(d, links)));
    }

    public static async Task<Results<Ok<DisputeJson>, ProblemHttpResult>> DisputeAsync(
        string slug, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.DisputeAsync(slug, stop) is { } dispute
            ? TypedResults.Ok(DisputeJson.Of(dispute, new Links(http.Request)))
            : Problems.NotFound(Texts.NotFoundDispute);

    public static async Task<Ok<ListJson<RepeatJson>>> RepeatsAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        return All((await queries.AllRepeatsAsync(stop)).Select(r => RepeatJson.Of(r, links)));
    }

    public static async Task<Ok<ListJson<ArithmeticCheck>>> ArithmeticAsync(IClaimQueries queries, CancellationToken stop) => All(await queries.ArithmeticAsync(stop));

    public static async Task<Results<Ok<ListJson<MatrixJson>>, ValidationProblem>> MatrixAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, SideRegister sides, CancellationToken stop)
    {
        var (view, unread) = ClaimAddress.Read(http.Request.Query);
        var (filter, unknown) = await known.CheckAsync(view.Filter, stop);
        if (unread.Count + unknown.Count > 0)
            return Problems.Of([.. unread, .. unknown]);
        var links = new Links(http.Request);
        return All(LossMatrix.Of(await queries.StatisticsAsync(filter, stop), sides).Select(m => MatrixJson.Of(m, links)));
    }

    public static async Task<Ok<ListJson<Source>>> SourcesAsync(IClaimQueries queries, CancellationToken stop) => All(await queries.SourcesAsync(stop));

    private static Ok<ListJson<T>> All<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        return TypedResults.Ok(new ListJson<T>(list.Count, list));
    }
}
