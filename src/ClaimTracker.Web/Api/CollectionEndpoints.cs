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
    public static async Task<Results<Ok<ListJson<ArticleJson>>, ValidationProblem>> ArticlesAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        return ListPage.Of(http, await queries.ArticlesAsync(stop), a => a.Key, a => ArticleJson.Of(a, links));
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
        var links = new Links(http.Request);
        return ListPage.Of(http, await queries.ActorsAsync(all, stop), a => a.Id, a => ActorJson.Of(a, links), reader.Problems);
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
        var reader = new QueryReader(http.Request.Query);
        var page = ListPage.Read(reader);
        if (unread.Count + unknown.Count + reader.Problems.Count > 0)
            return Problems.Of([.. unread, .. unknown, .. reader.Problems]);
        var links = new Links(http.Request);
        if (await CountedPage.SkipAsync(page.After, d => d.Slug, async (skip, take) => (await queries.DisputesAsync(view.Filter, skip, take, stop)).Items) is not { } from)
            return Problems.Of(page.Unknown);
        var found = await queries.DisputesAsync(view.Filter, from, page.Size, stop);
        var seen = from + found.Items.Count;
        return TypedResults.Ok(new ListJson<DisputeJson>(found.Total, [.. found.Items.Select(d => DisputeJson.Of(d, links))])
        {
            Next = found.Items.Count > 0 && seen < found.Total ? CountedPage.After(seen, found.Items[^1].Slug) : null,
        });
    }

    public static async Task<Results<Ok<DisputeJson>, ProblemHttpResult>> DisputeAsync(
        string slug, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.DisputeAsync(slug, stop) is { } dispute
            ? TypedResults.Ok(DisputeJson.Of(dispute, new Links(http.Request)))
            : Problems.NotFound(Texts.NotFoundDispute);

    public static async Task<Results<Ok<ListJson<RepeatJson>>, ValidationProblem>> RepeatsAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        return ListPage.Of(http, await queries.AllRepeatsAsync(stop), r => string.Join('.', r.Claims.Take(2).Select(c => c.Key)), r => RepeatJson.Of(r, links));
    }

    public static async Task<Results<Ok<ListJson<ArithmeticCheck>>, ValidationProblem>> ArithmeticAsync(HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        ListPage.Of(http, await queries.ArithmeticAsync(stop), a => string.Join('.', a.Terms.Append(a.Total).Prepend(a.Kind)), a => a);

    public static async Task<Results<Ok<ListJson<MatrixJson>>, ValidationProblem>> MatrixAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, SideRegister sides, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var links = new Links(http.Request);
        var matrices = LossMatrix.Of(await queries.StatisticsAsync(view.Filter, stop), sides);
        return ListPage.Of(http, matrices, m => $"{Formats.Machine(m.From)}.{Formats.Machine(m.To)}", m => MatrixJson.Of(m, links));
    }

    public static async Task<Results<Ok<ListJson<Source>>, ValidationProblem>> SourcesAsync(HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        ListPage.Of(http, await queries.SourcesAsync(stop), s => s.Id, s => s);
}
