using ClaimTracker.Web.Exports;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Api;

/// <summary>The same as the pages, in JSON. A wrong parameter is a 400 that names it.</summary>
public static class ClaimApi
{
    /// <summary>The name of its description.</summary>
    public const string Document = "v1";

    public static void AddClaimApi(this IServiceCollection services) => services.AddHttpContextAccessor().AddOpenApi(Document, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = Texts.ProductName;
            document.Info.Version = "1";
            document.Info.Description = $"{Texts.AboutLead} {Texts.ApiConventions}";
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer<ApiExamples>();
    });

    /// <summary>How to cite a claim, below its page's address.</summary>
    public static void MapCitations(this WebApplication app)
    {
        foreach (var form in CitationForm.All)
            app.MapGet($"/claims/{{key}}/citation.{form.Extension}", form.OneAsync).WithName($"citation-{form.Extension}").WithSummary($"How to cite a claim: {form.Name}.");
    }

    /// <summary>What is streamed goes through nobody's memory, so nothing of it is kept either.</summary>
    private static void Never(Microsoft.AspNetCore.OutputCaching.OutputCachePolicyBuilder policy) => policy.NoCache();

    public static void MapClaimApi(this WebApplication app)
    {
        // There is one description; at any other name the site's own page says that there is none.
        app.MapOpenApi($"/openapi/{{documentName:regex(^{Document}$)}}.json");
        var api = app.MapGroup("/api/v1");
        api.MapGet("/claims", ClaimEndpoints.ListAsync).WithName("claims").WithSummary("Claims of a selection, with facets.")
            .WithParameters(() => [.. ApiParameters.Filter, .. ApiParameters.Paging]);
        foreach (var format in ExportEndpoints.Formats)
        {
            var export = new ExportEndpoints(format);
            api.MapGet($"/claims.{format.Extension}", export.ClaimsAsync).CacheOutput(Never).WithName($"claims-{format.Extension}")
                .WithSummary($"All claims of a selection as {format.Name}.").WithDescription(format.Description).WithParameters(() => ApiParameters.Filter);
            api.MapGet($"/compare.{format.Extension}", export.CompareAsync).CacheOutput(Never).WithName($"compare-{format.Extension}")
                .WithSummary($"All claims of a comparison as {format.Name}.").WithDescription(format.Description).WithParameters(() => ApiParameters.Compare);
        }

        api.MapGet("/claims.atom", FeedEndpoint.ClaimsAsync).WithName("claims-atom").WithSummary("What comes into a selection, the last first, as an Atom feed.")
            .WithParameters(() => [.. ApiParameters.Filter, .. ApiParameters.Paging]);
        api.MapGet("/claims/{key}", ClaimEndpoints.OneAsync).WithName("claim").WithSummary("One claim.");
        api.MapGet("/statistics", ClaimEndpoints.StatisticsAsync).WithName("statistics").WithSummary("Figures of a selection, and the arithmetic of all.")
            .WithParameters(() => [.. ApiParameters.Filter, .. ApiParameters.Paging]);
        api.MapGet("/articles", CollectionEndpoints.ArticlesAsync).WithName("articles").WithSummary("Articles, the last published first.")
            .WithParameters(() => ApiParameters.Paging);
        api.MapGet("/articles/{key}", CollectionEndpoints.ArticleAsync).WithName("article").WithSummary("One article with its text, claims and figures.");
        api.MapGet("/actors", CollectionEndpoints.ActorsAsync).WithName("actors").WithSummary("Who speaks or is addressed.")
            .WithParameters(() => [.. ApiParameters.Actor, .. ApiParameters.Paging]);
        api.MapGet("/actors/{id}", CollectionEndpoints.ActorAsync).WithName("actor").WithSummary("One actor.");
        api.MapGet("/disputes", CollectionEndpoints.DisputesAsync).WithName("disputes").WithSummary("Contested questions, strongest first.")
            .WithParameters(() => [.. ApiParameters.Dispute, .. ApiParameters.Paging]);
        api.MapGet("/disputes/{slug}", CollectionEndpoints.DisputeAsync).WithName("dispute").WithSummary("One contested question with its positions.");
        api.MapGet("/repeats", CollectionEndpoints.RepeatsAsync).WithName("repeats").WithSummary("Statements that stand at several places, those in most articles first.")
            .WithParameters(() => ApiParameters.Paging);
        api.MapGet("/arithmetic", CollectionEndpoints.ArithmeticAsync).WithName("arithmetic").WithSummary("Parts against totals and rates against counts, written out.")
            .WithParameters(() => ApiParameters.Paging);
        api.MapGet("/matrix", CollectionEndpoints.MatrixAsync).WithName("matrix").WithSummary("Whose losses, by whom: for each event what each speaker says of each group.")
            .WithParameters(() => [.. ApiParameters.Filter, .. ApiParameters.Paging]);
        api.MapComparison();
        api.MapGet("/sources", CollectionEndpoints.SourcesAsync).WithName("sources").WithSummary("Outlets.").WithParameters(() => ApiParameters.Paging);
    }
}
