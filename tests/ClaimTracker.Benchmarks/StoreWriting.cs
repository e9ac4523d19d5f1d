using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Generation;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Benchmarks;

/// <summary>How fast generated articles are written: an import into an empty database, then more of them in batches beside readers.</summary>
internal static class StoreWriting
{
    private const int ImportBatch = 500, IngestBatch = 200;
    private const double ShareBesideReaders = 0.1;

    /// <param name="args">How many claims, by default 1,000,000; then the folder, which keeps the database, by default a temporary one: one that holds articles is written to as it is, in batches alone; or a server (<see cref="MeasuredStore"/>).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var server = MeasuredStore.TakeServer(ref args);
        var claims = args.Length > 0 ? int.Parse(args[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 1_000_000;
        var folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("store-writing-").FullName;
        using var database = ClaimDatabase.At(folder, server);
        var generator = new CollectionGenerator();
        var there = await ArticlesAsync(database);
        if (there == 0) await new DossierStore(database).SaveAsync(generator.Dossier, default);
        Console.WriteLine("| what | claims | seconds | claims/s | notes |\n|---|---|---|---|---|");
        var next = there > 0 ? there : await ImportAsync(database, generator, claims);
        await IngestAsync(database, generator, next, (int)(claims * ShareBesideReaders));
        if (args.Length < 2) Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static Task<int> ArticlesAsync(ClaimDatabase database) => database.ReadAsync(db => Task.FromResult(db.Articles.Count()));

    private static async Task<int> ImportAsync(ClaimDatabase database, CollectionGenerator generator, int claims)
    {
        var store = new ArticleStore(database);
        if (!await store.BeginImportAsync(default)) throw new InvalidOperationException($"Expected an empty database, found articles in it.");
        var (writing, next, stored) = (new WorkClock(), 0, 0);
        foreach (var batch in generator.Articles(claims).Chunk(ImportBatch))
        {
            stored += await StoreAsync(store, batch, writing);
            next += batch.Length;
        }

        var (rows, rowsProcessor) = (writing.Elapsed, writing.Processor);
        writing.Start();
        await store.EndImportAsync(default);
        writing.Stop();
        Print("import, all indexes and search", stored, writing.Elapsed, $"rows {rows.TotalSeconds:0.0} s, processor {writing.Processor.TotalSeconds:0.0} s, of it rows {rowsProcessor.TotalSeconds:0.0} s, {await MeasuredStore.BytesAsync(database) / stored:N0} bytes a claim on the disk");
        if (database.File.Length == 0) return next;
        if (SqliteShell.Import(database.File, Path.Combine(Path.GetDirectoryName(database.File)!, "shell")) is { } shell)
            Print("sqlite3's .import, the same", stored, shell.Took, $"processor {shell.Processor.TotalSeconds:0.0} s; import takes {writing.Elapsed / shell.Took:0.00} of its time, {writing.Processor / shell.Processor:0.00} of its processor's");
        Directory.Delete(Path.Combine(Path.GetDirectoryName(database.File)!, "shell"), recursive: true);
        return next;
    }

    private static async Task IngestAsync(ClaimDatabase database, CollectionGenerator generator, int first, int claims)
    {
        var store = new ArticleStore(database);
        using var ended = new CancellationTokenSource();
        var readers = Task.Run(() => ReadAsync(database, ended.Token));
        var log = Task.Run(() => LargestLogAsync(database.File + "-wal", ended.Token));
        var (writing, stored) = (new WorkClock(), 0);
        for (var next = first; stored < claims; next += IngestBatch)
            stored += await StoreAsync(store, [.. Enumerable.Range(next, IngestBatch).Select(generator.Article)], writing);

        await ended.CancelAsync();
        var waits = await readers;
        waits.Sort();
        Print(
            "ingest beside a reader", stored, writing.Elapsed,
            $"processor {writing.Processor.TotalSeconds:0.0} s with the reader's, {waits.Count:N0} reads, p50 {waits[waits.Count / 2]:0.00} ms, p99 {waits[waits.Count * 99 / 100]:0.00} ms, largest log {await log >> 20} MiB");
    }

    /// <summary>Claims by key, as fast as one reader asks; the columns are not asked for, which are another benchmark's.</summary>
    private static async Task<List<double>> ReadAsync(ClaimDatabase database, CancellationToken stop)
    {
        var (random, waits) = (new Random(1), new List<double>());
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await PageAsync(database, random.Next(1, 90_000));
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return waits;
    }

    /// <summary>In bytes, looked at every few milliseconds: what a commit gives back is seen too. 0 where there is none.</summary>
    private static async Task<long> LargestLogAsync(string log, CancellationToken stop)
    {
        for (var largest = 0L; ; largest = Math.Max(largest, new FileInfo(log) is { Exists: true, Length: var length } ? length : 0))
        {
            if (stop.IsCancellationRequested) return largest;
            await Task.Delay(5, CancellationToken.None);
        }
    }

    private static Task<int> PageAsync(ClaimDatabase database, int after) => database.ReadAsync(db => Task.FromResult(
        db.Claims.Where(c => c.Id > after).OrderBy(c => c.Id).Take(50).Select(c => new { c.Key, c.SpeakerId, c.Day, c.Passage }).ToList().Count));

    private static async Task<int> StoreAsync(ArticleStore store, GeneratedArticle[] batch, WorkClock writing)
    {
        ArticleToStore[] articles = [.. batch.Select(a => new ArticleToStore(a.Analysis, a.Passages, a.Bytes, "/articles/" + a.Analysis.Article.FileName, "1"))];
        writing.Start();
        var problems = await store.StoreAllAsync(articles, DateTimeOffset.UnixEpoch, default);
        writing.Stop();
        if (problems.FirstOrDefault(p => p is not null) is { } problem) throw problem;
        return batch.Sum(a => a.Analysis.Claims.Count);
    }

    private static void Print(string what, int claims, TimeSpan took, string notes) =>
        Console.WriteLine(FormattableString.Invariant($"| {what} | {claims:N0} | {took.TotalSeconds:0.0} | {claims / took.TotalSeconds:N0} | {notes} |"));
}
