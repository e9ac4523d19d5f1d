using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <summary>Filters, counts and orders in the columns; reads from the file only the rows that are shown.</summary>
/// <remarks>Each call reads one moment of the file, so that a list, its total and its rows never disagree.</remarks>
public sealed partial class ClaimQueries(ClaimDatabase database) : IClaimQueries, IDisposable
{
    private static readonly Dictionary<int, double> NoRanks = [];
    private readonly SnapshotCache _snapshots = new(database);

    /// <inheritdoc/>
    public async Task<ClaimPage> FindAsync(ClaimFilter filter, string? after, int pageSize, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var sort = filter.Sort == ClaimSort.Relevance && !HasText(filter) ? ClaimSort.Newest : filter.Sort;
        ClaimCursor? cursor = after is null ? null : ClaimCursor.Parse(after, sort);

        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var hits = await HitsAsync(db, snapshot, filter, stop).ConfigureAwait(false);
        var found = (await SelectAsync(db, snapshot, filter, hits, stop).ConfigureAwait(false)).All;
        var ranks = sort == ClaimSort.Relevance ? await hits!.RanksAsync(db, stop).ConfigureAwait(false) : NoRanks;
        var list = new ClaimList(snapshot.Columns, found, sort, filter.Group, ranks);
        var (page, next) = list.Page(cursor, pageSize);
        var folded = list.FoldedUnder(page, ClaimRow.MostFolded);
        int[] shown = [.. page.Select(p => p.Id), .. folded.Values.SelectMany(f => f)];
        var rows = shown.Zip(await new ClaimRowReader(db, snapshot, stop).ClaimsAsync(shown).ConfigureAwait(false)).ToDictionary(r => r.First, r => r.Second);
        return new(found.Count, [.. page.Select(Entry)], next?.ToString())
        {
            Groups = list.Entries,
            Terms = hits?.Terms ?? [],
        };

        ClaimRow Entry((int Id, int Folded) entry) => folded.TryGetValue(entry.Id, out var others)
            ? rows[entry.Id] with { Folded = entry.Folded, FoldedClaims = [.. others.Select(id => rows[id])] }
            : rows[entry.Id];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, CancellationToken stop) => FacetsAsync(filter, Facet.MostValues, stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var selection = await SelectAsync(db, snapshot, filter, stop).ConfigureAwait(false);
        return await new FacetLists(db, snapshot, filter, selection, stop).AllAsync(most).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Facet> FacetValuesAsync(ClaimFilter filter, string facet, string typed, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(typed);
        var dimension = FacetNames.Named(facet);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var selection = await SelectAsync(db, snapshot, filter, stop).ConfigureAwait(false);
        return await new FacetLists(db, snapshot, filter, selection, stop).OneAsync(dimension, typed, most).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekCount>> HistogramAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        return Histogram.Of(snapshot, (await SelectAsync(db, snapshot, filter, stop).ConfigureAwait(false)).Counts);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DayCount>> EventDaysAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var selection = await SelectAsync(db, snapshot, filter with { Days = default, From = null, To = null, Undated = false }, stop).ConfigureAwait(false);
        return [.. EventDays.Of(snapshot.Columns, selection.All).Select(d => new DayCount(DateOnly.FromDayNumber(d.Day), d.Claims))];
    }

    /// <inheritdoc/>
    public async Task<ClaimFilter> KnownAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Actors.Count + filter.Sources.Count + filter.Articles.Count == 0) return filter;
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var actors = await ActorNames.IdsAsync(db, snapshot.Actors, filter.Actors, stop).ConfigureAwait(false);
        var sources = snapshot.Sources.Values.Select(s => s.Id).Append(ClaimFilter.NoSource).ToHashSet(StringComparer.Ordinal);
        return filter with
        {
            Actors = [.. filter.Actors.Where(actors.ContainsKey)],
            Sources = [.. filter.Sources.Where(sources.Contains)],
            Articles = [.. filter.Articles.Where(a => snapshot.Columns.Articles.IdOf(a) is not null)],
        };
    }

    /// <inheritdoc/>
    public async Task<ClaimRow?> ClaimAsync(string key, CancellationToken stop) =>
        (await ClaimsAsync([key], stop).ConfigureAwait(false)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ClaimRow>> ClaimsAsync(IReadOnlyList<string> keys, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var wanted = keys.Distinct().ToList();
        var ids = await db.Claims.Where(c => wanted.Contains(c.Key)).Select(c => new { c.Key, c.Id })
            .ToDictionaryAsync(c => c.Key, c => c.Id, stop).ConfigureAwait(false);
        return await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. keys.Where(ids.ContainsKey).Select(k => ids[k])]).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ClaimRow>> RepeatsAsync(string key, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var ids = await db.RepeatClaims
            .Where(r => r.Claim!.Key != key && db.RepeatClaims.Any(own => own.RepeatId == r.RepeatId && own.Claim!.Key == key))
            .OrderBy(r => r.RepeatId).ThenBy(r => r.Ordinal).Select(r => r.ClaimId).ToListAsync(stop).ConfigureAwait(false);
        return await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. ids.Distinct()]).ConfigureAwait(false);
    }

    /// <summary>Asks beside the start what the first visitor is likely to ask, so that the columns are there, or coming, when the question comes.</summary>
    /// <param name="pageSize">As many claims as a page shows.</param>
    /// <param name="stop">Ends it.</param>
    public async Task PrepareAsync(int pageSize, CancellationToken stop)
    {
        try
        {
            await DataVersionAsync(stop).ConfigureAwait(false);
            await FindAsync(new(), null, pageSize, stop).ConfigureAwait(false);
            await FacetsAsync(new(), stop).ConfigureAwait(false);
            await HistogramAsync(new(), stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody will ask.
        }
        catch (Exception e) when (e is StoreUnavailableException || database.Explain(e) is not null)
        {
            // It is in the log; whoever asks is told.
        }
    }

    /// <summary>Reads into memory what changes, as soon as the engine tells of it, so that the next question does not wait for it. Ends at once where it tells of nothing.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        using var told = new SemaphoreSlim(0, 1);
        var watching = database.WatchAsync(Tell, stop);
        while (!watching.IsCompleted)
        {
            await Task.WhenAny(told.WaitAsync(stop), watching).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested();
            try
            {
                await using var db = database.ReadOneMoment();
                await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
            }
            catch (Exception e) when (database.Explain(e) is not null)
            {
                // Whoever asks is told; the next commit, or listening anew, tries again.
            }
        }

        await watching.ConfigureAwait(false);

        void Tell()
        {
            // One that waits is enough: reading takes whatever was committed until then.
            if (told.CurrentCount == 0) told.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _snapshots.Dispose();

    private static bool HasText(ClaimFilter filter) => !string.IsNullOrWhiteSpace(filter.Text);

    /// <returns>Null where no text is asked for.</returns>
    private static async Task<TextHits?> HitsAsync(ClaimDbContext db, CollectionSnapshot snapshot, ClaimFilter filter, CancellationToken stop)
    {
        if (!HasText(filter)) return null;
        return snapshot.Texts.TryGet(filter.Text!, out var known)
            ? known
            : snapshot.Texts.Put(filter.Text!, await TextHits.FindAsync(db, snapshot, filter.Text!, stop).ConfigureAwait(false));
    }

    private static async Task<Selection> SelectAsync(ClaimDbContext db, CollectionSnapshot snapshot, ClaimFilter filter, CancellationToken stop) =>
        await SelectAsync(db, snapshot, filter, await HitsAsync(db, snapshot, filter, stop).ConfigureAwait(false), stop).ConfigureAwait(false);

    private static async Task<Selection> SelectAsync(ClaimDbContext db, CollectionSnapshot snapshot, ClaimFilter filter, TextHits? hits, CancellationToken stop)
    {
        var key = StoredJson.Key(filter);
        if (snapshot.Selections.TryGet(key, out var known)) return known;
        var actors = await ActorNames.IdsAsync(db, snapshot.Actors, filter.Actors, stop).ConfigureAwait(false);
        return snapshot.Selections.Put(key, new(snapshot.Columns, filter, actors.Values, hits?.Rows));
    }
}
