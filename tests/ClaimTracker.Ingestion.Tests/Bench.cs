using ClaimTracker.Ingestion.Files;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>A folder of articles, a database, an engine and the pipeline between them.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ingest-").FullName;

    public Bench()
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "articles")).FullName;
        Database = new(Path.Combine(_root, "data"));
        Queries = new(Database);
        Comparison = new(Engine, new(Database), TimeProvider.System, NullLogger<LiveComparison>.Instance);
        Pipeline = NewPipeline();
    }

    public static CancellationToken Never => CancellationToken.None;

    public string Folder { get; }

    public FakeEngine Engine { get; } = new();

    public ClaimDatabase Database { get; }

    public ClaimQueries Queries { get; }

    public IngestProgress Progress { get; } = new();

    public LiveComparison Comparison { get; }

    public IngestPipeline Pipeline { get; }

    public string Write(string name, string text, string? folder = null)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder is null ? Folder : Path.Combine(_root, folder)).FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A run over everything in the folder, as a start makes it.</summary>
    public Task<RunSummary> RunAsync(CancellationToken stop = default) => RunAsync(ArticlePaths.Of(Folder), stop);

    public Task<RunSummary> RunAsync(IEnumerable<string> paths, CancellationToken stop = default)
    {
        var catalogues = new FolderCatalogues();
        return Pipeline.RunAsync([.. paths.Select(p => FileItems.Of(p, catalogues))], "start", stop);
    }

    public async Task<IReadOnlyList<string>> ClaimsAsync() =>
        [.. (await Queries.FindAsync(new(), null, 1000, Never)).Items.Select(r => $"{r.Speaker.Id}: {r.Words}")];

    public void Dispose()
    {
        Comparison.Dispose();
        Queries.Dispose();
        Database.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private IngestPipeline NewPipeline() => new(
        Engine, new(Database), new(Database), Comparison, new(Database), Progress, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
}
