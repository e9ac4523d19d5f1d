using ClaimTracker.Ingestion.Files;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Ingestion.Hosting;

/// <summary>Reads the folders when the program starts, and whatever is added to them while it runs.</summary>
public sealed partial class IngestionService(
    IngestionOptions options, IngestPipeline pipeline, ClaimDatabase database, ArticleStore articles, IArticleEngine engine, TimeProvider time,
    ILogger<IngestionService> log) : BackgroundService
{
    /// <summary>One run at a time.</summary>
    private readonly SemaphoreSlim _running = new(1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _running.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var missing in options.Folders.Where(f => !Directory.Exists(f))) LogMissingFolder(missing);
        // Watching begins before reading: a file that comes in between is told of, and known.
        using var watcher = new FolderWatcher(options.Folders, options.Settle, time);
        var (mending, helping) = (TryAgainAsync(stoppingToken), HelpAsync(stoppingToken));
        try
        {
            await RunAsync([.. options.Folders.Where(Directory.Exists).SelectMany(ArticlePaths.Of)], "start", stoppingToken).ConfigureAwait(false);
            await ReadStaleAgainAsync(stoppingToken).ConfigureAwait(false);
            await foreach (var paths in watcher.BatchesAsync(stoppingToken).ConfigureAwait(false))
                await RunAsync(paths, "folder", stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }

        await mending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await helping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task RunAsync(IReadOnlyList<string> paths, string trigger, CancellationToken stop)
    {
        var catalogues = new FolderCatalogues();
        return RunAsync([.. paths.Select(p => FileItems.Of(p, catalogues))], trigger, stop);
    }

    private async Task RunAsync(IReadOnlyList<IngestItem> items, string trigger, CancellationToken stop)
    {
        await _running.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await UntilStoredAsync(() => pipeline.RunAsync(items, trigger, stop), stop).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What is stored can still be looked at, and the next file or start tries again.
            LogRunFailed(e, trigger, e.Message);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Where programs share their files: reads what another one has offered, or left when it ended.</summary>
    private async Task HelpAsync(CancellationToken stop)
    {
        if (database.Work is not { } work) return;
        using var timer = new PeriodicTimer(options.Retry, time);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            if (await UntilStoredAsync(IsWaitingAsync, stop).ConfigureAwait(false)) await RunAsync((IReadOnlyList<IngestItem>)[], "shared", stop).ConfigureAwait(false);

        Task<bool> IsWaitingAsync()
        {
            database.Open();
            return work.IsWaitingAsync(stop);
        }
    }

    /// <summary>Articles whose files are no longer in the folders are read again from their stored bytes when engine or dossier has changed.</summary>
    private async Task ReadStaleAgainAsync(CancellationToken stop)
    {
        var stale = await UntilStoredAsync(() => articles.StaleAsync(engine.ReadingVersion, stop), stop).ConfigureAwait(false);
        if (stale.Count > 0) await RunAsync([.. stale.Select(a => StoredItems.Of(a, articles))], "start", stop).ConfigureAwait(false);
    }

    /// <summary>While the store can't be used, a run waits and begins again: what it had stored is known then.</summary>
    private async Task<T> UntilStoredAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                // The store has logged it.
                await Task.Delay(options.Retry, time, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What only a visitor met would stand as the store's fault until the next file comes.</summary>
    private async Task TryAgainAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(options.Retry, time);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false)) await database.TryAgainAsync(stop).ConfigureAwait(false);
    }

    [LoggerMessage(LogLevel.Warning, "Expected a folder with articles at {Folder}, found none. It is neither read nor watched.")]
    private partial void LogMissingFolder(string folder);

    [LoggerMessage(LogLevel.Error, "Run ({Trigger}) failed: {Reason} What was stored before stays; the next run goes on.")]
    private partial void LogRunFailed(Exception cause, string trigger, string reason);

    [LoggerMessage(LogLevel.Information, "Ingestion stopped. The next start goes on where it was.")]
    private partial void LogStopped();
}
