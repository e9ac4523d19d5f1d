using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Components;
using ClaimTracker.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Exports;

/// <summary>A claim alone, for the frames of other sites. Nothing runs in it, and it takes no colours from a visitor's cookie: they are not the framing page's.</summary>
internal static class EmbedEndpoint
{
    public const string Pattern = "/embed/claims/{key}";

    public static async Task<RazorComponentResult> OneAsync(string key, string? theme, HttpContext http, IClaimQueries queries, SiteFiles files, CancellationToken stop)
    {
        var claim = await queries.ClaimAsync(key, stop);
        return new RazorComponentResult<EmbeddedClaim>(new Dictionary<string, object?>
        {
            [nameof(EmbeddedClaim.Claim)] = claim,
            [nameof(EmbeddedClaim.Theme)] = theme is ThemeChoice.Light or ThemeChoice.Dark ? theme : null,
            [nameof(EmbeddedClaim.Style)] = files.Address("site.css"),
            [nameof(EmbeddedClaim.Links)] = new Links(http.Request),
        })
        { StatusCode = claim is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }
}
