using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>What comparing found besides disputes: verdicts “not comparable”, shifts, origins, accusations without an answer.</content>
public sealed partial class ClaimQueries
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<NotComparableRow>> NotComparableAsync(string claimKey, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var pairs = db.NotComparable.Where(n => n.FirstClaim!.Key == claimKey || n.SecondClaim!.Key == claimKey);
        return await NotComparableRowsAsync(db, pairs, int.MaxValue, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NotComparableRow>> NotComparableAsync(ApartReason? reason, int most, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var pairs = reason is { } one ? db.NotComparable.Where(n => n.Reason == one) : db.NotComparable;
        return await NotComparableRowsAsync(db, pairs, most, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ShiftRow>> ShiftsAsync(string? actor, int most, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var shifts = actor is null ? db.Shifts : db.Shifts.Where(s => s.LaterClaim!.Speaker!.Slug == actor || s.EarlierClaim!.Speaker!.Slug == actor);
        return await ShiftRowsAsync(db, shifts, most, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ShiftRow>> ShiftsOfClaimAsync(string claimKey, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var shifts = db.Shifts.Where(s => s.LaterClaim!.Key == claimKey || s.EarlierClaim!.Key == claimKey);
        return await ShiftRowsAsync(db, shifts, int.MaxValue, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OriginRow>> OriginsAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        return await OriginRowsAsync(db, db.Origins, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<OriginRow?> OriginOfAsync(string articleKey, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        return (await OriginRowsAsync(db, db.Origins.Where(o => o.Articles.Any(a => a.Article!.Key == articleKey)), stop).ConfigureAwait(false)).SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<UnansweredPage> UnansweredAsync(ClaimFilter filter, int skip, int take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var asked = (await SelectAsync(db, snapshot, filter with { Acts = [ClaimAct.Accuses], Disputed = false }, stop).ConfigureAwait(false)).All;
        var open = await OpenAccusations(db).OrderByDescending(c => c.Day ?? DayColumn.Undated).ThenByDescending(c => c.Id).Select(c => c.Id).ToListAsync(stop).ConfigureAwait(false);
        var left = open.Where(asked.Contains).ToList();
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync([.. left.Skip(skip).Take(take)]).ConfigureAwait(false);
        var last = await db.Articles.MaxAsync(a => a.PublishedDate, stop).ConfigureAwait(false);
        return new(left.Count, [.. rows.Select(row => new UnansweredRow(row, row.Target!, last))]);
    }

    /// <summary>Accusations of somebody of another side whom no dispute, no repeat's dispute and no denial in the same article answers.</summary>
    private static IQueryable<ClaimEntity> OpenAccusations(ClaimDbContext db) => db.Claims.Where(c =>
        c.Act == ClaimAct.Accuses && c.NestedIn == null && c.TargetId != null && c.Target!.Side != null && c.Target.Side != c.Side
        && !db.DisputeClaims.Any(d => d.ClaimId == c.Id && !d.Supporting)
        && !db.RepeatClaims.Any(own => own.ClaimId == c.Id && db.RepeatClaims.Any(other =>
            other.RepeatId == own.RepeatId && db.DisputeClaims.Any(d => d.ClaimId == other.ClaimId && !d.Supporting)))
        && !db.Claims.Any(a => a.ArticleId == c.ArticleId && a.Ordinal > c.Ordinal && a.Act == ClaimAct.Denies && a.Side == c.Target!.Side));

    private async Task<IReadOnlyList<NotComparableRow>> NotComparableRowsAsync(
        ClaimDbContext db, IQueryable<NotComparableEntity> pairs, int most, CancellationToken stop)
    {
        var found = await pairs.OrderByDescending(n => n.Score).ThenBy(n => n.Id).Take(most).ToListAsync(stop).ConfigureAwait(false);
        var claims = await ClaimsByIdAsync(db, found.SelectMany(n => (int[])[n.FirstClaimId, n.SecondClaimId]), stop).ConfigureAwait(false);
        return [.. found.Select(n => new NotComparableRow(claims[n.FirstClaimId], claims[n.SecondClaimId], n.Reason, n.Why, n.Features, n.Score))];
    }

    private async Task<IReadOnlyList<ShiftRow>> ShiftRowsAsync(ClaimDbContext db, IQueryable<ShiftEntity> shifts, int most, CancellationToken stop)
    {
        var found = await shifts.OrderByDescending(s => s.LaterClaim!.Day ?? DayColumn.Undated).ThenBy(s => s.Id).Take(most).ToListAsync(stop).ConfigureAwait(false);
        var claims = await ClaimsByIdAsync(db, found.SelectMany(s => (int[])[s.EarlierClaimId, s.LaterClaimId]), stop).ConfigureAwait(false);
        return [.. found.Select(s => new ShiftRow(s.Kind, claims[s.EarlierClaimId], claims[s.LaterClaimId], s.Why, s.Difference, s.Features, s.Score))];
    }

    private async Task<Dictionary<int, ClaimRow>> ClaimsByIdAsync(ClaimDbContext db, IEnumerable<int> wanted, CancellationToken stop)
    {
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        int[] ids = [.. wanted.Distinct()];
        var rows = await new ClaimRowReader(db, snapshot, stop).ClaimsAsync(ids).ConfigureAwait(false);
        return ids.Zip(rows).ToDictionary(c => c.First, c => c.Second);
    }

    private async Task<IReadOnlyList<OriginRow>> OriginRowsAsync(ClaimDbContext db, IQueryable<OriginEntity> origins, CancellationToken stop)
    {
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var found = await origins.Include(o => o.Articles.OrderBy(a => a.Ordinal)).ToListAsync(stop).ConfigureAwait(false);
        var ids = found.SelectMany(o => o.Articles).Select(a => a.ArticleId).Distinct().ToList();
        var refs = (await db.Articles.Where(a => ids.Contains(a.Id))
                .Select(a => new
                {
                    a.Id,
                    a.Key,
                    a.Title,
                    a.DisplayTitle,
                    a.SourceId,
                    Published = new PublishedDate(a.PublishedDate, a.PublishedBasis, a.PublishedEvidence, a.PublishedEarliest, a.PublishedLatest),
                })
                .ToListAsync(stop).ConfigureAwait(false))
            .ToDictionary(a => a.Id, a => new ArticleRef(
                a.Key, a.DisplayTitle, a.Title is null, a.SourceId is { } source ? snapshot.Sources[source] : null, a.Published));
        // An article that was read again or removed has left its copies; one alone is no group.
        return
        [
            .. found.Where(o => o.Articles.Count > 1)
                .Select(o => new OriginRow([.. o.Articles.Select(a => refs[a.ArticleId])], o.Agency, o.Why, o.Features, o.Score))
                .OrderByDescending(o => o.Articles.Count).ThenBy(o => o.Articles[0].Key, StringComparer.Ordinal),
        ];
    }
}
