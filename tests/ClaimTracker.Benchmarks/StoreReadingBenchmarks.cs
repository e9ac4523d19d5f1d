using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Benchmarks;

/// <summary>Questions to the store, one after the other, each another one: every iteration is one question, so that P95 is that of questions.</summary>
/// <remarks>Nothing is remembered from one to the next but where the name says so. What the first question loads is measured by <see cref="ColumnBenchmarks"/>.</remarks>
[Config(typeof(OneAtATime))]
public class StoreReadingBenchmarks
{
    private ClaimDatabase _database = null!;
    private Questions _questions = null!;
    private string? _next;
    private int _spaces;

    [Params(10_000, 100_000, 1_000_000)]
    public int Claims { get; set; }

    /// <summary>Not a task: in this process nobody would wait for it.</summary>
    [GlobalSetup]
    public void Open()
    {
        _database = StoredCollection.OpenAsync(Claims).GetAwaiter().GetResult();
        _questions = Questions.OfAsync(new ClaimQueries(_database)).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Close()
    {
        _questions.Queries.Dispose();
        _database.Dispose();
    }

    [Benchmark]
    public async Task<int> Page() => (await _questions.Queries.FindAsync(_questions.Filter(), null, 50, default)).Total;

    [Benchmark]
    public async Task<int> PageWithRepeatsFolded() =>
        (await _questions.Queries.FindAsync(_questions.Filter() with { Group = ClaimGrouping.Repeats }, null, 50, default)).Groups;

    /// <summary>Page after page by key, of the whole collection.</summary>
    [Benchmark]
    public async Task DeepPage() => _next = (await _questions.Queries.FindAsync(new(), _next, 50, default)).Next;

    [Benchmark]
    public async Task<int> FacetsAndWeeks() => await FacetsAndWeeksAsync(_questions.Filter());

    /// <summary>A page as the site shows it: rows, facets, weeks.</summary>
    [Benchmark]
    public async Task<int> WholePage()
    {
        var filter = _questions.Filter();
        return (await _questions.Queries.FindAsync(filter, null, 50, default)).Total + await FacetsAndWeeksAsync(filter);
    }

    [Benchmark]
    public async Task<int> SearchNewestFirst() => (await _questions.Queries.FindAsync(new() { Text = _questions.Word() }, null, 50, default)).Total;

    /// <summary>Each is a question of its own: a text with other spaces is another text to what is remembered.</summary>
    [Benchmark]
    public async Task<int> SearchOfManyHits() => (await _questions.Queries.FindAsync(new() { Text = Frequent() }, null, 50, default)).Total;

    [Benchmark]
    public async Task<int> SearchOfManyHitsRanked() => (await _questions.Queries.FindAsync(new() { Text = Frequent(), Sort = ClaimSort.Relevance }, null, 50, default)).Total;

    /// <summary>The next page of a search, whose hits are remembered.</summary>
    [Benchmark]
    public async Task SearchNextPage() => _next = (await _questions.Queries.FindAsync(new() { Text = _questions.Frequent }, _next, 50, default)).Next;

    [Benchmark]
    public async Task<int> FacetsAndWeeksOfManyHits() => await FacetsAndWeeksAsync(new() { Text = Frequent() });

    private string Frequent() => _questions.Frequent + new string(' ', ++_spaces);

    private async Task<int> FacetsAndWeeksAsync(ClaimFilter filter) =>
        (await _questions.Queries.FacetsAsync(filter, default)).Count + (await _questions.Queries.HistogramAsync(filter, default)).Count;

    private sealed class OneAtATime : ManualConfig
    {
        // In this process: one that is made for each benchmark would have the store's older SQLitePCLRaw refused (see its project file).
        public OneAtATime() => AddJob(StoreJob.Of(warmups: 60, questions: 200)).AddColumn(StatisticColumn.P50, StatisticColumn.P95).HideColumns("Error", "StdDev", "Median");
    }
}

/// <summary>Runs in which each iteration is one call.</summary>
internal static class StoreJob
{
    public static Job Of(int warmups, int questions) => Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring)
        .WithLaunchCount(1).WithWarmupCount(warmups).WithIterationCount(questions).WithInvocationCount(1).WithUnrollFactor(1);
}

/// <summary>What a start reads into memory before its first answer, and what each commit after it costs.</summary>
[Config(typeof(Loads))]
public class ColumnBenchmarks
{
    private ClaimDatabase _database = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Claims { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _database = StoredCollection.OpenAsync(Claims).GetAwaiter().GetResult();
        var columns = Load().GetAwaiter().GetResult();
        Console.WriteLine(FormattableString.Invariant($"// {columns.Count:N0} claims: {columns.Bytes / (double)columns.Count:F2} bytes a claim"));
    }

    [GlobalCleanup]
    public void Close() => _database.Dispose();

    [Benchmark]
    public async Task<object> LoadColumns() => await Load();

    private async Task<ClaimColumns> Load()
    {
        using var cache = new SnapshotCache(_database);
        await using var db = _database.ReadOneMoment();
        return (await cache.AsOfAsync(db, default)).Columns;
    }

    private sealed class Loads : ManualConfig
    {
        public Loads() => AddJob(StoreJob.Of(warmups: 2, questions: 6)).AddColumn(StatisticColumn.Min);
    }
}
