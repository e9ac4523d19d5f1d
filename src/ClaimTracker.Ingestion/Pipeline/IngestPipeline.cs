using System.Threading.Channels;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>How a run ended.</summary>
public sealed record RunSummary(int Stored, int Known, IReadOnlyList<SkippedFile> Skipped);

/// <summary>Items into the store: read and extracted side by side, stored in their order, compared at the end.</summary>
/// <remarks>
/// Articles that are ready at the same time are one transaction, so a run that is killed has stored some articles whole; the next start finds them by their
/// bytes and goes on.
/// What was stored but not compared is compared then.
/// </remarks>
public sealed partial class IngestPipeline(
    IArticleEngine engine, DossierStore dossiers, ArticleStore articles, LiveComparison comparison, RunLog runs, IngestProgress progress,
    TimeProvider time, ILogger<IngestPipeline> log)
{
    /// <summary>What a transaction holds at most: a reader beside it, and the log, should not notice it.</summary>
    private const int ArticlesAtOnce = 200;

    /// <summary>From so many on, a run into an empty store is an import: its rows first, what makes them be found at the end.</summary>
    private const int ArticlesOfAnImport = 1_000;

    private readonly ItemReader _reader = new(engine, articles, time);

    /// <summary>Brings the store in step with the dossier, ingests the items, and compares where anything changed.</summary>
    /// <param name="items">In the order in which they are to be stored. None is fine: then only what is pending is done, be it other programs' files.</param>
    /// <param name="trigger">For the record: <c>start</c>, <c>folder</c>, <c>command</c>.</param>
    /// <param name="stop">Ends the run after the article that is being stored.</param>
    public async Task<RunSummary> RunAsync(IReadOnlyList<IngestItem> items, string trigger, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        await dossiers.SaveAsync(engine.Dossier, stop).ConfigureAwait(false);
        if (items.Count == 0 && !(articles.Work is { } shared && await shared.IsWaitingAsync(stop).ConfigureAwait(false)))
        {
            await comparison.CatchUpAsync(stop).ConfigureAwait(false);
            return new(0, 0, []);
        }

        var run = new IngestRun(await runs.StartAsync(trigger, time.GetUtcNow(), stop).ConfigureAwait(false), trigger, items.Count, progress);
        await (articles.Work is { } work ? ShareAsync(run, items, new(work, _reader, time), stop) : StoreAllAsync(run, items, stop)).ConfigureAwait(false);
        run.Report(RunPhase.Comparing);
        await comparison.CatchUpAsync(stop).ConfigureAwait(false);
        await runs.FinishAsync(run.Id, time.GetUtcNow(), run.Stored, run.Known, run.Skipped.Count, stop).ConfigureAwait(false);
        LogRun(trigger, run.Stored, run.Known, run.Skipped.Count, time.GetElapsedTime(began).TotalMilliseconds);
        run.Report(RunPhase.Finished);
        return new(run.Stored, run.Known, run.Skipped);
    }

    private async Task ShareAsync(IngestRun run, IReadOnlyList<IngestItem> items, SharedWork work, CancellationToken stop)
    {
        var offered = await work.OfferAsync(items, refused => StoreAsync(run, [refused], stop), stop).ConfigureAwait(false);
        await work.WorkAsync(offered, taken => StoreAllAsync(run, taken, stop), stop).ConfigureAwait(false);
    }

    private async Task StoreAllAsync(IngestRun run, IReadOnlyList<IngestItem> items, CancellationToken stop)
    {
        var import = items.Count >= ArticlesOfAnImport && await articles.BeginImportAsync(stop).ConfigureAwait(false);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // Tasks in the order of the items: they run side by side, the store sees them in order, and only so many articles are in memory.
        var reading = Channel.CreateBounded<Task<ItemOutcome>>(ArticlesAtOnce);
        var producer = ReadAllAsync(items, reading.Writer, failed.Token);
        try
        {
            while (await reading.Reader.WaitToReadAsync(failed.Token).ConfigureAwait(false))
                await StoreAsync(run, await NextAsync(reading.Reader).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        finally
        {
            await failed.CancelAsync().ConfigureAwait(false);
            await producer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // Stopped, too: otherwise the pages would be slow until somebody writes again.
            if (import) await articles.EndImportAsync(CancellationToken.None).ConfigureAwait(false);
        }

        await producer.ConfigureAwait(false);
    }

    /// <summary>The next item, waited for, and those after it that are ready.</summary>
    private static async Task<List<ItemOutcome>> NextAsync(ChannelReader<Task<ItemOutcome>> reading)
    {
        var outcomes = new List<ItemOutcome>();
        while (outcomes.Count < ArticlesAtOnce && reading.TryPeek(out var next) && (outcomes.Count == 0 || next.IsCompleted) && reading.TryRead(out var outcome))
            outcomes.Add(await outcome.ConfigureAwait(false));
        return outcomes;
    }

    private async Task ReadAllAsync(IReadOnlyList<IngestItem> items, ChannelWriter<Task<ItemOutcome>> reading, CancellationToken stop)
    {
        try
        {
            foreach (var item in items)
                await reading.WriteAsync(Task.Run(() => _reader.ReadAsync(item, stop), stop), stop).ConfigureAwait(false);
        }
        finally
        {
            reading.Complete();
        }
    }

    private async Task StoreAsync(IngestRun run, List<ItemOutcome> outcomes, CancellationToken stop)
    {
        var ready = outcomes.OfType<ItemOutcome.Ready>().Where(r => run.IsFirst(r.Article.Analysis.Article.ContentHash)).ToList();
        var began = time.GetTimestamp();
        var problems = ready.Count == 0 ? [] : await articles.StoreAllAsync([.. ready.Select(r => r.Article)], time.GetUtcNow(), stop).ConfigureAwait(false);
        var took = ready.Count == 0 ? TimeSpan.Zero : time.GetElapsedTime(began) / ready.Count;
        var problemOf = ready.Zip(problems).ToDictionary(ItemOutcome (r) => r.First, r => r.Second, ReferenceEqualityComparer.Instance);
        foreach (var outcome in outcomes)
        {
            switch (outcome)
            {
                case ItemOutcome.Ready stored when problemOf.TryGetValue(stored, out var problem):
                    await ReportAsync(run, stored, problem, took, stop).ConfigureAwait(false);
                    break;
                case ItemOutcome.Skipped skipped:
                    await SkipAsync(run, skipped, stop).ConfigureAwait(false);
                    break;
                default:
                    run.CountKnown();
                    break;
            }
        }
    }

    private async Task ReportAsync(IngestRun run, ItemOutcome.Ready ready, ArgumentException? problem, TimeSpan took, CancellationToken stop)
    {
        if (problem is not null)
        {
            await SkipAsync(run, new(ready.Item, $"Expected to store it, but what was read doesn't hold together: {problem.Message}", problem), stop).ConfigureAwait(false);
            return;
        }

        var analysis = ready.Article.Analysis;
        LogArticle(
            ready.Again ? "read again" : "stored", ready.Item.Name, analysis.Article.Key, analysis.Claims.Count, analysis.Statistics.Count,
            (ready.Took + took).TotalMilliseconds);
        run.CountStored();
    }

    private async Task SkipAsync(IngestRun run, ItemOutcome.Skipped skipped, CancellationToken stop)
    {
        var file = new SkippedFile(skipped.Item.Name, skipped.Reason);
        await runs.SkipAsync(run.Id, file, stop).ConfigureAwait(false);
        LogSkipped(skipped.Cause, skipped.Item.Origin, skipped.Reason);
        run.CountSkipped(file);
    }

    [LoggerMessage(LogLevel.Information, "Article {Outcome}: {File} ({Article}), {Claims} claims, {Statistics} statistics, {Milliseconds:0} ms")]
    private partial void LogArticle(string outcome, string file, string article, int claims, int statistics, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "Skipped {File}: {Reason}")]
    private partial void LogSkipped(Exception? cause, string file, string reason);

    [LoggerMessage(LogLevel.Information, "Run ({Trigger}): {Stored} stored, {Known} known, {Skipped} skipped, {Milliseconds:0} ms")]
    private partial void LogRun(string trigger, int stored, int known, int skipped, double milliseconds);
}
