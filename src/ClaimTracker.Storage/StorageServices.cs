using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Storage;

/// <summary>Registers the store.</summary>
public static class StorageServices
{
    /// <summary>The database, its queries and what writes to it. Nothing is opened before it is used.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataPath">The folder of the database file.</param>
    /// <param name="server">A PostgreSQL server's address that is used instead: <c>Host=…;Database=…</c>; null or empty for none.</param>
    public static IServiceCollection AddClaimStorage(this IServiceCollection services, string dataPath, string? server = null) => services
        .AddSingleton(s => ClaimDatabase.At(dataPath, server, s.GetService<ILogger<ClaimDatabase>>()))
        .AddSingleton<ClaimQueries>()
        .AddSingleton<IClaimQueries>(s => s.GetRequiredService<ClaimQueries>())
        .AddSingleton<DossierStore>()
        .AddSingleton<ArticleStore>()
        .AddSingleton<ComparisonStore>()
        .AddSingleton<RunLog>();
}
