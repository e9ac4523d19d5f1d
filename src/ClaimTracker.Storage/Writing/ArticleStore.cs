using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Writing;

/// <summary>Puts articles into the store, each in one transaction, and tells which are there.</summary>
public sealed class ArticleStore(ClaimDatabase database)
{
    /// <summary>Tells readers which article to look at again.</summary>
    private static readonly string Added = Sql.Insert("article_changes", "article_id", "version");

    private static readonly string Changed = Added + " ON CONFLICT (article_id) DO UPDATE SET version = excluded.version";

    /// <inheritdoc cref="ClaimDatabase.Work"/>
    public Postgres.WaitingFiles? Work => database.Work;

    /// <summary>The article with these bytes, or null.</summary>
    /// <param name="contentHash">SHA-256, 64 lower-case hexadecimal digits.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<StoredArticle?> FindAsync(string contentHash, CancellationToken stop) => database.ReadAsync(async db =>
        (await StoredAsync(db.Originals.Where(o => o.Article!.ContentHash == contentHash), stop).ConfigureAwait(false)).SingleOrDefault());

    /// <summary>Articles that were read with something other than this, in the order in which they were first stored.</summary>
    public Task<IReadOnlyList<StoredArticle>> StaleAsync(string readWith, CancellationToken stop) =>
        database.ReadAsync(db => StoredAsync(db.Originals.Where(o => o.ReadWith != readWith), stop));

    /// <summary>The bytes that an article was read from.</summary>
    /// <exception cref="InvalidOperationException">There is no such article.</exception>
    public Task<byte[]> BytesAsync(string articleKey, CancellationToken stop) => database.ReadAsync(async db =>
        Compressed.Read(await db.Originals.Where(o => o.Article!.Key == articleKey).Select(o => o.Bytes).SingleAsync(stop).ConfigureAwait(false)));

    /// <summary>The articles that came from one path or address, with the bytes that they were read from.</summary>
    public Task<IReadOnlyList<(string ArticleKey, byte[] Bytes)>> FromOriginAsync(string origin, CancellationToken stop) => database.ReadAsync(async db =>
    {
        var found = await db.Originals.Where(o => o.Origin == origin).OrderBy(o => o.ArticleId)
            .Select(o => new { o.Article!.Key, o.Bytes }).ToListAsync(stop).ConfigureAwait(false);
        return (IReadOnlyList<(string, byte[])>)[.. found.Select(o => (o.Key, Compressed.Read(o.Bytes)))];
    });

    /// <summary>Prepares an empty store for many articles: what makes them be found quickly is left out until <see cref="EndImportAsync"/>.</summary>
    /// <returns>False, and nothing is changed, where there are articles already.</returns>
    public Task<bool> BeginImportAsync(CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (session.NumberOrNull("SELECT 1 FROM articles LIMIT 1") is not null) return false;
            session.BeginImport();
            return session.LeavesIndexesOut = true;
        },
        stop);

    /// <summary>Makes what was left out. A process that is killed before leaves that to the next one that writes.</summary>
    public Task EndImportAsync(CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (!session.LeavesIndexesOut) return;
            session.EndImport();
            session.LeavesIndexesOut = false;
        },
        stop);

    /// <summary>Stores articles in one transaction, each as <see cref="StoreAsync"/> does: whole or not at all.</summary>
    /// <returns>For each article what was wrong with it; null where it is stored.</returns>
    /// <remarks>
    /// Where something is wrong with one, each gets a transaction of its own. A savepoint for each article would copy every page that it
    /// touches, and keys in no order touch many: that costs several times the writing.
    /// </remarks>
    public async Task<ArgumentException?[]> StoreAllAsync(IReadOnlyList<ArticleToStore> articles, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var problems = new ArgumentException?[articles.Count];
        if (articles.Count > 1 && await TryStoreAsync(() => InOneTransactionAsync(articles, now, stop)).ConfigureAwait(false) is null) return problems;
        for (var n = 0; n < articles.Count; n++)
        {
            var article = articles[n];
            problems[n] = await TryStoreAsync(() => StoreAsync(article, now, stop)).ConfigureAwait(false);
        }

        return problems;
    }

    /// <summary>Stores an article that is new, or puts a new reading in the place of the old one: claims that it still has keep key and id.</summary>
    /// <exception cref="ArgumentException">A claim, statistic or mention names an actor, topic or place that neither the dossier nor the article has.</exception>
    public Task StoreAsync(ArticleToStore article, DateTimeOffset now, CancellationToken stop)
    {
        CheckPassages(article);
        return database.WriteAsync(session => Store(session, [article], now), stop, addsArticles: true);
    }

    private Task InOneTransactionAsync(IReadOnlyList<ArticleToStore> articles, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var article in articles) CheckPassages(article);
        return database.WriteAsync(session => Store(session, articles, now), stop, addsArticles: true);
    }

    private static async Task<ArgumentException?> TryStoreAsync(Func<Task> store)
    {
        try
        {
            await store().ConfigureAwait(false);
            return null;
        }
        catch (ArgumentException e)
        {
            return e;
        }
    }

    private static void CheckPassages(ArticleToStore article)
    {
        if (article.Passages.Count != article.Analysis.Claims.Count)
            throw new ArgumentException($"Expected a passage for each of {article.Analysis.Claims.Count} claims, found {article.Passages.Count}.", nameof(article));
    }

    private static async Task<IReadOnlyList<StoredArticle>> StoredAsync(IQueryable<OriginalEntity> originals, CancellationToken stop)
    {
        var found = await originals.OrderBy(o => o.ArticleId)
            .Select(o => new { o.Article!.Key, o.Article.FileName, o.Origin, o.ReadWith, o.CatalogueEntry })
            .ToListAsync(stop).ConfigureAwait(false);
        return [.. found.Select(o => new StoredArticle(
            o.Key, o.FileName, o.Origin, o.ReadWith, o.CatalogueEntry is { } json ? JsonSerializer.Deserialize<CatalogueEntry>(json) : null))];
    }

    private static void Store(WriteSession session, IReadOnlyList<ArticleToStore> articles, DateTimeOffset now)
    {
        session.Expect("articles", "content_hash", articles.Select(a => a.Analysis.Article.ContentHash));
        session.Expect("sources", "slug", articles.Select(a => a.Analysis.Article.Source?.Id).OfType<string>());
        session.Expect("actors", "slug", articles.SelectMany(a => Named(a.Analysis)));
        foreach (var article in articles) Store(session, article, now);
        session.Execute("UPDATE store_state SET articles_version = data_version, collection_version = data_version");
    }

    private static void Store(WriteSession session, ArticleToStore article, DateTimeOffset now)
    {
        var rows = new ArticleRows(session, article.Analysis.Article);
        session.Begin(article.Analysis.Article, changes: rows.ExistingId is not null || article.Replaces is not null);
        var before = rows.ExistingId is { } known ? ActorRows.BroughtBy(session, known) : [];
        foreach (var actor in article.Analysis.Actors) ActorRows.Save(session, actor, known: false);
        var id = rows.SaveArticle();
        rows.SaveOriginal(id, article, now);
        new ClaimRows(session, article, id, rows.SourceId).Save(isNew: rows.ExistingId is null);
        if (article.Replaces is { } replaced) Remove(session, replaced);
        foreach (var actor in before) ActorRows.DeleteUnlessNamed(session, actor);
        rows.RemoveSourcesWithoutArticles();
        session.Execute(rows.ExistingId is null ? Added : Changed, id, session.Version);
    }

    private static IEnumerable<string> Named(ArticleAnalysis analysis) => analysis.Actors.Select(a => a.Id)
        .Concat(analysis.Mentions.Select(m => m.Actor)).Concat(analysis.Statistics.Select(s => s.ClaimedBy).OfType<string>())
        .Concat(analysis.Claims.SelectMany(c => (IEnumerable<string?>)[c.Speaker.ActorId, c.Target, c.ReportedBy]).OfType<string>());

    private static void Remove(WriteSession session, string articleKey)
    {
        if (session.NumberOrNull("SELECT id FROM articles WHERE key = $1", articleKey) is not { } id) return;
        var brought = ActorRows.BroughtBy(session, id);
        session.Execute("DELETE FROM articles WHERE id = $1", id);
        session.Execute(Changed, id, session.Version);
        foreach (var actor in brought) ActorRows.DeleteUnlessNamed(session, actor);
    }
}
