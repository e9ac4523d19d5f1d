using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Writing;

/// <summary>One article's own row, its source and its original bytes.</summary>
internal sealed class ArticleRows
{
    private static readonly string[] Columns =
    [
        "content_hash", "key", "file_name", "title", "display_title", "title_start", "title_end", "dateline", "body_start", "body_end", "boilerplate",
        "published_date", "published_basis", "published_evidence", "published_earliest", "published_latest", "modified", "source_id", "author",
        "language", "url", "from_html", "text",
    ];

    private static readonly string UpsertSource = Sql.Upsert("sources", "slug", "name", "described");

    private static readonly string InsertOriginal =
        Sql.Insert("originals", "article_id", "origin", "read_with", "catalogue_entry", "stored", "bytes");

    private readonly WriteSession _session;
    private readonly Article _article;

    public ArticleRows(WriteSession session, Article article)
    {
        (_session, _article) = (session, article);
        ExistingId = session.Id("articles", "content_hash", article.ContentHash);
        if (article.Source?.Id == ClaimFilter.NoSource)
            throw new ArgumentException($"Expected a source id other than '{ClaimFilter.NoSource}', which asks for articles without one, found it in {article.FileName}.");
        SourceId = article.Source is { } source ? SaveSource(session, source) : null;
    }

    /// <summary>Null where the article is new.</summary>
    public long? ExistingId { get; }

    public long? SourceId { get; }

    public long SaveArticle()
    {
        var (a, published) = (_article, _article.Published);
        var statements = _session.StatementsFor("articles", Columns);
        return _session.Save(
            "articles", ExistingId is null ? statements.Insert : statements.Upsert,
            [
                a.ContentHash, a.Key, a.FileName, a.Title, a.DisplayTitle, a.TitleSpan?.Start, a.TitleSpan?.End, a.Dateline, a.Body.Start, a.Body.End, a.Boilerplate,
                published.Date, published.Basis, published.Evidence, published.Earliest, published.Latest, a.Modified, SourceId, a.Author,
                a.Language, a.Url, a.FromHtml, a.Text, .. _session.OwnValues(a),
            ]);
    }

    public void SaveOriginal(long articleId, ArticleToStore article, DateTimeOffset now)
    {
        var entry = article.Known is { } known ? JsonSerializer.Serialize(known) : null;
        if (ExistingId is null)
            _session.Execute(InsertOriginal, articleId, article.Origin, article.ReadWith, entry, now, Compressed.Write(article.Bytes));
        else
            _session.Execute(
                "UPDATE originals SET origin = $2, read_with = $3, catalogue_entry = $4 WHERE article_id = $1", articleId, article.Origin, article.ReadWith, entry);
    }

    /// <summary>A better catalogue gives an article another source; the one it had goes when no article is left to it.</summary>
    public void RemoveSourcesWithoutArticles()
    {
        if (ExistingId is not null) _session.Execute("DELETE FROM sources WHERE id NOT IN (SELECT source_id FROM articles WHERE source_id IS NOT NULL)");
    }

    private static long SaveSource(WriteSession session, Source source)
    {
        var saved = session.HasSaved("sources", source.Id, source, (one, other) => one == other) ? session.Id("sources", source.Id) : null;
        return saved ?? session.Save("sources", UpsertSource, source.Id, source.Name, source.Described);
    }
}
