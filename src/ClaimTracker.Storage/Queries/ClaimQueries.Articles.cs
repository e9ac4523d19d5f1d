using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <content>Articles, sources, statistics, sums.</content>
public sealed partial class ClaimQueries
{
    private sealed record ArticleHead(
        int Id, string Key, string FileName, string? Title, string DisplayTitle, int? SourceId, PublishedDate Published, string? Dateline, int Statistics);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleRow>> ArticlesAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        return await ArticleRowsAsync(InOrder(db.Articles), snapshot, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArticleRow>> SearchArticlesAsync(string text, int most, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var best = await PassageSearch.ArticlesAsync(db, snapshot.Aliases.Terms(text), most, stop).ConfigureAwait(false);
        var rows = await ArticleRowsAsync(db.Articles.Where(a => best.Contains(a.Id)), snapshot, stop).ConfigureAwait(false);
        var place = best.Index().ToDictionary(b => snapshot.Columns.Articles.Key(b.Item), b => b.Index);
        return [.. rows.OrderBy(r => place[r.Key])];
    }

    /// <inheritdoc/>
    public async Task<ArticleDetail?> ArticleAsync(string key, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var article = await db.Articles.Include(a => a.Source).SingleOrDefaultAsync(a => a.Key == key, stop).ConfigureAwait(false);
        if (article is null) return null;

        var reader = new ClaimRowReader(db, snapshot, stop);
        var ids = await db.Claims.Where(c => c.ArticleId == article.Id).OrderBy(c => c.Ordinal).Select(c => c.Id).ToListAsync(stop).ConfigureAwait(false);
        var statistics = await db.Statistics.Where(s => s.ArticleId == article.Id).OrderBy(s => s.Start).Select(s => s.Id).ToListAsync(stop).ConfigureAwait(false);
        var (previous, next) = snapshot.Columns.Articles.Neighbours(article.Id);
        return new(
            AnalysisRows.ToArticle(article),
            await reader.ClaimsAsync(ids).ConfigureAwait(false),
            [.. (await reader.StatisticsAsync(statistics).ConfigureAwait(false)).OrderBy(s => s.Span)],
            previous == 0 ? null : snapshot.Columns.Articles.Key(previous),
            next == 0 ? null : snapshot.Columns.Articles.Key(next));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var sources = await db.Sources.OrderBy(s => s.Name).ToListAsync(stop).ConfigureAwait(false);
        return [.. sources.Select(AnalysisRows.ToSource)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StatisticRow>> StatisticsAsync(ClaimFilter filter, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var articles = await InOrder(db.Articles).Select(a => new { a.Id, a.Key, a.SourceId, a.PublishedDate }).ToListAsync(stop).ConfigureAwait(false);
        var order = articles.Index().ToDictionary(a => a.Item.Key, a => a.Index);

        var claims = (await SelectAsync(db, snapshot, filter, stop).ConfigureAwait(false)).All;
        var unclaimed = articles.Where(a => OfArticleAlone(filter, a.Key, snapshot, a.SourceId, a.PublishedDate)).Select(a => a.Id).ToHashSet();

        var links = await db.ClaimStatistics.Select(s => new { s.ClaimId, s.StatisticId }).ToListAsync(stop).ConfigureAwait(false);
        var claimed = links.ToLookup(l => l.StatisticId, l => l.ClaimId);
        var heads = await db.Statistics.Select(s => new { s.Id, s.ArticleId }).ToListAsync(stop).ConfigureAwait(false);
        var wanted = heads.Where(s => claimed.Contains(s.Id) ? claimed[s.Id].Any(claims.Contains) : unclaimed.Contains(s.ArticleId))
            .Select(s => s.Id).ToList();
        var rows = await new ClaimRowReader(db, snapshot, stop).StatisticsAsync(wanted).ConfigureAwait(false);
        return [.. rows.OrderBy(r => order[r.ArticleKey]).ThenBy(r => r.Span)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var checks = await db.ArithmeticChecks.OrderBy(a => a.Id).Select(a => new { Check = a, a.Article!.Key }).ToListAsync(stop).ConfigureAwait(false);
        return [.. checks.Select(c => new ArithmeticCheck(c.Key, c.Check.Kind, c.Check.Terms, c.Check.Total, c.Check.Computed, c.Check.Holds, c.Check.Why))];
    }

    /// <summary>Newest first, the undated last.</summary>
    private static IOrderedQueryable<ArticleEntity> InOrder(IQueryable<ArticleEntity> articles) =>
        articles.OrderBy(a => a.PublishedDate == null).ThenByDescending(a => a.PublishedDate).ThenBy(a => a.Id);

    /// <summary>Whether a number that the article states in its own voice belongs to what is asked for: only where nothing of a speaker or his words is.</summary>
    private static bool OfArticleAlone(ClaimFilter filter, string key, CollectionSnapshot snapshot, int? sourceId, DateOnly? published) =>
        filter with { Sources = [], Articles = [], From = null, To = null, Undated = false } is { IsEmpty: true, Days: ClaimDays.Said }
        && (filter.Articles.Count == 0 || filter.Articles.Contains(key))
        && (filter.Sources.Count == 0 || filter.Sources.Contains(sourceId is { } id ? snapshot.Sources[id].Id : ClaimFilter.NoSource))
        && InDays(filter, published);

    private static bool InDays(ClaimFilter filter, DateOnly? published) => published is { } day
        ? (filter.From is null || day >= filter.From) && (filter.To is null || day <= filter.To) && (!filter.Undated || filter.From is not null || filter.To is not null)
        : filter.Undated || (filter.From is null && filter.To is null);

    private static async Task<IReadOnlyList<ArticleRow>> ArticleRowsAsync(IQueryable<ArticleEntity> articles, CollectionSnapshot snapshot, CancellationToken stop)
    {
        var heads = await articles.Select(a => new ArticleHead(
                a.Id, a.Key, a.FileName, a.Title, a.DisplayTitle, a.SourceId,
                new(a.PublishedDate, a.PublishedBasis, a.PublishedEvidence, a.PublishedEarliest, a.PublishedLatest), a.Dateline, a.Statistics.Count))
            .ToListAsync(stop).ConfigureAwait(false);
        var bySide = ArticleSides.Of(snapshot.Columns, [.. heads.Select(a => a.Id)]);
        return [.. heads.Select(a => new ArticleRow(
            a.Key, a.FileName, a.DisplayTitle, a.Title is null, a.SourceId is { } source ? snapshot.Sources[source] : null, a.Published, a.Dateline,
            bySide[a.Id].Values.Sum(), a.Statistics, bySide[a.Id]))];
    }
}
