using System.Data.Common;
using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Postgres;
using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Queries;

/// <summary>Puts the rows of a page together: one statement for each kind of thing on it, by ids, whatever the number of rows.</summary>
internal sealed class ClaimRowReader(ClaimDbContext db, CollectionSnapshot snapshot, CancellationToken stop)
{
    private const string Claims =
        """
        SELECT c.id, c.key, c.speaker_id, c.side, c.day, c.act, c.quotation, c.content, c.content_denied, c.nested_in, c.in_title, c.implicit, c.target_id, c.reported_by_id,
            c.speaker_start, c.speaker_end, c.anaphoric, c.resolution, c.cue_lemma, c.cue_start, c.cue_end, c.said_from, c.said_to, c.said_basis, c.said_words,
            c.event_from, c.event_to, c.event_basis, c.event_words, c.confidence, c.rules, c.passage_start, c.passage,
            a.key, a.title IS NULL, a.display_title, a.source_id, a.published_date, a.published_basis, a.published_evidence, a.published_earliest, a.published_latest
        FROM claims c JOIN articles a ON a.id = c.article_id WHERE c.id IN {0}
        """;

    private const string TopicsAndPlaces =
        """
        SELECT x.claim_id, 0, x.ordinal, t.slug FROM claim_topics x JOIN topics t ON t.id = x.topic_id WHERE x.claim_id IN {0}
        UNION ALL SELECT x.claim_id, 1, x.ordinal, p.slug FROM claim_places x JOIN places p ON p.id = x.place_id WHERE x.claim_id IN {0}
        """;

    private const string Disputes =
        "SELECT DISTINCT x.claim_id, d.slug, d.question, d.kind, d.score FROM dispute_claims x JOIN disputes d ON d.id = x.dispute_id WHERE x.claim_id IN {0}";

    private const string StatisticColumns =
        "s.id, s.key, s.article_id, s.start, s.\"end\", s.words, s.low, s.high, s.qualifier, s.unit, s.measure, s.counted, s.of_side, s.place, "
        + "s.period_from, s.period_to, s.period_basis, s.period_words, s.claimed_by_id";

    private const string StatisticsOfClaims =
        $"SELECT {StatisticColumns}, x.claim_id, x.ordinal FROM claim_statistics x JOIN statistics s ON s.id = x.statistic_id WHERE x.claim_id IN {{0}}";

    private readonly Dictionary<int, ActorRef> _actors = [];

    /// <summary>A claim without what hangs on it.</summary>
    private sealed record Head(int Id, int Speaker, string? Side, int? Target, int? ReportedBy, ClaimRow Row);

    /// <summary>A number with the ids of what it belongs to.</summary>
    private sealed record Figure(int Id, int Article, int? ClaimedBy, StatisticRow Row, int Claim, int Ordinal);

    private static readonly ActorRef Nobody = new("", "", null);

    /// <summary>In the order of the ids, which all exist in the snapshot's moment.</summary>
    public async Task<IReadOnlyList<ClaimRow>> ClaimsAsync(IReadOnlyList<int> ids)
    {
        if (ids.Count == 0) return [];
        List<int> wanted = [.. ids.Distinct()];
        var (claims, figures) = (new Dictionary<int, Head>(), new List<Figure>());
        var (labels, disputes) = (new List<(int Claim, bool Place, int Ordinal, string Slug)>(), new List<(int Claim, double Score, DisputeRef Ref)>());
        var (years, more) = PartitionedClaims.Of(db, snapshot.Columns, wanted);
        await IdQuery.AskAsync(
            db,
            [
                new(Claims + years, wanted, r => claims.Add(r.GetInt32(0), ToHead(r))) { More = more },
                new(StatisticsOfClaims, wanted, r => figures.Add(ToFigure(r, r.GetInt32(19), r.GetInt32(20)))),
                new(TopicsAndPlaces, wanted, r => labels.Add((r.GetInt32(0), r.GetInt32(1) == 1, r.GetInt32(2), r.GetString(3)))),
                new(
                    Disputes, [.. wanted.Where(id => snapshot.Columns[id] is { } cells && ClaimForm.IsDisputed(cells.Form))],
                    r => disputes.Add((r.GetInt32(0), r.GetDouble(4), new(r.GetString(1), r.GetString(2), Enum.Parse<DisputeKind>(r.GetString(3)))))),
            ],
            stop).ConfigureAwait(false);
        await NameAsync(claims.Values.SelectMany(c => (int?[])[c.Speaker, c.Target, c.ReportedBy]).Concat(figures.Select(f => f.ClaimedBy))).ConfigureAwait(false);
        var labelsOf = labels.OrderBy(l => l.Ordinal).ToLookup(l => (l.Claim, l.Place), l => l.Slug);
        // The strongest first.
        var disputesOf = disputes.OrderByDescending(d => d.Score).ThenBy(d => d.Ref.Slug, StringComparer.Ordinal).ToLookup(d => d.Claim, d => d.Ref);
        var statistics = figures.OrderBy(f => f.Ordinal).ToLookup(f => f.Claim);

        var rows = claims.Values.ToDictionary(c => c.Id, c => c.Row with
        {
            Speaker = _actors[c.Speaker] with { Side = c.Side },
            Target = Actor(c.Target),
            ReportedBy = Actor(c.ReportedBy),
            Statistics = [.. statistics[c.Id].Select(f => f.Row with { ArticleKey = c.Row.Article.Key, ClaimKey = c.Row.Key, ClaimedBy = Actor(f.ClaimedBy) })],
            Topics = [.. labelsOf[(c.Id, false)]],
            Places = [.. labelsOf[(c.Id, true)]],
            Disputes = [.. disputesOf[c.Id]],
        });
        return [.. ids.Select(id => rows[id])];
    }

