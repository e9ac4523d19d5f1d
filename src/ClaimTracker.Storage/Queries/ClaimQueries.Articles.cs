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
    public async Task<ArticlePage> ArticlesAsync(string? source, int skip, int take, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var articles = snapshot.Columns.Articles;
        var own = snapshot.Sources.Where(s => s.Value.Id == source).Select(s => s.Key).DefaultIfEmpty(-1).First();
        var ids = articles.InOrder(id => source is null || articles.Source(id) == own);
        int[] page = [.. ids.Skip(skip).Take(take)];
        return new(ids.Length, await ArticleRowsAsync(InOrder(db.Articles.Where(a => page.Contains(a.Id))), snapshot, stop).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SourceTotals>> SourceTotalsAsync(CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var carried = SourceClaims.Of(snapshot.Columns);
        return
        [
            .. snapshot.Sources.Select(s => new SourceTotals(s.Value, carried[s.Key].Articles, carried[s.Key].BySide))
                .OrderByDescending(s => s.Claims).ThenBy(s => s.Source.Name, StringComparer.Ordinal),
        ];
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
    public async Task<IReadOnlyList<StatisticRow>> StatisticsAsync(ClaimFilter filter, CancellationToken stop) =>
        (await StatisticsAsync(filter, 0, int.MaxValue, stop).ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<StatisticPage> StatisticsAsync(ClaimFilter filter, int skip, int take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var db = database.ReadOneMoment();
        var snapshot = await _snapshots.AsOfAsync(db, stop).ConfigureAwait(false);
        var selection = await SelectAsync(db, snapshot, filter, stop).ConfigureAwait(false);
        var claims = selection.All;
        var having = selection.Counts.ByValue(snapshot.Columns, Dimension.Article);
        var articles = snapshot.Columns.Articles.InOrder(id => (id < having.Length && having[id] > 0) || OfArticleAlone(filter, id, snapshot));
        int[] page = [.. articles.Skip(skip).Take(take)];
        var order = page.Index().ToDictionary(a => snapshot.Columns.Articles.Key(a.Item), a => a.Index);

        const string Heads =
            "SELECT s.id, s.article_id, x.claim_id FROM statistics s LEFT JOIN claim_statistics x ON x.statistic_id = s.id WHERE s.article_id IN {0}";
        var heads = await PreparedSql.RowsAsync(
            db, Heads, page, r => (Id: r.GetInt32(0), Article: r.GetInt32(1), Claim: r.IsDBNull(2) ? (int?)null : r.GetInt32(2)), stop).ConfigureAwait(false);
        List<int> wanted = [.. heads.Where(s => s.Claim is { } claim ? claims.Contains(claim) : OfArticleAlone(filter, s.Article, snapshot)).Select(s => s.Id).Distinct()];
        var rows = await new ClaimRowReader(db, snapshot, stop).StatisticsAsync(wanted).ConfigureAwait(false);
        return new(articles.Length, [.. rows.OrderBy(r => order[r.ArticleKey]).ThenBy(r => r.Span)]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(CancellationToken stop) => ArithmeticAsync(db => db.ArithmeticChecks, stop);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(IReadOnlyCollection<string> articleKeys, CancellationToken stop) =>
        ArithmeticAsync(db => db.ArithmeticChecks.Where(a => articleKeys.Contains(a.Article!.Key)), stop);

    private async Task<IReadOnlyList<ArithmeticCheck>> ArithmeticAsync(Func<ClaimDbContext, IQueryable<ArithmeticEntity>> which, CancellationToken stop)
    {
        await using var db = database.ReadOneMoment();
        var checks = await which(db).OrderBy(a => a.Id).Select(a => new { Check = a, a.Article!.Key }).ToListAsync(stop).ConfigureAwait(false);
        return [.. checks.Select(c => new ArithmeticCheck(c.Key, c.Check.Kind, c.Check.Terms, c.Check.Total, c.Check.Computed, c.Check.Holds, c.Check.Why))];
    }

    /// <summary>Newest first, the undated last.</summary>
    private static IOrderedQueryable<ArticleEntity> InOrder(IQueryable<ArticleEntity> articles) =>
        articles.OrderBy(a => a.PublishedDate == null).ThenByDescending(a => a.PublishedDate).ThenBy(a => a.Id);

    /// <summary>Whether a number that the article states in its own voice belongs to what is asked for: only where nothing of a speaker or his words is.</summary>
    private static bool OfArticleAlone(ClaimFilter filter, int article, CollectionSnapshot snapshot) =>
        filter with { Sources = [], Articles = [], From = null, To = null, Undated = false } is { IsEmpty: true, Days: ClaimDays.Said }
        && (filter.Articles.Count == 0 || filter.Articles.Contains(snapshot.Columns.Articles.Key(article)))
        && (filter.Sources.Count == 0 || filter.Sources.Contains(snapshot.Columns.Articles.Source(article) is not 0 and var id ? snapshot.Sources[id].Id : ClaimFilter.NoSource))
        && InDays(filter, ToDay(snapshot.Columns.Articles.Published[article]));

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
