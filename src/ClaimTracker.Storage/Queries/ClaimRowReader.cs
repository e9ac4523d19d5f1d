using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <summary>Puts rows together from two queries by id and what the snapshot knows.</summary>
internal sealed class ClaimRowReader(ClaimDbContext db, CollectionSnapshot snapshot, CancellationToken stop)
{
    private sealed record Head(string Key, string FileName, string? Title, string DisplayTitle, int? SourceId, PublishedDate Published);

    /// <summary>In the order of the ids, which all exist in the snapshot's moment.</summary>
    public async Task<IReadOnlyList<ClaimRow>> ClaimsAsync(IReadOnlyList<int> ids)
    {
        if (ids.Count == 0) return [];
        var wanted = ids.Distinct().ToList();
        var claims = await db.Claims.Where(c => wanted.Contains(c.Id))
            .Select(c => new
            {
                Claim = c,
                Article = new Head(
                    c.Article!.Key, c.Article.FileName, c.Article.Title, c.Article.DisplayTitle, c.Article.SourceId,
                    new(c.Article.PublishedDate, c.Article.PublishedBasis, c.Article.PublishedEvidence, c.Article.PublishedEarliest, c.Article.PublishedLatest)),
            })
            .ToDictionaryAsync(c => c.Claim.Id, stop).ConfigureAwait(false);
        var statistics = await StatisticsOfAsync(wanted).ConfigureAwait(false);
        return [.. ids.Select(id => ToRow(claims[id].Claim, claims[id].Article, [.. statistics[id]]))];
    }

    /// <summary>In the order in which the query gives them.</summary>
    /// <param name="statistics">Which.</param>
    /// <param name="articleKeys">Keys of their articles by id.</param>
    public async Task<IReadOnlyList<StatisticRow>> StatisticsAsync(IQueryable<StatisticEntity> statistics, Func<int, string> articleKeys)
    {
        var found = await statistics.ToListAsync(stop).ConfigureAwait(false);
        var ids = found.Select(s => s.Id).ToList();
        var claims = (await db.ClaimStatistics.Where(c => ids.Contains(c.StatisticId))
                .Select(c => new { c.StatisticId, c.ClaimId, c.Claim!.Key, c.Claim.SpeakerId, c.Claim.Passage.Length })
                .ToListAsync(stop).ConfigureAwait(false))
            .ToLookup(c => c.StatisticId);
        // The claim of whoever claims the number; of several inside each other the shortest words, which are about the number most.
        string? ClaimKey(StatisticEntity s) =>
            claims[s.Id].OrderBy(c => c.SpeakerId == s.ClaimedById ? 0 : 1).ThenBy(c => c.Length).ThenBy(c => c.ClaimId).FirstOrDefault()?.Key;

        return [.. found.Select(s => ToRow(s, articleKeys(s.ArticleId), ClaimKey(s)))];
    }

    private async Task<ILookup<int, StatisticRow>> StatisticsOfAsync(List<int> claims)
    {
        var found = await db.ClaimStatistics.Where(s => claims.Contains(s.ClaimId)).OrderBy(s => s.ClaimId).ThenBy(s => s.Ordinal)
            .Select(s => new { s.ClaimId, s.Claim!.Key, Article = s.Claim.Article!.Key, s.Statistic })
            .ToListAsync(stop).ConfigureAwait(false);
        return found.ToLookup(s => s.ClaimId, s => ToRow(s.Statistic!, s.Article, s.Key));
    }

    private StatisticRow ToRow(StatisticEntity s, string articleKey, string? claimKey) => new(
        s.Key, articleKey, new(s.Start, s.End), s.Words, s.Low, s.High, s.Qualifier, s.Unit, s.Measure, s.Counted, s.OfSide, s.Place,
        AnalysisRows.ToRange(s.PeriodFrom, s.PeriodTo, s.PeriodBasis, s.PeriodWords), snapshot.Actor(s.ClaimedById), claimKey);

    private ClaimRow ToRow(ClaimEntity c, Head article, IReadOnlyList<StatisticRow> statistics)
    {
        var columns = snapshot.Columns;
        columns.TryRow(c.Id, out var row);
        return new()
        {
            Key = c.Key,
            Speaker = snapshot.Actors[c.SpeakerId] with { Side = c.Side },
            SpeakerSpan = AnalysisRows.ToSpan(c.SpeakerStart, c.SpeakerEnd),
            Anaphoric = c.Anaphoric,
            SpeakerResolution = c.Resolution,
            ReportedBy = snapshot.Actor(c.ReportedById),
            CueLemma = c.CueLemma,
            CueSpan = AnalysisRows.ToSpan(c.CueStart, c.CueEnd),
            Act = c.Act,
            Quotation = c.Quotation,
            Content = c.Content,
            Words = Words(c),
            Passage = c.Passage,
            PassageStart = c.PassageStart,
            ContentDenied = c.ContentDenied,
            NestedIn = c.NestedIn,
            InTitle = c.InTitle,
            Implicit = c.Implicit,
            Target = snapshot.Actor(c.TargetId),
            SaidOn = AnalysisRows.ToRange(c.SaidFrom, c.SaidTo, c.SaidBasis, c.SaidWords),
            EventDate = AnalysisRows.ToRange(c.EventFrom, c.EventTo, c.EventBasis, c.EventWords),
            Date = c.Day is { } day ? DateOnly.FromDayNumber(day) : null,
            Article = new(
                article.Key, article.DisplayTitle, article.Title is null, article.SourceId is { } source ? snapshot.Sources[source] : null, article.Published),
            Statistics = statistics,
            Topics = columns.OwnValues(Dimension.Topic, row),
            Places = columns.OwnValues(Dimension.Place, row),
            Disputes = snapshot.Disputes.GetValueOrDefault(c.Id, []),
            Confidence = c.Confidence,
            Rules = c.Rules,
        };
    }

    private static string Words(ClaimEntity c) =>
        string.Join(" … ", c.Content.Select(s => c.Passage.Substring(s.Start - c.PassageStart, s.Length)));
}
