using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Http;

/// <summary>Headers that hold for every answer. Nothing inline, nothing from other hosts, and in a frame only what is made for one.</summary>
public static class SecurityHeaders
{
    public const string SpeculationRulesAddress = "/speculation-rules.json";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string FramedPolicy = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

    /// <summary>Pages that a pointer rests on are fetched ahead; never the API and never anything that changes something.</summary>
    private const string Speculation =
        """
        {"prefetch":[{"where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":"/api/*"}},{"not":{"href_matches":"/openapi/*"}}]},"eagerness":"moderate"}]}
        """;

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            Add((HttpResponse)state);
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });

    public static ContentHttpResult SpeculationRules() => TypedResults.Content(Speculation, "application/speculationrules+json");

    private static void Add(HttpResponse response)
    {
        var headers = response.Headers;
        var framed = response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MayBeFramed>() is not null;
        headers.ContentSecurityPolicy = framed ? FramedPolicy : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        if (!framed)
            headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = framed ? "cross-origin" : "same-origin";
        if (response.HttpContext.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (!framed && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            headers["Speculation-Rules"] = $"\"{SpeculationRulesAddress}\"";
    }
}
