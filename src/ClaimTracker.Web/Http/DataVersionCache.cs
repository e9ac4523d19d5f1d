using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.StaticAssets;

namespace ClaimTracker.Web.Http;

/// <summary>Pages and answers are valid as long as the data behind them: an entity tag made of data version, dossier, program, colours and what the store's fault is.</summary>
/// <remarks>Caches ask each time (<c>no-cache</c>), so a changed database is seen at once; an unchanged one costs a 304.</remarks>
public sealed class DataVersionCache(RequestDelegate next)
{
    private static readonly string[] Never = ["/health", "/theme", "/error"];
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || IsExcluded(http))
        {
            await next(http);
            return;
        }

        // Asked for here and not before: the error page must come out when the store cannot even be made.
        var (queries, dossier) = (http.RequestServices.GetRequiredService<IClaimQueries>(), http.RequestServices.GetRequiredService<Dossier>());
        var fault = http.RequestServices.GetRequiredService<ClaimDatabase>().Fault?.Sentence ?? "";
        var tag = Tag(await queries.DataVersionAsync(http.RequestAborted), dossier.Version, ThemeChoice.Of(http), fault);
        if (http.Request.Headers.IfNoneMatch.Any(sent => sent is not null && sent.Contains(tag, StringComparison.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Mark(http.Response, tag);
            return;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                Mark(http.Response, tag);
            return Task.CompletedTask;
        });
        await next(http);
    }

    // Files answer for themselves, and where nothing stands there is nothing to keep.
    private static bool IsExcluded(HttpContext http) =>
        http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || Array.Exists(Never, start => http.Request.Path.StartsWithSegments(start, StringComparison.Ordinal));

    private static string Tag(params ReadOnlySpan<string> parts) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Build, .. parts]))).AsSpan(0, 12))}\"";

    private static void Mark(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Cookie";
    }
}
