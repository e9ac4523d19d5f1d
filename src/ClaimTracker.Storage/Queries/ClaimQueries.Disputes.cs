using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>Disputes, runs, and the version of it all.</content>
public sealed partial class ClaimQueries
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DisputeRow>> DisputesAsync(string? topic, string? actor, DisputeKind? kind, CancellationToken stop) =>
        (await DisputesAsync(
            new()
            {
                Kinds = kind is { } one ? [one] : [],
                Topics = topic is null ? [] : [topic],
                Actors = actor is null ? [] : [actor],
            },
            0, int.MaxValue, stop).ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<DisputePage> DisputesAsync(DisputeFilter filter, int skip, int take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var db = database.ReadOneMoment();
        var found = DisputeScan.Find((await ScanAsync(db, await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false), stop).ConfigureAwait(false)).Heads, filter).Select(h => h.Id).ToList();
        var page = found.Skip(skip).Take(take).ToList();
        return new(found.Count, await DisputeRowsAsync(db, db.Disputes.Where(d => page.Contains(d.Id)), stop).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Facet>> DisputeFacetsAsync(DisputeFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var (heads, speakers) = await ScanAsync(db, snapshot, stop).ConfigureAwait(false);
        var topics = await db.Topics.OrderBy(t => t.Id).Select(t => new { t.Slug, t.Name }).ToListAsync(stop).ConfigureAwait(false);
        return DisputeScan.Facets(heads, filter, [.. topics.Select(t => (t.Slug, t.Name))], speakers, snapshot.Aliases);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DisputeRow>> DisputesOfClaimsAsync(IReadOnlyCollection<string> keys, DisputeKind kind, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) return [];
        await using var db = database.ReadOneMoment();
        return await DisputeRowsAsync(db, db.Disputes.Where(d => d.Kind == kind && d.Claims.Any(c => keys.Contains(c.Claim!.Key))), stop).ConfigureAwait(false);
    }

    /// <summary>Read once for each version of the collection: every page that lists questions looks through all of them.</summary>
    private static async Task<DisputeScan.Scan> ScanAsync(ClaimDbContext db, CollectionSnapshot snapshot, CancellationToken stop) =>
        snapshot.Disputes ??= await DisputeScan.ReadAsync(db, stop).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<DisputeRow?> DisputeAsync(string slug, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        return (await DisputeRowsAsync(db, db.Disputes.Where(d => d.Slug == slug), stop).ConfigureAwait(false)).SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RepeatRow>> AllRepeatsAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await db.Repeats.Include(r => r.Claims.OrderBy(c => c.Ordinal)).ToListAsync(stop).ConfigureAwait(false);
        int[] ids = [.. found.SelectMany(r => r.Claims).Select(c => c.ClaimId).Distinct()];
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync(ids).ConfigureAwait(false);
        var claims = ids.Zip(rows).ToDictionary(c => c.First, c => c.Second);
        // As with disputes: what an article lost when it was read again leaves no repeat of a single place.
        return
        [
            .. found.Select(r => (r.Why, r.Features, r.Score, Claims: r.Claims.Select(c => claims[c.ClaimId]).ToList())).Where(r => r.Claims.Count > 1)
                .Select(r => new RepeatRow(r.Why, r.Claims.Select(c => c.Article.Key).Distinct().Count(), r.Claims) { Features = r.Features, Score = r.Score })
                .OrderByDescending(r => r.Articles).ThenByDescending(r => r.Claims.Count).ThenBy(r => r.Claims[0].Key, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<IngestRunRow>> RunsAsync(int most, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var runs = await db.IngestRuns.OrderByDescending(r => r.Id).Take(most).Include(r => r.Files.OrderBy(f => f.Id)).ToListAsync(stop).ConfigureAwait(false);
        return [.. runs.Select(r => new IngestRunRow(
            r.Id, r.Started, r.Finished, r.Trigger, r.Stored, r.Known, r.Skipped, [.. r.Files.Select(f => new SkippedFile(f.File, f.Reason))]))];
    }

    /// <inheritdoc/>
    public async Task<string> DataVersionAsync(CancellationToken stop)
    {
        await using var db = database.Read();
        // Asked before every page, so also before the first: EF would first build its model.
        var states = await PreparedSql.AllAsync(db, "SELECT instance, data_version FROM store_state", r => (Instance: r.GetString(0), Version: r.GetInt64(1)), stop).ConfigureAwait(false);
        return states is [var state] ? string.Create(CultureInfo.InvariantCulture, $"{state.Instance}-{state.Version}") : "0";
    }

    private async Task<IReadOnlyList<DisputeRow>> DisputeRowsAsync(ClaimDbContext db, IQueryable<DisputeEntity> disputes, CancellationToken stop)
    {
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await disputes.OrderByDescending(d => d.Score).ThenBy(d => d.Slug)
            .Include(d => d.Claims.OrderBy(c => c.Position).ThenBy(c => c.Ordinal)).ToListAsync(stop).ConfigureAwait(false);
        int[] ids = [.. found.SelectMany(d => d.Claims).Select(c => c.ClaimId).Distinct()];
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync(ids).ConfigureAwait(false);
        var claims = ids.Zip(rows).ToDictionary(c => c.First, c => c.Second);
        // A claim that an article lost when it was read again has left its dispute; until the next comparison that can leave one side alone.
        return [.. found.Select(d => ToRow(d, claims)).Where(d => d.Positions.Count > 1)];
    }

    private static DisputeRow ToRow(DisputeEntity d, Dictionary<int, ClaimRow> claims)
    {
        var positions = d.Claims.GroupBy(c => (c.Position, c.Side)).OrderBy(g => g.Key.Position).Select(g => new PositionRow(
            g.Key.Side, [.. g.Where(c => !c.Supporting).Select(c => claims[c.ClaimId])], [.. g.Where(c => c.Supporting).Select(c => claims[c.ClaimId])]));
        return new(
            d.Slug, d.Question, d.Kind, d.Score, d.Why, d.Difference, d.Features, d.Topics, [.. positions.Where(p => p.Claims.Count > 0)],
            d.Claims.Select(c => claims[c.ClaimId].Article.Key).Distinct().Count())
        {
            From = d.FromDay is { } from ? DateOnly.FromDayNumber(from) : null,
            To = d.ToDay is { } to ? DateOnly.FromDayNumber(to) : null,
        };
    }
}
