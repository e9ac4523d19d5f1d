using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Stored articles as items, to be read again from the bytes they came as.</summary>
public static class StoredItems
{
    /// <summary>An article with what the catalogue said of it when it was last read.</summary>
    public static IngestItem Of(StoredArticle article, ArticleStore articles)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new(article.FileName, article.Origin, async stop =>
            new(await articles.BytesAsync(article.ArticleKey, stop).ConfigureAwait(false), article.Known));
    }
}
