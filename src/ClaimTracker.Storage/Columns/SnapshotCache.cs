using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Keeps the newest snapshot. Whichever process wrote, the version in the database tells that it is out of date.</summary>
internal sealed class SnapshotCache(ClaimDatabase database) : IDisposable
{
    /// <summary>Readers that began before a commit find their own moment for a while. Snapshots share what has not changed.</summary>
    private const int MostKept = 4;

    private readonly SemaphoreSlim _loading = new(1);
    private volatile CollectionSnapshot[] _newestFirst = [];

    /// <summary>The snapshot of exactly the moment that a context reads.</summary>
    public async Task<CollectionSnapshot> AsOfAsync(ClaimDbContext db, CancellationToken stop)
    {
        var state = await StateAsync(db, stop).ConfigureAwait(false);
        if (Kept(state) is { } ready) return ready;

        await _loading.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (Kept(state) is { } loaded) return loaded;
            var snapshot = await ReadAsync(db, state, stop).ConfigureAwait(false);
            _newestFirst = [.. _newestFirst.Where(s => s.Instance == state.Instance).Append(snapshot).OrderByDescending(s => s.Version).Take(MostKept)];
            return snapshot;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Keeps the columns for the next start.</summary>
    public void Dispose()
    {
        _loading.Dispose();
        if (database.ColumnsFile is not { } file || _newestFirst is not [var newest, ..]) return;
        try
        {
            using var db = database.ReadOneMoment();
            // Without a server, reading is done when it returns.
            var state = StateAsync(db, CancellationToken.None).GetAwaiter().GetResult();
            if (state.Instance == newest.Instance && state.CollectionVersion >= newest.Version)
                file.Write(SnapshotLoader.StampAsync(db, CancellationToken.None).GetAwaiter().GetResult(), newest);
        }
        catch (Exception e) when (e is StoreUnavailableException || database.Explain(e) is not null)
        {
            // What can't be read now is gathered anew when it can.
        }
    }

    private static async Task<StoreVersions> StateAsync(ClaimDbContext db, CancellationToken stop)
    {
        await using var rows = await PreparedSql.ReadAsync(
            db, "SELECT instance, data_version, collection_version, rebuilt_version, comparisons_version FROM store_state", [], stop).ConfigureAwait(false);
        return await rows.ReadAsync(stop).ConfigureAwait(false)
            ? new(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), rows.GetInt64(4))
            : new("", 0, 0, 0, 0);
    }

    private CollectionSnapshot? Kept(StoreVersions state) =>
        Array.Find(_newestFirst, s => s.Version == state.CollectionVersion && s.Instance == state.Instance);

    private async Task<CollectionSnapshot> ReadAsync(ClaimDbContext db, StoreVersions state, CancellationToken stop)
    {
        var loader = new SnapshotLoader(db, state, stop);
        var earlier = Array.Find(_newestFirst, s => s.Version < state.CollectionVersion && s.Instance == state.Instance);
        if (earlier is null && database.TakeColumnsFile() is { } file) earlier = await loader.LoadKeptAsync(file).ConfigureAwait(false);
        if (earlier?.Version == state.CollectionVersion) return earlier;
        if (earlier is not null && await loader.RefreshAsync(earlier).ConfigureAwait(false) is { } refreshed) return refreshed;

        await using var second = database.ReadOneMoment();
        var same = (await StateAsync(second, stop).ConfigureAwait(false)) is var other && other.DataVersion == state.DataVersion && other.Instance == state.Instance;
        return await loader.LoadAsync(same ? second : null).ConfigureAwait(false);
    }
}

/// <summary>Which state of the database a snapshot is of: see <see cref="StoreStateEntity"/>.</summary>
internal sealed record StoreVersions(string Instance, long DataVersion, long CollectionVersion, long RebuiltVersion, long ComparisonsVersion);
