using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Hosting;
using ClaimTracker.Storage;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Components;
using ClaimTracker.Web.Exports;
using ClaimTracker.Web.Http;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web;

/// <summary>Puts the program together: what is there, and which request meets what, in order.</summary>
public static class Composition
{
    public static void AddClaimTracker(this WebApplicationBuilder builder)
    {
        // Read beside the rest of the start; MapClaimTracker waits for it.
        var ingestion = IngestionOptions.From(builder.Configuration, builder.Environment.ContentRootPath);
        var dossier = Task.Run(() => IngestionServices.ReadDataFiles(ingestion));
        builder.AddLog();
        builder.UseDefaultAddress();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddClaimStorage(builder.DataPath(), builder.Configuration["ClaimTracker:Database"]);
        services.AddClaimIngestion(ingestion, dossier);
        services.AddSingleton<ColumnsFollower>();
        services.AddHostedService(s => s.GetRequiredService<ColumnsFollower>());
        services.AddSingleton<SideRegister>();
        services.AddSingleton<Labels>();
        services.AddSingleton<WhoContradictsWhom>();
        services.AddSingleton<NearbyWords>();
        services.AddSingleton<SiteFiles>();
        services.AddScoped<KnownIds>();
        services.AddScoped<ClaimPages>();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddStoreFaultDetails();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        services.AddClaimApi();
        services.AddOutputCache(KeptAnswers.Configure);
        services.Configure<RequestLocalizationOptions>(ReaderCulture.Configure);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
    }

    public static void MapClaimTracker(this WebApplication app)
    {
        // A start with a broken dossier ends here, before anything is opened.
        _ = app.Services.GetRequiredService<Dossier>();
        app.Services.GetRequiredService<ColumnsFollower>().Begin();
        // Before addresses are matched: every address that answers GET answers HEAD.
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseMiddleware<DataVersionCache>();
        app.UseOutputCache();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapHealthChecks("/health", StoreHealth.Options);
        app.MapGet(SecurityHeaders.SpeculationRulesAddress, SecurityHeaders.SpeculationRules).ExcludeFromDescription();
        app.MapPost(Urls.Theme, ThemeChoice.Keep).DisableAntiforgery().ExcludeFromDescription();
        app.MapClaimApi();
        app.MapCitations();
        app.MapGet(EmbedEndpoint.Pattern, EmbedEndpoint.OneAsync).WithMetadata(MayBeFramed.Instance).ExcludeFromDescription();
        app.MapRazorComponents<App>();
        // All endpoints are made when they are first asked for; the first request would wait for it.
        _ = Task.Run(() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count);
    }

    /// <summary>Listens where configuration says, unless the usual settings (<c>--urls</c>, <c>ASPNETCORE_URLS</c>, ports) say otherwise.</summary>
    private static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        // “Urls” in appsettings.json would win over ASPNETCORE_URLS, so the default has a name of its own.
        string[] usual = ["urls", "http_ports", "https_ports"];
        var isSet = Array.Exists(usual, name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isSet && builder.Configuration["ClaimTracker:Address"] is { Length: > 0 } address)
            builder.WebHost.UseUrls(address);
    }
}
