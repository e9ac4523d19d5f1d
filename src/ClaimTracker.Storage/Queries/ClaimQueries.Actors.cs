using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>Actors, and what the collection holds of each side.</content>
public sealed partial class ClaimQueries
{
    private readonly record struct Spoken(int Claims, int First, int Last);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ActorRow>> ActorsAsync(bool all, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var spoken = SpokenBy(snapshot.Columns);
        var actors = await db.Actors.ToListAsync(stop).ConfigureAwait(false);
        return [.. actors.Select(a => ToRow(a, snapshot, spoken))
            .Where(a => a.Claims > 0 || a.Targeted > 0 || (all && a.Known))
            .OrderByDescending(a => a.Claims).ThenByDescending(a => a.Targeted).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<ActorDetail?> ActorAsync(string id, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var actor = await db.Actors.Include(a => a.Aliases.OrderBy(l => l.Ordinal)).SingleOrDefaultAsync(a => a.Slug == id, stop).ConfigureAwait(false);
        if (actor is null) return null;

        var near = await db.Actors.Where(a => a.Slug == actor.Parent || a.Parent == id).OrderBy(a => a.Name).ToListAsync(stop).ConfigureAwait(false);
        var parent = near.Find(a => a.Slug == actor.Parent);
        var columns = snapshot.Columns;
        var disputed = Enumerable.Range(0, columns.Count).Where(row => columns.Value(Dimension.Actor, row).Value == id)
            .SelectMany(row => snapshot.Disputes.GetValueOrDefault(columns.Ids[row], [])).Select(d => d.Slug).Distinct().Count();
        return new(
            ToRow(actor, snapshot, SpokenBy(columns)), [.. actor.Aliases.Select(a => a.Alias)], parent is null ? null : ToRef(parent),
            [.. near.Where(a => a.Parent == id).Select(ToRef)], actor.Note, disputed);
    }

    /// <inheritdoc/>
    public async Task<Totals> TotalsAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var columns = snapshot.Columns;
        var statistics = await db.Statistics.Where(s => s.ClaimedById != null)
            .GroupBy(s => s.ClaimedBy!.Side).Select(g => new { Side = g.Key ?? ClaimFilter.NoSide, Count = g.Count() })
            .ToDictionaryAsync(s => s.Side, s => s.Count, stop).ConfigureAwait(false);
        var rows = Enumerable.Range(0, columns.Count).ToLookup(row => columns.Value(Dimension.Side, row).Value);
        return new(
            await db.Articles.CountAsync(stop).ConfigureAwait(false),
            await db.Sources.CountAsync(stop).ConfigureAwait(false),
            columns.Count,
            await db.Statistics.CountAsync(stop).ConfigureAwait(false),
            columns.Codes[(int)Dimension.Actor].Distinct().Count(),
            await db.Disputes.CountAsync(stop).ConfigureAwait(false),
            [.. snapshot.Sides.Keys.Concat(rows.Contains(ClaimFilter.NoSide) ? [ClaimFilter.NoSide] : []).Select(side => new SideTotals(
                side,
                rows[side].Count(),
                rows[side].Select(row => columns.Code(Dimension.Actor, row)).Distinct().Count(),
                rows[side].Count(row => columns.Code(Dimension.Quotation, row) != (int)Domain.QuotationKind.Indirect),
                statistics.GetValueOrDefault(side)))]);
    }

    private static Dictionary<string, Spoken> SpokenBy(ClaimColumns columns)
    {
        var spoken = new Dictionary<string, Spoken>(StringComparer.Ordinal);
        for (var row = 0; row < columns.Count; row++)
        {
            var actor = columns.Value(Dimension.Actor, row).Value;
            var day = columns.Days[row];
            var before = spoken.GetValueOrDefault(actor, new(0, ClaimColumns.Undated, ClaimColumns.Undated));
            // Newest first: the first day met is the last one, and every later one met is earlier.
            spoken[actor] = new(before.Claims + 1, day == ClaimColumns.Undated ? before.First : day, before.Last == ClaimColumns.Undated ? day : before.Last);
        }

        return spoken;
    }

    private static ActorRow ToRow(ActorEntity a, CollectionSnapshot snapshot, Dictionary<string, Spoken> spoken)
    {
        var said = spoken.GetValueOrDefault(a.Slug, new(0, ClaimColumns.Undated, ClaimColumns.Undated));
        return new(a.Slug, a.Name, a.Kind, a.Side, a.Roles, a.Known, said.Claims, snapshot.Targeted.GetValueOrDefault(a.Slug), ToDay(said.First), ToDay(said.Last));
    }

    private static ActorRef ToRef(ActorEntity a) => new(a.Slug, a.Name, a.Side);

    private static DateOnly? ToDay(int day) => day == ClaimColumns.Undated ? null : DateOnly.FromDayNumber(day);
}
