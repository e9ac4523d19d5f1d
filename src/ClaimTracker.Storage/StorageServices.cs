using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Storage;

/// <summary>Registers the store.</summary>
public static class StorageServices
{
    /// <summary>The database in a folder, its queries and what writes to it. Nothing is opened before it is used.</summary>
    public static IServiceCollection AddClaimStorage(this IServiceCollection services, string dataPath) => services
        .AddSingleton(s => new ClaimDatabase(dataPath, s.GetService<ILogger<ClaimDatabase>>()))
        .AddSingleton<IClaimQueries, ClaimQueries>()
        .AddSingleton<DossierStore>()
        .AddSingleton<ArticleStore>()
        .AddSingleton<ComparisonStore>()
        .AddSingleton<RunLog>();
}
