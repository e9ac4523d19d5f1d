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

    private static readonly OpenApiParameter OfClaim =
        ApiParameters.One(Claim, "The key of one of the two claims.", JsonSchemaType.String);

    public static void MapComparison(this RouteGroupBuilder api)
    {
        api.MapGet("/shifts", ShiftsAsync).WithName("shifts")
            .WithSummary("Where a speaker says something else than before: a figure raised, lowered, withdrawn, another headline, a position reversed; the latest first.")
            .WithParameters(() => [ApiParameters.One(Parameters.Actor, "Id of the speaker of either claim.", JsonSchemaType.String), OfClaim, .. ApiParameters.Paging]);
        api.MapGet("/origins", OriginsAsync).WithName("origins").WithSummary("Articles that are copies of one text, those with most articles first.")
            .WithParameters(() => ApiParameters.Paging);
        api.MapGet("/not-comparable", NotComparableAsync).WithName("not-comparable")
            .WithSummary("Pairs that look like contradictions and are none, and why; the surest first.")
            .WithParameters(() =>
            [
                ApiParameters.One(Reason, "What keeps them apart.", AddressNames.All<ApartReason>()), OfClaim, .. ApiParameters.Paging,
            ]);
        api.MapGet("/unanswered", UnansweredAsync).WithName("unanswered")
            .WithSummary("Accusations to which nobody of those accused is quoted in answer, as of the last article; the latest first.")
            .WithParameters(() => [.. ApiParameters.Filter, .. ApiParameters.Paging]);
    }

    private static async Task<Results<Ok<FirstJson<ShiftJson>>, ValidationProblem>> ShiftsAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var (actor, claim, page) = (reader.Single(Parameters.Actor), reader.Single(Claim), ListPage.Read(reader));
        var (_, unknown) = await known.CheckAsync(new ClaimFilter { Actors = actor is null ? [] : [actor] }, stop);
        var problems = await WithClaimAsync([.. reader.Problems, .. unknown], claim, queries, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var links = new Links(http.Request);
        return await FirstAsync(page, s => $"{s.Kind}.{s.Earlier.Key}.{s.Later.Key}", s => ShiftJson.Of(s, links), async most => claim is null
            ? await queries.ShiftsAsync(actor, most, stop)
            : [.. (await queries.ShiftsOfClaimAsync(claim, stop)).Where(s => actor is null || s.Earlier.Speaker.Id == actor || s.Later.Speaker.Id == actor)]);
    }

    private static async Task<Results<Ok<ListJson<OriginJson>>, ValidationProblem>> OriginsAsync(HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var links = new Links(http.Request);
        return ListPage.Of(http, await queries.OriginsAsync(stop), o => o.Articles[0].Key, o => OriginJson.Of(o, links));
    }

    private static async Task<Results<Ok<FirstJson<NotComparableJson>>, ValidationProblem>> NotComparableAsync(
        HttpContext http, IClaimQueries queries, CancellationToken stop)
    {
        var reader = new QueryReader(http.Request.Query);
        var claim = reader.Single(Claim);
        ApartReason? reason = reader.Single(Reason) is null ? null : reader.Name(Reason, default(ApartReason));
        var page = ListPage.Read(reader);
        var problems = await WithClaimAsync(reader.Problems, claim, queries, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var links = new Links(http.Request);
        return await FirstAsync(page, p => $"{p.Reason}.{p.First.Key}.{p.Second.Key}", p => NotComparableJson.Of(p, links), async most => claim is null
            ? await queries.NotComparableAsync(reason, most, stop)
            : [.. (await queries.NotComparableAsync(claim, stop)).Where(p => reason is null || p.Reason == reason)]);
    }

    private static async Task<Results<Ok<ListJson<UnansweredJson>>, ValidationProblem>> UnansweredAsync(
        HttpContext http, IClaimQueries queries, KnownIds known, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        var links = new Links(http.Request);
        if (await CountedPage.SkipAsync(view.After, KeyOf, async (skip, take) => (await queries.UnansweredAsync(view.Filter, skip, take, stop)).Items) is not { } from)
            return Problems.Of(new ListPage(view.After, view.PageSize).Unknown);
        var found = await queries.UnansweredAsync(view.Filter, from, view.PageSize, stop);
        var seen = from + found.Items.Count;
        return TypedResults.Ok(new ListJson<UnansweredJson>(found.Total, [.. found.Items.Select(u => UnansweredJson.Of(u, links))])
        {
            Next = found.Items.Count > 0 && seen < found.Total ? CountedPage.After(seen, KeyOf(found.Items[^1])) : null,
        });

        static string KeyOf(UnansweredRow row) => row.Claim.Key;
    }

    private static async Task<IReadOnlyList<ParameterProblem>> WithClaimAsync(
        IReadOnlyList<ParameterProblem> problems, string? claim, IClaimQueries queries, CancellationToken stop) =>
        claim is null || await queries.ClaimAsync(claim, stop) is not null
            ? problems
            : [.. problems, new(Claim, Formats.Fill(Texts.ProblemUnknown, Claim, ParameterProblem.Echo(claim)))];

    /// <summary>A page of rows of which it is not known how many there are: one more than it holds is asked for.</summary>
    private static async Task<Results<Ok<FirstJson<TJson>>, ValidationProblem>> FirstAsync<TRow, TJson>(
        ListPage page, Func<TRow, string> key, Func<TRow, TJson> json, Func<int, Task<IReadOnlyList<TRow>>> first)
    {
        if (await CountedPage.SkipAsync(page.After, key, async (skip, take) => [.. (await first(skip + take)).Skip(skip).Take(take)]) is not { } skip)
            return Problems.Of(page.Unknown);
        List<TRow> rows = [.. (await first(skip + page.Size + 1)).Skip(skip)];
        var more = rows.Count > page.Size;
        return TypedResults.Ok(new FirstJson<TJson>(more, [.. rows.Take(page.Size).Select(json)])
        {
            Next = more ? CountedPage.After(skip + page.Size, key(rows[page.Size - 1])) : null,
        });
    }
}
