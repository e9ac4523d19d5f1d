using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Postgres;

namespace ClaimTracker.Storage.Queries;

/// <summary>How an engine is asked for words. What matches is the same; how well it matches is each engine's own measure.</summary>
/// <param name="Id">The column of ids.</param>
/// <param name="Claims">Where passages are looked through, and the condition on <c>$1</c>.</param>
/// <param name="ClaimRank">How well a passage matches, the lower the better.</param>
/// <param name="Articles">As for claims, over titles and texts.</param>
/// <param name="ArticleRank">As for claims.</param>
/// <param name="Write">Terms as the engine reads them; null where nothing is left of them.</param>
internal sealed record SearchDialect(
    string Id, string Claims, string ClaimRank, string Articles, string ArticleRank, Func<IReadOnlyList<SearchTerm>, string?> Write)
{
    private static readonly SearchDialect Fts5 = new(
        "rowid", "claim_search WHERE claim_search MATCH $1", "rank", "article_search WHERE article_search MATCH $1", "rank", PassageSearch.ToFts5);

    private static readonly SearchDialect Vectors = new(
        "id", "claims WHERE words @@ $1::tsquery", Rank, "articles WHERE words @@ $1::tsquery", Rank, SearchVector.Query);

    private const string Rank = "-ts_rank(words, $1::tsquery)::double precision";

    public static SearchDialect Of(ClaimDbContext db) => db is PostgresContext ? Vectors : Fts5;
}
