using ClaimTracker.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace ClaimTracker.Web.Http;

/// <summary>What a visitor gets when there is nothing at an address or something went wrong: pages for people, problem details for programs.</summary>
/// <remarks>
/// Where the store can't be used, that is no mistake of the program: 503 with the store's sentence. The store has logged it once; a stack for
/// each visitor would bury it.
/// </remarks>
public static class ErrorPages
{
    private const string SecondsToNextTry = "5";

    public static void UseErrorPages(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<ClaimDatabase>();
        app.UseExceptionHandler(Options(database, "/error"));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);

        // Further in, so that it answers first.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api/v1"), api =>
        {
            api.UseExceptionHandler(Options(database, null));
            api.UseStatusCodePages();
        });
    }

    /// <summary>Says in problem details what the store's fault is.</summary>
    public static void AddStoreFaultDetails(this IServiceCollection services) => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
    {
        if (StoreFault(context.HttpContext) is not { } fault) return;
        context.ProblemDetails.Detail = fault.Sentence;
        AskToComeAgain(context.HttpContext);
    });

    /// <summary>What of the store ended the request that this one answers for; null for nothing.</summary>
    public static StoreFault? StoreFault(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error is { } error ? http.RequestServices.GetRequiredService<ClaimDatabase>().Explain(error) : null;

    /// <summary>Asks a visitor's program to come again when the store has been tried again.</summary>
    public static void AskToComeAgain(HttpContext http) => http.Response.Headers.RetryAfter = SecondsToNextTry;

    private static ExceptionHandlerOptions Options(ClaimDatabase database, PathString? page) => new()
    {
        ExceptionHandlingPath = page ?? default,
        CreateScopeForErrors = page is not null,
        StatusCodeSelector = error => database.Explain(error) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
        SuppressDiagnosticsCallback = context => database.Explain(context.Exception) is not null,
    };
}
