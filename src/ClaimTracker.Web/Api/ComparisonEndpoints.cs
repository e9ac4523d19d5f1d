using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api;

/// <summary>What comparing finds besides contested questions: shifts, origins, pairs that only look alike, accusations without an answer.</summary>
internal static class ComparisonEndpoints
{
    private const string Claim = "claim";
    private const string Reason = "reason";
    private const int LastPage = 10_000;

    private static readonly OpenApiParameter PageSize = ApiParameters.Paging.Single(p => p.Name == Parameters.PageSize);

    private static readonly OpenApiParameter OfClaim =
        ApiParameters.One(Claim, "The key of one of the two claims.", JsonSchemaType.String);

    public static void MapComparison(this RouteGroupBuilder api)
    {
        api.MapGet("/shifts", ShiftsAsync).WithName("shifts")
            .WithSummary("Where a speaker says something else than before: a figure raised, lowered, withdrawn, another headline, a position reversed; the latest first.")
            .WithParameters([ApiParameters.One(Parameters.Actor, "Id of the speaker of either claim.", JsonSchemaType.String), OfClaim, PageSize]);
        api.MapGet("/origins", OriginsAsync).WithName("origins").WithSummary("Articles that are copies of one text, those with most articles first.");
        api.MapGet("/not-comparable", NotComparableAsync).WithName("not-comparable")
            .WithSummary("Pairs that look like contradictions and are none, and why; the surest first.")
            .WithParameters(
            [
                ApiParameters.One(Reason, $"What keeps them apart: {string.Join(", ", AddressNames.All<ApartReason>())}.", JsonSchemaType.String), OfClaim, PageSize,
            ]);
        api.MapGet("/unanswered", UnansweredAsync).WithName("unanswered")
            .WithSummary("Accusations to which nobody of those accused is quoted in answer, as of the last article; the latest first.")
            .WithParameters([.. ApiParameters.Filter, ApiParameters.One(Parameters.Page, "From 1.", JsonSchemaType.Integer), PageSize]);
    }

    private static async Task<Results<Ok<FirstJson<ShiftJson>>, ValidationProblem>> ShiftsAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var (actor, claim, most) = (reader.Single(Parameters.Actor), reader.Single(Claim), Most(reader));
        var (_, unknown) = await known.CheckAsync(new ClaimFilter { Actors = actor is null ? [] : [actor] }, stop);
        var problems = await WithClaimAsync([.. reader.Problems, .. unknown], claim, queries, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var shifts = claim is null
            ? await queries.ShiftsAsync(actor, most + 1, stop)
            : [.. (await queries.ShiftsOfClaimAsync(claim, stop)).Where(s => actor is null || s.Earlier.Speaker.Id == actor || s.Later.Speaker.Id == actor)];
        var links = new Links(http.Request);
        return TypedResults.Ok(First(shifts, most, s => ShiftJson.Of(s, links)));
    }

    private static async Task<Ok<ListJson<OriginJson>>> OriginsAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        var origins = await queries.OriginsAsync(stop);
        return TypedResults.Ok(new ListJson<OriginJson>(origins.Count, [.. origins.Select(o => OriginJson.Of(o, links))]));
    }

    private static async Task<Results<Ok<FirstJson<NotComparableJson>>, ValidationProblem>> NotComparableAsync(
        HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var claim = reader.Single(Claim);
        ApartReason? reason = reader.Single(Reason) is null ? null : reader.Name(Reason, default(ApartReason));
        var most = Most(reader);
        var problems = await WithClaimAsync(reader.Problems, claim, queries, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var pairs = claim is null
            ? await queries.NotComparableAsync(reason, most + 1, stop)
            : [.. (await queries.NotComparableAsync(claim, stop)).Where(p => reason is null || p.Reason == reason)];
        var links = new Links(http.Request);
        return TypedResults.Ok(First(pairs, most, p => NotComparableJson.Of(p, links)));
    }

    private static async Task<Results<Ok<ListJson<UnansweredJson>>, ValidationProblem>> UnansweredAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var page = reader.Number(Parameters.Page, 1, LastPage, 1);
        // How many stand on a page is read with the filter, as for claims.
        var (view, unread) = ClaimAddress.Read(http.Request.Query);
        var (filter, unknown) = await known.CheckAsync(view.Filter, stop);
        if (reader.Problems.Count + unread.Count + unknown.Count > 0)
            return Problems.Of([.. reader.Problems, .. unread, .. unknown]);
        var links = new Links(http.Request);
        var found = await queries.UnansweredAsync(filter, (page - 1) * view.PageSize, view.PageSize, stop);
        return TypedResults.Ok(new ListJson<UnansweredJson>(found.Total, [.. found.Items.Select(u => UnansweredJson.Of(u, links))]));
    }

    private static int Most(QueryReader reader) => reader.Number(Parameters.PageSize, 1, ClaimView.LargestPageSize, ClaimView.DefaultPageSize);

    private static async Task<IReadOnlyList<ParameterProblem>> WithClaimAsync(
        IReadOnlyList<ParameterProblem> problems, string? claim, IClaimQueries queries, CancellationToken stop) =>
        claim is null || await queries.ClaimAsync(claim, stop) is not null
            ? problems
            : [.. problems, new(Claim, Formats.Fill(Texts.ProblemUnknown, Claim, ParameterProblem.Echo(claim)))];

    private static FirstJson<TJson> First<TRow, TJson>(IReadOnlyList<TRow> rows, int most, Func<TRow, TJson> json) =>
        new(rows.Count > most, [.. rows.Take(most).Select(json)]);
}
