using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <summary>Filters, counts and orders in the columns; reads from the file only the rows that are shown.</summary>
/// <remarks>Each call reads one moment of the file, so that a list, its total and its rows never disagree.</remarks>
public sealed partial class ClaimQueries(ClaimDatabase database) : IClaimQueries, IDisposable
{
    private readonly SnapshotCache _snapshots = new();

    /// <inheritdoc/>
    public async Task<ClaimPage> FindAsync(ClaimFilter filter, string? after, int pageSize, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var sort = filter.Sort == ClaimSort.Relevance && !HasText(filter) ? ClaimSort.Newest : filter.Sort;
        ClaimCursor? cursor = after is null ? null : ClaimCursor.Parse(after, sort);

        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, snapshot, filter, sort == ClaimSort.Relevance, stop).ConfigureAwait(false);
        var scan = new ClaimScan(snapshot.Columns, filter, found?.Ids);
        var list = new ClaimList(snapshot.Columns, scan, sort, filter.Group, found);
        var (page, next) = list.Page(cursor, pageSize);
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. page.Select(p => p.Id)]).ConfigureAwait(false);
        return new(list.Total, [.. rows.Zip(page, (row, p) => p.Folded == 0 ? row : row with { Folded = p.Folded })], next?.ToString())
        {
            Groups = list.Groups,
            Terms = found?.Terms ?? [],
        };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, snapshot, filter, ranked: false, stop).ConfigureAwait(false);
        return FacetLists.Of(snapshot, filter, new ClaimScan(snapshot.Columns, filter, found?.Ids).Counts());
    }

    /// <inheritdoc/>
    public async Task<Facet> FacetValuesAsync(ClaimFilter filter, string facet, string typed, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(typed);
        var dimension = FacetLists.Named(facet);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, snapshot, filter, ranked: false, stop).ConfigureAwait(false);
        return FacetLists.Of(snapshot, dimension, filter, new ClaimScan(snapshot.Columns, filter, found?.Ids).Counts(), typed, most);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekCount>> HistogramAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, snapshot, filter, ranked: false, stop).ConfigureAwait(false);
        return Histogram.Of(snapshot, new ClaimScan(snapshot.Columns, filter, found?.Ids));
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

    /// <inheritdoc/>
    public void Dispose() => _snapshots.Dispose();

    private static bool HasText(ClaimFilter filter) => !string.IsNullOrWhiteSpace(filter.Text);

    /// <returns>Null where no text is asked for.</returns>
    private static async Task<TextHits?> FoundAsync(ClaimDbContext db, CollectionSnapshot snapshot, ClaimFilter filter, bool ranked, CancellationToken stop) =>
        HasText(filter) ? await TextHits.FindAsync(db, snapshot, filter.Text!, ranked, stop).ConfigureAwait(false) : null;
}
