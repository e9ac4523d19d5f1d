using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.StaticAssets;

namespace ClaimTracker.Web.Http;

/// <summary>Answers are valid as long as what they were made of: an entity tag made of data version, dossier, program and what the store's fault is; for pages also of colours and culture.</summary>
/// <remarks>Caches ask each time (<c>no-cache</c>), so a changed database is seen at once; an unchanged one costs a 304.</remarks>
public sealed class DataVersionCache(RequestDelegate next)
{
    private static readonly string[] Never = ["/health", "/theme", "/error"];
    private static readonly string[] ForPrograms = ["/api/v1", "/openapi"];
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");
    private static readonly object Mark = new();

    /// <summary>The tag of the answer to a request; null where nothing is to be kept.</summary>
    public static string? TagOf(HttpContext http) => http.Items.TryGetValue(Mark, out var tag) ? (string?)tag : null;

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
        var isPage = !StartsWith(http, ForPrograms);
        string[] reader = isPage ? [ThemeChoice.Of(http), CultureInfo.CurrentCulture.Name] : [];
        var tag = Tag([await queries.DataVersionAsync(http.RequestAborted), dossier.Version, fault, .. reader]);
        http.Items[Mark] = tag;
        if (http.Request.Headers.IfNoneMatch.Any(sent => sent is not null && sent.Contains(tag, StringComparison.Ordinal)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Write(http.Response, tag, isPage);
            return;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                Write(http.Response, tag, isPage);
            return Task.CompletedTask;
        });
        await next(http);
    }

    // Files answer for themselves, and where nothing stands there is nothing to keep.
    private static bool IsExcluded(HttpContext http) =>
        http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || StartsWith(http, Never);

    private static bool StartsWith(HttpContext http, string[] paths) =>
        Array.Exists(paths, start => http.Request.Path.StartsWithSegments(start, StringComparison.Ordinal));

    private static string Tag(string[] parts) =>
        $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Build, .. parts]))).AsSpan(0, 12))}\"";

    private static void Write(HttpResponse response, string tag, bool isPage)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = isPage ? "private, no-cache" : "no-cache";
        if (isPage)
            response.Headers.Vary = "Accept-Language, Cookie";
    }
}
