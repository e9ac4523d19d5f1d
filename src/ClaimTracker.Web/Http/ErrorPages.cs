namespace ClaimTracker.Web.Http;

/// <summary>What a visitor gets when there is nothing at an address or something went wrong: pages for people, problem details for programs.</summary>
public static class ErrorPages
{
    private const string Api = "/api";

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(Api);
}
