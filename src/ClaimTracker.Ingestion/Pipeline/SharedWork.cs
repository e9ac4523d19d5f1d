using ClaimTracker.Storage.Postgres;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>A run's part of the work that several programs share: it offers its own files and reads whatever is free, until its own are done by anyone.</summary>
internal sealed class SharedWork(WaitingFiles queue, ItemReader reader, TimeProvider time)
{
    /// <summary>Files taken at a time.</summary>
    private const int Portion = 50;

    /// <summary>A file that so many workers took without an end is set aside: it may be what ends them.</summary>
    private const int MostAttempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Offers files that are not known.</summary>
    /// <param name="items">The files.</param>
    /// <param name="refused">Gets each that can't be loaded, or is known already.</param>
    /// <param name="stop">Ends it; what was offered stays.</param>
    /// <returns>Numbers of those that are not known, whoever offered them first.</returns>
    public async Task<IReadOnlyList<long>> OfferAsync(IReadOnlyList<IngestItem> items, Func<ItemOutcome, Task> refused, CancellationToken stop)
    {
        var offered = new List<long>();
        foreach (var item in items)
        {
            try
            {
                var file = await item.Load(stop).ConfigureAwait(false);
                if (await reader.IsKnownAsync(item, file, stop).ConfigureAwait(false)) await refused(new ItemOutcome.Known(item)).ConfigureAwait(false);
                else offered.Add(await queue.OfferAsync(item.Name, item.Origin, ItemReader.HashOf(file), file.Known, file.Bytes, stop).ConfigureAwait(false));
            }
            catch (UnreadableFileException e)
            {
                await refused(new ItemOutcome.Skipped(item, e.Message, e.InnerException)).ConfigureAwait(false);
            }
        }

        return offered;
    }

    /// <summary>Works until nothing is free and all that was offered is done.</summary>
    /// <param name="offered">See <see cref="OfferAsync"/>.</param>
    /// <param name="work">Reads and stores files; it returns when they are stored.</param>
    /// <param name="stop">Ends it; what was taken is free again after a lease.</param>
    public async Task WorkAsync(IReadOnlyList<long> offered, Func<IReadOnlyList<IngestItem>, Task> work, CancellationToken stop)
    {
        while (true)
        {
            var taken = await queue.ClaimAsync(Portion, stop).ConfigureAwait(false);
            if (taken.Count > 0)
            {
                long[] ids = [.. taken.Select(t => t.Id)];
                await KeptAsync(ids, () => work([.. taken.Select(ToItem)]), stop).ConfigureAwait(false);
                await queue.DoneAsync(ids, stop).ConfigureAwait(false);
                continue;
            }

            // Somebody else has the rest. Where he is dead, it is free when his lease ends.
            if (offered.Count == 0 || !await queue.AreLeftAsync(offered, stop).ConfigureAwait(false)) return;
            await Task.Delay(Pause, time, stop).ConfigureAwait(false);
        }
    }

    private async Task KeptAsync(long[] ids, Func<Task> work, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var renewing = RenewAsync(ids, ended.Token);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RenewAsync(long[] ids, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(WaitingFiles.Lease / 3, time);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false)) await queue.RenewAsync(ids, stop).ConfigureAwait(false);
    }

    private static IngestItem ToItem(WorkItem taken) => new(taken.Name, taken.Origin, _ => taken.Attempts > MostAttempts
        ? throw new UnreadableFileException($"Expected to read it, but {MostAttempts} programs ended while they did. It is not tried again until it is added anew.")
        : Task.FromResult(new LoadedFile(taken.Bytes, taken.Known)));
}
