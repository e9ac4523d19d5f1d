using System.CommandLine;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Ingestion.Pipeline;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Cli.Commands;

/// <summary><c>claimtracker ingest PATH…</c>: the same pipeline as the service, into the same database.</summary>
internal static class IngestCommand
{
    /// <summary>A backup, another import's last step or a server that starts anew is over by then, and what was read need not be read again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create(Streams streams)
    {
        var command = new Command("ingest", "Reads articles into the database.");
        var articles = new ArticleArguments(command);
        var data = new DataOption(command);
        command.SetAction(async (parsed, stop) =>
        {
            var engine = new ClaimEngine(articles.Dossier(parsed));
            var catalogues = articles.Catalogues(parsed);
            IReadOnlyList<IngestItem> items = [.. articles.Files(parsed).Select(f => FileItems.Of(f, catalogues))];
            using var database = data.Database(parsed);
            database.WaitFor(Patience);
            using var comparison = new LiveComparison(engine, new(database), TimeProvider.System, NullLogger<LiveComparison>.Instance);
            var progress = new IngestProgress();
            var pipeline = new IngestPipeline(
                engine, new(database), new(database), comparison, new(database), progress, TimeProvider.System, NullLogger<IngestPipeline>.Instance);
            return await RunAsync(pipeline, items, progress, streams.Errors, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IngestPipeline pipeline, IReadOnlyList<IngestItem> items, IngestProgress progress, TextWriter errors, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var shown = ShowAsync(progress, errors, ended.Token);
        RunSummary summary;
        try
        {
            summary = await pipeline.RunAsync(items, "command", stop);
        }
        finally
        {
            await ended.CancelAsync();
            await shown;
        }

        foreach (var file in summary.Skipped) await errors.WriteLineAsync($"skipped {file.File}: {file.Reason}");
        await errors.WriteLineAsync($"{items.Count} files: {summary.Stored} stored, {summary.Known} known, {summary.Skipped.Count} skipped");
        return summary.Skipped.Count == 0 ? ExitCode.Done : ExitCode.NotAll;
    }

    /// <summary>A line whenever the run has moved on, at most as fast as they can be written.</summary>
    private static async Task ShowAsync(IngestProgress progress, TextWriter errors, CancellationToken stop)
    {
        try
        {
            await foreach (var state in progress.WatchAsync(stop))
                await errors.WriteLineAsync(state.Phase == RunPhase.Comparing ? "comparing" : $"{state.Done} of {state.Total}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run has ended; its summary says the rest.
        }
    }
}
