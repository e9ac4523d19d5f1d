using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Ingestion.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Ingestion.Hosting;

/// <summary>Registers the ingestion.</summary>
public static class IngestionServices
{
    /// <summary>The dossier, the engine for it, the pipeline and, where it is to ingest, the service that reads and watches the folders. Needs the store.</summary>
    /// <exception cref="InvalidDataFileException">The dossier or a folder's catalogue has problems; with all of them.</exception>
    public static IServiceCollection AddClaimIngestion(this IServiceCollection services, IngestionOptions options) => services.AddClaimIngestion(options, Task.FromResult(ReadDataFiles(options)));

    /// <summary>The same with a dossier that <see cref="ReadDataFiles"/> is still reading: whoever asks for it waits, and meets what is wrong with it.</summary>
    public static IServiceCollection AddClaimIngestion(this IServiceCollection services, IngestionOptions options, Task<Dossier> dossier)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(dossier);
        services.TryAddSingleton(TimeProvider.System);
        services
            .AddSingleton(options)
            .AddSingleton(_ => dossier.GetAwaiter().GetResult())
            .AddSingleton<IArticleEngine>(_ => new ClaimEngine(dossier.GetAwaiter().GetResult()))
            .AddSingleton<IngestProgress>()
            .AddSingleton<LiveComparison>()
            .AddSingleton<IngestPipeline>();
        return options.Ingest ? services.AddHostedService<IngestionService>() : services;
    }

    /// <summary>Reads the dossier and looks through the catalogues. All problems of all files at once: a start that fails should fail one time.</summary>
    /// <exception cref="InvalidDataFileException">There are problems; with all of them.</exception>
    public static Dossier ReadDataFiles(IngestionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<DataProblem>();
        var dossier = Try(() => DataFiles.ReadDossier(options.Dossier));
        foreach (var catalogue in options.Folders.Select(f => Path.Combine(f, DataFiles.CatalogueName)).Where(File.Exists))
            Try(() => DataFiles.ReadCatalogue(catalogue));
        return problems.Count == 0 ? dossier! : throw new InvalidDataFileException(problems);

        T? Try<T>(Func<T> read) where T : class
        {
            try
            {
                return read();
            }
            catch (InvalidDataFileException broken)
            {
                problems.AddRange(broken.Problems);
                return null;
            }
        }
    }
}
