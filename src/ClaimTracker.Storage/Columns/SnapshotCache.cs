using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Columns;

/// <summary>Keeps the newest snapshot. Whichever process wrote, the version in the file tells that it is out of date.</summary>
internal sealed class SnapshotCache : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private CollectionSnapshot? _current;

    /// <summary>The snapshot of exactly the moment that a context reads.</summary>
    public async Task<CollectionSnapshot> AsOfAsync(ClaimDbContext db, CancellationToken stop)
    {
        var state = await db.StoreState.Select(s => new { s.Instance, s.CollectionVersion }).SingleOrDefaultAsync(stop).ConfigureAwait(false);
        var (instance, version) = (state?.Instance ?? "", state?.CollectionVersion ?? 0);
        if (_current is { } ready && ready.Instance == instance && ready.Version == version) return ready;

        await _loading.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (_current is { } loaded && loaded.Instance == instance && loaded.Version == version) return loaded;
            var snapshot = await SnapshotLoader.LoadAsync(db, instance, version, stop).ConfigureAwait(false);
            // A reader that began before a commit still gets its own moment, but does not put the clock back for others.
            if (_current is null || _current.Instance != instance || _current.Version < version) _current = snapshot;
            return snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();
}
