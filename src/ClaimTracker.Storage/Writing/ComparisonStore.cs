using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Writing;

/// <summary>Gives the stored articles to the comparison and keeps what it found.</summary>
/// <remarks>
/// What was found is kept with the state of the articles that it was found in. A program stopped between storing and comparing leaves
/// the two apart, and the next start sees that.
/// </remarks>
public sealed class ComparisonStore(ClaimDatabase database)
{
    private const int ArticlesAtATime = 100;

    private static readonly string InsertDispute =
        Sql.Insert("disputes", "slug", "question", "kind", "score", "why", "difference", "features", "topics", "from_day", "to_day") + " RETURNING id";

    private static readonly string InsertDisputeClaim =
        Sql.Insert("dispute_claims", "dispute_id", "position", "supporting", "ordinal", "side", "claim_id");

    private static readonly string InsertRepeat = Sql.Insert("repeats", "why", "features", "score") + " RETURNING id";
    private static readonly string InsertRepeatClaim = Sql.Insert("repeat_claims", "repeat_id", "ordinal", "claim_id");

    private static readonly string InsertNotComparable =
        Sql.Insert("not_comparable", "first_claim_id", "second_claim_id", "reason", "why", "features", "score");

    private static readonly string InsertShift =
        Sql.Insert("shifts", "kind", "earlier_claim_id", "later_claim_id", "why", "difference", "features", "score");

    private static readonly string InsertOrigin = Sql.Insert("origins", "agency", "why", "features", "score") + " RETURNING id";
    private static readonly string InsertOriginArticle = Sql.Insert("origin_articles", "origin_id", "ordinal", "article_id");

    private static readonly string InsertArithmetic =
        Sql.Insert("arithmetic_checks", "article_id", "kind", "terms", "total", "computed", "holds", "why");

    /// <summary>The version of the articles that have to be compared, or null where what is stored was worked out from them already.</summary>
    /// <param name="with">Versions of the comparison and the dossier.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<long?> PendingAsync(string with, CancellationToken stop)
    {
        var state = await database.ReadAsync(db => db.StoreState.SingleOrDefaultAsync(stop)).ConfigureAwait(false);
        return state is null || (state.ArticlesVersion == state.ComparedVersion && state.ComparedWith == with) ? null : state.ArticlesVersion;
    }

    /// <summary>Every stored article as the engine read it, in the order in which they were first stored.</summary>
    public async IAsyncEnumerable<ArticleAnalysis> AnalysesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var last = 0;
        while (true)
        {
            List<(int Id, ArticleAnalysis Analysis)> some;
            await using (var db = database.ReadOneMoment()) some = await AnalysisRows.ReadAsync(db, last, ArticlesAtATime, stop).ConfigureAwait(false);
            if (some.Count == 0) yield break;
            foreach (var (_, analysis) in some) yield return analysis;
            last = some[^1].Id;
        }
    }

    /// <summary>Puts what a comparison found in the place of what was found before.</summary>
    /// <returns>False, and nothing is changed, where an article was stored since <paramref name="articlesVersion"/>: compare again.</returns>
    public Task<bool> SaveAsync(Comparisons found, long articlesVersion, string with, CancellationToken stop) => database.WriteAsync(
        session =>
        {
            if (session.NumberOrNull("SELECT 1 FROM store_state WHERE articles_version = $1", articlesVersion) is null) return false;
            foreach (var table in (string[])["disputes", "repeats", "arithmetic_checks", "not_comparable", "shifts", "origins"]) session.Execute($"DELETE FROM {table}");
            foreach (var dispute in found.Disputes) Save(session, dispute);
            foreach (var repeat in found.Repeats) Save(session, repeat);
            foreach (var pair in found.NotComparable)
                session.Execute(
                    InsertNotComparable, ClaimId(session, pair.First), ClaimId(session, pair.Second), pair.Reason, pair.Why, pair.Features, pair.Score);
            foreach (var s in found.Shifts)
                session.Execute(
                    InsertShift, s.Kind, ClaimId(session, s.Earlier), ClaimId(session, s.Later), s.Why, s.Difference, s.Features, s.Score);
            foreach (var origin in found.Origins) Save(session, origin);
            foreach (var check in found.Arithmetic) Save(session, check);
            session.Execute("UPDATE store_state SET compared_version = $1, compared_with = $2, collection_version = data_version, comparisons_version = data_version", articlesVersion, with);
            return true;
        },
        stop);

    private static void Save(WriteSession session, Dispute d)
    {
        var id = session.Number(InsertDispute, d.Slug, d.Question, d.Kind, d.Score, d.Why, d.Difference, d.Features, d.Topics,
            d.From?.DayNumber, d.To?.DayNumber);
        foreach (var (place, position) in d.Positions.Index())
        {
            foreach (var (n, key) in position.Claims.Index())
                session.Execute(InsertDisputeClaim, id, place, false, n, position.Side, ClaimId(session, key));
            foreach (var (n, key) in position.Supporting.Index())
                session.Execute(InsertDisputeClaim, id, place, true, n, position.Side, ClaimId(session, key));
        }
    }

    private static void Save(WriteSession session, Repeat repeat)
    {
        var id = session.Number(InsertRepeat, repeat.Why, repeat.Features, repeat.Score);
        foreach (var (n, key) in repeat.Claims.Index()) session.Execute(InsertRepeatClaim, id, n, ClaimId(session, key));
    }

    private static void Save(WriteSession session, Origin origin)
    {
        var id = session.Number(InsertOrigin, origin.Agency, origin.Why, origin.Features, origin.Score);
        foreach (var (n, key) in origin.Articles.Index()) session.Execute(InsertOriginArticle, id, n, ArticleId(session, key));
    }

    private static void Save(WriteSession session, ArithmeticCheck c) => session.Execute(
        InsertArithmetic, ArticleId(session, c.ArticleKey), c.Kind, c.Terms, c.Total, c.Computed, c.Holds, c.Why);

    private static long ArticleId(WriteSession session, string key) => session.Number("SELECT id FROM articles WHERE key = $1", key);

    private static long ClaimId(WriteSession session, string key) => session.NumberOrNull("SELECT id FROM claims WHERE key = $1", key)
        ?? throw new ArgumentException($"Expected the key of a stored claim, found '{key}'.");
}
