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
        var found = await FoundAsync(db, filter, sort == ClaimSort.Relevance, stop).ConfigureAwait(false);
        var scan = new ClaimScan(snapshot.Columns, filter, found?.Select(f => f.Id));
        var matches = sort == ClaimSort.Relevance ? ByRank(snapshot.Columns, scan, found!) : ByDay(snapshot.Columns, scan, sort);

        var (total, page) = (0, new List<ClaimCursor>(pageSize + 1));
        foreach (var match in matches)
        {
            total++;
            if (page.Count <= pageSize && cursor?.Precedes(match.SortKey, match.Id) != false) page.Add(match);
        }

        var next = page.Count > pageSize ? page[pageSize - 1].ToString() : null;
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. page.Take(pageSize).Select(p => p.Id)]).ConfigureAwait(false);
        return new(total, rows, next);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Facet>> FacetsAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, filter, ranked: false, stop).ConfigureAwait(false);
        return FacetLists.Of(snapshot.Columns, filter, new ClaimScan(snapshot.Columns, filter, found?.Select(f => f.Id)).Counts());
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WeekCount>> HistogramAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await FoundAsync(db, filter, ranked: false, stop).ConfigureAwait(false);
        return Histogram.Of(snapshot, new ClaimScan(snapshot.Columns, filter, found?.Select(f => f.Id)));
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
    private static async Task<List<(int Id, double Rank)>?> FoundAsync(ClaimDbContext db, ClaimFilter filter, bool ranked, CancellationToken stop) =>
        HasText(filter) ? await PassageSearch.ClaimsAsync(db, filter.Text!, ranked, stop).ConfigureAwait(false) : null;

    private static IEnumerable<ClaimCursor> ByDay(ClaimColumns columns, ClaimScan scan, ClaimSort sort) =>
        scan.Rows(sort).Select(row => new ClaimCursor(sort, SortKey(columns.Days[row], sort), columns.Ids[row]));

    /// <summary>Ascending in the order: later days first or last, the undated last in both.</summary>
    private static long SortKey(int day, ClaimSort sort) =>
        day == ClaimColumns.Undated ? int.MaxValue : sort == ClaimSort.Oldest ? day : DateOnly.MaxValue.DayNumber - day;

    private static IEnumerable<ClaimCursor> ByRank(ClaimColumns columns, ClaimScan scan, List<(int Id, double Rank)> found) =>
        found.Where(f => columns.TryRow(f.Id, out var row) && scan.Matches(row))
            .Select(f => new ClaimCursor(ClaimSort.Relevance, RankKey(f.Rank), f.Id))
            .OrderBy(c => c.SortKey).ThenBy(c => c.Id);

    /// <summary>Ranks as whole numbers in the same order, so that a cursor carries one exactly.</summary>
    private static long RankKey(double rank)
    {
        var bits = BitConverter.DoubleToInt64Bits(rank);
        return bits < 0 ? long.MaxValue ^ bits : bits;
    }
}
