using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>Claims, statistics and mentions of one article.</summary>
internal sealed class ClaimRows(WriteSession session, ArticleToStore stored, long articleId, long? sourceId)
{
    private static readonly string[] Columns =
    [
        "key", "article_id", "ordinal", "source_id", "speaker_id", "side", "day", "month", "act", "quotation", "content", "content_denied",
        "nested_in", "in_title", "implicit", "target_id", "reported_by_id", "speaker_start", "speaker_end", "anaphoric", "resolution",
        "cue_lemma", "cue_start", "cue_end", "said_from", "said_to", "said_basis", "said_words",
        "event_from", "event_to", "event_basis", "event_words", "confidence", "rules", "passage_start", "passage",
    ];

    private static readonly string InsertStatistic = Sql.Insert(
        "statistics", "key", "article_id", "start", "end", "words", "low", "high", "qualifier", "unit", "measure", "counted", "of_side", "place",
        "period_from", "period_to", "period_basis", "period_words", "claimed_by_id", "rules") + " RETURNING id";

    private static readonly string InsertMention = Sql.Insert("mentions", "article_id", "ordinal", "actor_id", "start", "end");
    private static readonly string InsertTopic = Sql.Insert("claim_topics", "claim_id", "ordinal", "topic_id");
    private static readonly string InsertPlace = Sql.Insert("claim_places", "claim_id", "ordinal", "place_id");
    private static readonly string InsertClaimStatistic = Sql.Insert("claim_statistics", "claim_id", "ordinal", "statistic_id");

    private readonly RowStatements _claims = session.StatementsFor("claims", Columns);
    private readonly Dictionary<string, long> _statistics = [];
    private readonly string _text = stored.Analysis.Article.Text;

    public void Save(bool isNew)
    {
        // Of an article that is new, no claim can be there: looking whether one is would cost twice the row.
        var kept = isNew ? [] : RemoveWhatIsReadAnew();
        foreach (var statistic in stored.Analysis.Statistics) _statistics.Add(statistic.Id, Save(statistic));
        foreach (var (n, claim) in stored.Analysis.Claims.Index()) Save(kept.TryGetValue(claim.Key, out var id) ? id : null, n, claim, stored.Passages[n]);
        foreach (var (n, mention) in stored.Analysis.Mentions.Index())
            session.Execute(InsertMention, articleId, n, Id("actors", mention.Actor), mention.Span.Start, mention.Span.End);
    }

    /// <summary>Claims that are still there keep their rows, and with them their ids and what refers to them.</summary>
    /// <returns>Their ids by key.</returns>
    private Dictionary<string, long> RemoveWhatIsReadAnew()
    {
        var (ids, kept) = (new Dictionary<string, long>(StringComparer.Ordinal), stored.Analysis.Claims.Select(c => c.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var (id, key) in session.Rows("SELECT id, key FROM claims WHERE article_id = $1", row => (row.GetInt64(0), row.GetString(1)), articleId))
        {
            if (!kept.Contains(key))
            {
                session.Execute("DELETE FROM claims WHERE id = $1", id);
                continue;
            }

            ids.Add(key, id);
            session.Execute("DELETE FROM claim_topics WHERE claim_id = $1", id);
            session.Execute("DELETE FROM claim_places WHERE claim_id = $1", id);
        }

        session.Execute("DELETE FROM statistics WHERE article_id = $1", articleId);
        session.Execute("DELETE FROM mentions WHERE article_id = $1", articleId);
        return ids;
    }

    private long Save(Statistic s) => session.Number(
        InsertStatistic, s.Id, articleId, s.Span.Start, s.Span.End, s.Span.In(_text).ToString(), s.Low, s.High, s.Qualifier, s.Unit, s.Measure, s.Counted, s.OfSide, s.Place,
        s.Period?.From, s.Period?.To, s.Period?.Basis, s.Period?.Words, Actor(s.ClaimedBy), s.Rules);

    private void Save(long? known, int ordinal, Claim c, TextSpan passage)
    {
        var id = SaveClaim(known, ordinal, c, passage);
        var (topics, places, statistics) = (Different(c.Topics), Different(c.Places), Different(c.Statistics));
        for (var n = 0; n < topics.Count; n++) session.Execute(InsertTopic, id, n, Id("topics", topics[n]));
        for (var n = 0; n < places.Count; n++) session.Execute(InsertPlace, id, n, Id("places", places[n]));
        for (var n = 0; n < statistics.Count; n++) session.Execute(InsertClaimStatistic, id, n, StatisticId(c, statistics[n]));
    }

    /// <summary>Lists of a few that are nearly always different already: to look is cheaper than to copy.</summary>
    private static IReadOnlyList<string> Different(IReadOnlyList<string> keys)
    {
        for (var n = 1; n < keys.Count; n++)
            for (var earlier = 0; earlier < n; earlier++)
                if (keys[n] == keys[earlier]) return [.. keys.Distinct()];
        return keys;
    }

    private long SaveClaim(long? known, int ordinal, Claim c, TextSpan passage)
    {
        var (day, words) = (c.SaidOn?.From ?? stored.Analysis.Article.Published.Date, passage.In(_text).ToString());
        ReadOnlySpan<object?> values =
        [
            c.Key, articleId, ordinal, sourceId, Actor(c.Speaker.ActorId), c.Speaker.Side, day?.DayNumber, day is { } d ? d.Year * 12 + d.Month - 1 : null,
            c.Act, c.Quotation, c.Content, c.ContentDenied,
            c.NestedIn, c.InTitle, c.Implicit, Actor(c.Target), Actor(c.ReportedBy), c.Speaker.Span?.Start, c.Speaker.Span?.End, c.Speaker.Anaphoric, c.Speaker.Resolution,
            c.Cue?.Lemma, c.Cue?.Span.Start, c.Cue?.Span.End, c.SaidOn?.From, c.SaidOn?.To, c.SaidOn?.Basis, c.SaidOn?.Words,
            c.EventDate?.From, c.EventDate?.To, c.EventDate?.Basis, c.EventDate?.Words, c.Confidence, c.Rules, passage.Start, words,
            .. session.OwnValues(stored.Analysis.Article, words),
        ];
        if (known is not { } id) return session.Number(_claims.Insert, values);
        session.Execute(_claims.Update, [.. values, id]);
        return id;
    }

    private long? Actor(string? slug) => slug is null ? null : Id("actors", slug);

    private long Id(string table, string slug) => session.Id(table, slug)
        ?? throw new ArgumentException($"Expected one of the {table} of the dossier or the article, found '{slug}' in {stored.Analysis.Article.FileName}.");

    private long StatisticId(Claim claim, string key) => _statistics.TryGetValue(key, out var id) ? id
        : throw new ArgumentException($"Expected a statistic of the article, found '{key}' in claim {claim.Key}.");
}