    /// <summary>By id.</summary>
    /// <param name="ids">Of statistics.</param>
    public async Task<IReadOnlyList<StatisticRow>> StatisticsAsync(IReadOnlyList<int> ids)
    {
        var found = await PreparedSql.RowsAsync(db, $"SELECT {StatisticColumns} FROM statistics s WHERE s.id IN {{0}}", ids, row => ToFigure(row, 0, 0), stop).ConfigureAwait(false);
        const string OfClaims = "SELECT x.statistic_id, x.claim_id, c.key, c.speaker_id, length(c.passage) FROM claim_statistics x JOIN claims c ON c.id = x.claim_id WHERE x.statistic_id IN {0}";
        var claims = (await PreparedSql.RowsAsync(
                db, OfClaims, ids, r => (Statistic: r.GetInt32(0), Claim: r.GetInt32(1), Key: r.GetString(2), Speaker: r.GetInt32(3), Length: r.GetInt32(4)), stop)
            .ConfigureAwait(false)).ToLookup(c => c.Statistic);
        // The claim of whoever claims the number; of several inside each other the shortest words, which are about the number most.
        string? ClaimKey(Figure f) =>
            claims[f.Id].OrderBy(c => c.Speaker == f.ClaimedBy ? 0 : 1).ThenBy(c => c.Length).ThenBy(c => c.Claim).Select(c => c.Key).FirstOrDefault();

        await NameAsync(found.Select(f => f.ClaimedBy)).ConfigureAwait(false);
        return [.. found.OrderBy(f => f.Id).Select(f => f.Row with { ArticleKey = snapshot.Columns.Articles.Key(f.Article), ClaimKey = ClaimKey(f), ClaimedBy = Actor(f.ClaimedBy) })];
    }

    private ActorRef? Actor(int? id) => id is { } one ? _actors[one] : null;

    private async Task NameAsync(IEnumerable<int?> ids)
    {
        foreach (var (id, actor) in await ActorNames.OfAsync(db, snapshot.Actors, ids.OfType<int>(), stop).ConfigureAwait(false)) _actors[id] = actor;
    }

    private Head ToHead(DbDataReader r)
    {
        var (content, passage, passageStart) = (SpanList.Read(r.GetString(7)), r.GetString(32), r.GetInt32(31));
        return new(r.GetInt32(0), r.GetInt32(2), Text(r, 3), Number(r, 12), Number(r, 13), new()
        {
            Key = r.GetString(1),
            Speaker = Nobody,
            SpeakerSpan = AnalysisRows.ToSpan(Number(r, 14), Number(r, 15)),
            Anaphoric = r.GetBoolean(16),
            SpeakerResolution = Text(r, 17),
            CueLemma = Text(r, 18),
            CueSpan = AnalysisRows.ToSpan(Number(r, 19), Number(r, 20)),
            Act = Enum.Parse<ClaimAct>(r.GetString(5)),
            Quotation = Enum.Parse<QuotationKind>(r.GetString(6)),
            Content = content,
            Words = string.Join(" … ", content.Select(s => passage.Substring(s.Start - passageStart, s.Length))),
            Passage = passage,
            PassageStart = passageStart,
            ContentDenied = r.GetBoolean(8),
            NestedIn = Text(r, 9),
            InTitle = r.GetBoolean(10),
            Implicit = r.GetBoolean(11),
            SaidOn = Range(r, 21),
            EventDate = Range(r, 25),
            Date = Number(r, 4) is { } day ? DateOnly.FromDayNumber(day) : null,
            Article = new(
                r.GetString(33), r.GetString(35), r.GetBoolean(34), Number(r, 36) is { } source ? snapshot.Sources[source] : null,
                new(Day(r, 37), Enum.Parse<DateBasis>(r.GetString(38)), Text(r, 39), Day(r, 40), Day(r, 41))),
            Confidence = r.GetDouble(29),
            Rules = Texts(r, 30),
        });
    }

    private static Figure ToFigure(DbDataReader r, int claim, int ordinal) => new(
        r.GetInt32(0), r.GetInt32(2), Number(r, 18),
        new(r.GetString(1), "", new(r.GetInt32(3), r.GetInt32(4)), r.GetString(5), Real(r, 6), Real(r, 7), Enum.Parse<Qualifier>(r.GetString(8)),
            Text(r, 9), Text(r, 10), Text(r, 11), Text(r, 12), Text(r, 13), Range(r, 14), null, null),
        claim, ordinal);

    /// <summary>Four columns: from, to, basis, words.</summary>
    private static DateRange? Range(DbDataReader r, int first) =>
        AnalysisRows.ToRange(Day(r, first), Day(r, first + 1), Text(r, first + 2) is { } basis ? Enum.Parse<DateBasis>(basis) : null, Text(r, first + 3));

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static int? Number(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt32(column);

    private static double? Real(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetDouble(column);

    private static DateOnly? Day(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateOnly>(column);

    /// <summary>JSON where the engine has no lists of its own.</summary>
    private static string[] Texts(DbDataReader r, int column) =>
        r.GetValue(column) is string json ? JsonSerializer.Deserialize(json, StoredJson.Default.StringArray) ?? [] : r.GetFieldValue<string[]>(column);
}
