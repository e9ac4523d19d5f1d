using ClaimTracker.Storage.Columns;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>What ties claims to each other and to those they speak of.</content>
public sealed partial class ClaimQueries
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ClaimRow>> ClaimsOfActorAsync(string actor, int most, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        // Undated last: engines differ in where they put what is null.
        var ids = await db.Claims.Where(c => c.Target!.Slug == actor && c.Speaker!.Slug != actor)
            .OrderByDescending(c => c.Day ?? DayColumn.Undated).ThenByDescending(c => c.Id).Select(c => c.Id).Take(most).ToListAsync(stop).ConfigureAwait(false);
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        return await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. ids]).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ILookup<string, ClaimRow>> RepeatsAsync(IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(keys);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var pairs = await db.RepeatClaims.Where(own => keys.Contains(own.Claim!.Key))
            .Join(db.RepeatClaims, own => own.RepeatId, other => other.RepeatId, (own, other) => new { own.Claim!.Key, Of = own.ClaimId, other.ClaimId, other.RepeatId, other.Ordinal })
            .Where(p => p.Of != p.ClaimId).OrderBy(p => p.RepeatId).ThenBy(p => p.Ordinal).Select(p => new { p.Key, p.ClaimId })
            .ToListAsync(stop).ConfigureAwait(false);
        var distinct = pairs.Distinct().ToList();
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. distinct.Select(p => p.ClaimId)]).ConfigureAwait(false);
        return distinct.Zip(rows).ToLookup(p => p.First.Key, p => p.Second, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> AddedAsync(IReadOnlyCollection<string> articleKeys, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        await using var db = database.ReadOneMoment();
        return await db.Originals.Where(o => articleKeys.Contains(o.Article!.Key)).Select(o => new { o.Article!.Key, o.Stored })
            .ToDictionaryAsync(o => o.Key, o => o.Stored, StringComparer.Ordinal, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ClaimLinks> LinksAsync(IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count < 2) return ClaimLinks.None;
        await using var db = database.ReadOneMoment();
        var inDisputes = await db.Disputes
            .SelectMany(d => d.Claims, (d, c) => new { Dispute = d, c.Position, c.Ordinal, c.Supporting, c.Side, c.Claim!.Key })
            .Where(c => keys.Contains(c.Key))
            .OrderByDescending(c => c.Dispute.Score).ThenBy(c => c.Dispute.Slug).ThenBy(c => c.Position).ThenBy(c => c.Supporting).ThenBy(c => c.Ordinal)
            .Select(c => new { c.Dispute.Slug, c.Dispute.Question, c.Dispute.Kind, c.Dispute.Difference, c.Position, c.Side, c.Key })
            .ToListAsync(stop).ConfigureAwait(false);
        var repeated = await db.RepeatClaims.Where(c => keys.Contains(c.Claim!.Key)).OrderBy(c => c.RepeatId).ThenBy(c => c.Ordinal)
            .Select(c => new { c.RepeatId, c.Claim!.Key }).ToListAsync(stop).ConfigureAwait(false);
        return new(
            [
                .. inDisputes.GroupBy(c => (c.Slug, c.Question, c.Kind, c.Difference))
                    .Select(g => new OpposedClaims(
                        g.Key.Slug, g.Key.Question, g.Key.Kind, g.Key.Difference,
                        [.. g.GroupBy(c => (c.Position, c.Side)).Select(p => new OpposedPosition(p.Key.Side, [.. p.Select(c => c.Key).Distinct()]))]))
                    .Where(d => d.Positions.Count > 1),
            ],
            [.. repeated.GroupBy(c => c.RepeatId).Select(IReadOnlyList<string> (g) => [.. g.Select(c => c.Key).Distinct()]).Where(g => g.Count > 1)]);
    }
}
