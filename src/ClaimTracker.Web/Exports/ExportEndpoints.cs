using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Http;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ClaimTracker.Web.Exports;

/// <summary>What is on a page of claims or of a comparison as a file, all of it, streamed.</summary>
internal sealed class ExportEndpoints(ExportFormat format)
{
    /// <summary>Every form there is, in the order of pages.</summary>
    public static readonly IReadOnlyList<ExportFormat> Formats = [new CsvFormat(), new JsonLinesFormat(), new JsonLdFormat()];

    public async Task<Results<EmptyHttpResult, ValidationProblem>> ClaimsAsync(
        HttpContext http, KnownIds known, ClaimPages pages, IClaimQueries queries, IOptions<JsonOptions> json, CancellationToken stop)
    {
        var (view, problems) = await known.ReadAsync(http.Request.Query, stop);
        if (problems.Count > 0)
            return Problems.Of(problems);
        await SendAsync(http, FileName.Of("claims", ClaimAddress.Write(view.Filter), format.Extension), pages.OfAsync(view.Filter, stop), false, queries, json);
        return TypedResults.Empty;
    }

    public async Task<Results<EmptyHttpResult, ValidationProblem>> CompareAsync(
        HttpContext http, KnownIds known, ClaimPages pages, IClaimQueries queries, IOptions<JsonOptions> json, CancellationToken stop)
    {
        var (asked, unread) = CompareAddress.Read(http.Request.Query);
        var (view, unknown) = await known.CheckAsync(asked, stop);
        if (view is { Claims.Count: 0 } and not { Left: not null, Right: not null })
            unknown = [.. unknown, new(Parameters.Claims, Texts.ProblemNothingToCompare)];
        if (unread.Count + unknown.Count > 0)
            return Problems.Of([.. unread, .. unknown]);
        await SendAsync(http, FileName.Of("compare", CompareAddress.Write(view), format.Extension), pages.OfAsync(view, stop), true, queries, json);
        return TypedResults.Empty;
    }

    private async Task SendAsync(
        HttpContext http, string fileName, IAsyncEnumerable<ExportPage> pages, bool isComparison, IClaimQueries queries, IOptions<JsonOptions> json)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        http.Response.ContentType = format.MediaType;
        http.Response.Headers.ContentDisposition = disposition.ToString();
        if (!HeadRequests.Is(http))
            await format.WriteAsync(pages, isComparison, new(http.Response.Body, new Links(http.Request), queries, json.Value.SerializerOptions, http.RequestAborted));
    }
}
