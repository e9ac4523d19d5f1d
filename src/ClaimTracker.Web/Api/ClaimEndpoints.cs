using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Api;

/// <summary>Claims and figures by the same filters as on the pages.</summary>
internal static class ClaimEndpoints
{
    public static async Task<Results<Ok<ClaimListJson>, ValidationProblem>> ListAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, Labels labels, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        try
        {
            var page = await queries.FindAsync(view.Filter, view.After, view.PageSize, stop);
            var facets = FacetValueJson.Of(await queries.FacetsAsync(view.Filter, stop), labels);
            var links = new Links(http.Request);
            return TypedResults.Ok(new ClaimListJson(page.Total, page.Next, [.. page.Items.Select(c => ClaimJson.Of(c, links))], facets));
        }
        catch (FormatException)
        {
            return Problems.Of(new ParameterProblem(Parameters.After, Formats.Fill(Texts.ProblemCursorApi, ParameterProblem.Echo(view.After ?? ""))));
        }
    }

    public static async Task<Results<Ok<ClaimJson>, ProblemHttpResult>> OneAsync(
        string key, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.ClaimAsync(key, stop) is { } claim
            ? TypedResults.Ok(ClaimJson.Of(claim, new Links(http.Request)))
            : Problems.NotFound(Texts.NotFoundClaim);

    public static async Task<Results<Ok<StatisticListJson>, ValidationProblem>> StatisticsAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var links = new Links(http.Request);
        var figures = await queries.StatisticsAsync(view.Filter, stop);
        var page = new ListPage(view.After, view.PageSize);
        return page.Cut(figures, f => f.Id) is var (items, next)
            ? TypedResults.Ok(new StatisticListJson(figures.Count, next, [.. items.Select(f => StatisticJson.Of(f, links))], await queries.ArithmeticAsync(stop)))
            : Problems.Of(page.Unknown);
    }
}
