using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>Actors, and what the collection holds of each side.</content>
public sealed partial class ClaimQueries
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ActorRow>> ActorsAsync(bool all, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var targeted = await TargetedAsync(db, null, stop).ConfigureAwait(false);
        var actors = await db.Actors.ToListAsync(stop).ConfigureAwait(false);
        return [.. actors.Select(a => ToRow(a, snapshot.Columns.Spoken.Of(a.Id), targeted))
            .Where(a => a.Claims > 0 || a.Targeted > 0 || (all && a.Known))
            .OrderByDescending(a => a.Claims).ThenByDescending(a => a.Targeted).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<ActorPage> ActorsAsync(ActorFilter filter, int skip, int take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var people = await PeopleAsync(db, snapshot, stop).ConfigureAwait(false);
        var beginnings = SearchText.Words(SearchText.Fold(filter.Name ?? ""));
        int[] ids =
        [
            .. people.Select(a => (Actor: a, snapshot.Columns.Spoken.Of(a.Id).Claims, a.Targeted))
                .Where(a => (a.Claims > 0 || a.Targeted > 0 || (filter.All && a.Actor.Known))
                    && (filter.Sides.Count == 0 || filter.Sides.Contains(a.Actor.Side ?? ClaimFilter.NoSide))
                    && FacetLists.IsMeant(a.Actor.Name, snapshot.Aliases.Of(a.Actor.Slug), beginnings))
                .OrderByDescending(a => a.Claims).ThenByDescending(a => a.Targeted).ThenBy(a => a.Actor.Name, StringComparer.Ordinal).ThenBy(a => a.Actor.Id).Select(a => a.Actor.Id),
        ];
        int[] page = [.. ids.Skip(skip).Take(take)];
        var actors = await db.Actors.Where(a => page.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop).ConfigureAwait(false);
        var targeted = people.Where(a => actors.ContainsKey(a.Id)).ToDictionary(a => a.Id, a => a.Targeted);
        return new(ids.Length, [.. page.Select(id => ToRow(actors[id], snapshot.Columns.Spoken.Of(id), targeted))]);
    }

    /// <summary>Read once for each version of the collection: counting at whom claims are directed looks through all of them.</summary>
    private static async Task<IReadOnlyList<ActorHead>> PeopleAsync(ClaimDbContext db, CollectionSnapshot snapshot, CancellationToken stop)
    {
        if (snapshot.People is { } known) return known;
        var targeted = await TargetedAsync(db, null, stop).ConfigureAwait(false);
        var heads = await db.Actors.Select(a => new { a.Id, a.Slug, a.Name, a.Side, a.Known }).ToListAsync(stop).ConfigureAwait(false);
        return snapshot.People = [.. heads.Select(a => new ActorHead(a.Id, a.Slug, a.Name, a.Side, a.Known, targeted.GetValueOrDefault(a.Id)))];
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
        var disputed = await db.DisputeClaims.Where(c => c.Claim!.SpeakerId == actor.Id).Select(c => c.DisputeId).Distinct().CountAsync(stop).ConfigureAwait(false);
        var targeted = await TargetedAsync(db, actor.Id, stop).ConfigureAwait(false);
        return new(
            ToRow(actor, snapshot.Columns.Spoken.Of(actor.Id), targeted), [.. actor.Aliases.Select(a => a.Alias)], parent is null ? null : ToRef(parent),
            [.. near.Where(a => a.Parent == id).Select(ToRef)], actor.Note, disputed);
    }

    /// <inheritdoc/>
    public async Task<Totals> TotalsAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        return snapshot.Held ??= await CountAsync(db, snapshot.Columns, stop).ConfigureAwait(false);
    }

    private static async Task<Totals> CountAsync(ClaimDbContext db, ClaimColumns columns, CancellationToken stop)
    {
        var statistics = await db.Statistics.Where(s => s.ClaimedById != null)
            .GroupBy(s => s.ClaimedBy!.Side).Select(g => new { Side = g.Key ?? ClaimFilter.NoSide, Count = g.Count() })
            .ToDictionaryAsync(s => s.Side, s => s.Count, stop).ConfigureAwait(false);
        var spoken = columns.Spoken;
        var sides = columns.Tables.Sides.Values.Index().Where(s => s.Index != columns.Tables.NoSide || columns.Totals.Side[s.Index] > 0).ToList();
        return new(
            await db.Articles.CountAsync(stop).ConfigureAwait(false),
            await db.Sources.CountAsync(stop).ConfigureAwait(false),
            columns.Count,
            await db.Statistics.CountAsync(stop).ConfigureAwait(false),
            spoken.Actors,
            await db.Disputes.CountAsync(stop).ConfigureAwait(false),
            [.. sides.Select(s => new SideTotals(
                s.Item.Value, columns.Totals.Side[s.Index], spoken.SpeakersOf(s.Index), spoken.QuotedOf(s.Index), statistics.GetValueOrDefault(s.Item.Value)))]);
    }

    /// <summary>How many claims are directed at an actor, or at each.</summary>
    private static async Task<Dictionary<int, int>> TargetedAsync(ClaimDbContext db, int? actor, CancellationToken stop) =>
        await db.Claims.Where(c => actor == null ? c.TargetId != null : c.TargetId == actor).GroupBy(c => c.TargetId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop).ConfigureAwait(false);

    private static ActorRow ToRow(ActorEntity a, (int Claims, int First, int Last) said, Dictionary<int, int> targeted) =>
        new(a.Slug, a.Name, a.Kind, a.Side, a.Roles, a.Known, said.Claims, targeted.GetValueOrDefault(a.Id), ToDay(said.First), ToDay(said.Last));

    private static ActorRef ToRef(ActorEntity a) => new(a.Slug, a.Name, a.Side);

    private static DateOnly? ToDay(int day) => day == DayColumn.Undated ? null : DateOnly.FromDayNumber(day);
}
