using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Reads claims as cells of columns. Those of a range of ids, in their order.</summary>
/// <remarks>The same SQL on every engine. It names each column: the wide ones, passages and texts, stay where they are.</remarks>
internal sealed class SnapshotReader(ClaimDbContext db, ClaimTables tables)
{
    private const int HalfBits = 31;
    private const int DayBits = 22;
    private const int SourceBits = 20;
    private const int SideBits = 8;
    private const int ActBits = 4;
    private const int QuotationBits = 2;

    private readonly bool _isSqlite = db.Kept is not null;
    private readonly ValueTable _topics = tables.Topics;
    private readonly ValueTable _places = tables.Places;

    /// <summary>Sources of articles as their claims name them.</summary>
    public Dictionary<int, int> SourceOfArticle { get; } = [];

    /// <summary>Claims whose ids or articles an SQL condition names, as cells that are not contested.</summary>
    /// <param name="claims">A condition on <c>claims</c>: <c>id &lt; $1</c>.</param>
    /// <param name="links">The same on <c>claim_id</c> of what hangs on claims.</param>
    /// <param name="values">The parameters of both.</param>
    /// <param name="found">Gets each, by id.</param>
    /// <param name="stop">Ends it.</param>
    public async Task ReadAsync(string claims, string links, IReadOnlyList<object> values, Action<int, ClaimCells> found, CancellationToken stop)
    {
        var topics = await LinkedValues.ReadAsync(db, "topic_id", $"FROM claim_topics WHERE {links}", values, tables.TopicOf, stop).ConfigureAwait(false);
        var places = await LinkedValues.ReadAsync(db, "place_id", $"FROM claim_places WHERE {links}", values, tables.PlaceOf, stop).ConfigureAwait(false);
        var figures = await LinkedValues.ReadAsync(db, "0", $"FROM claim_statistics WHERE {links}", values, null, stop).ConfigureAwait(false);
        await PreparedSql.NumberRowsAsync(db, $"SELECT id, {Who}, {What}, {EventDay} FROM claims WHERE {claims} ORDER BY id", values, 4, Put, stop).ConfigureAwait(false);

        void Put(ReadOnlySpan<long> row)
        {
            var (id, who, what, day) = ((int)row[0], row[1], row[2], (int)row[3]);
            var article = (int)(who >> HalfBits);
            var quotation = (QuotationKind)Take(ref what, QuotationBits);
            var act = (ClaimAct)Take(ref what, ActBits);
            var side = Take(ref what, SideBits);
            var said = Take(ref what, DayBits) - 1;
            if (what != 0) SourceOfArticle[article] = (int)what;
            found(id, new(
                article,
                (int)(who & ((1L << HalfBits) - 1)),
                side,
                _topics.Code(topics.Of(id)),
                _places.Code(places.Of(id)),
                ClaimForm.Of(act, quotation, figures.Of(id).Length > 0, disputed: false),
                said,
                day == 0 ? DayColumn.Undated : new DateOnly(day / 10_000, day / 100 % 100, day % 100).DayNumber));
        }
    }

    /// <summary>Article and speaker as one number: each column of a row costs the driver more than the engine, which packs them.</summary>
    private static string Who => $"CAST(article_id AS BIGINT) * {1L << HalfBits} + speaker_id";

    /// <summary>From the highest bits: source, day from 1, side, act, quotation. 0 for what is not known.</summary>
    private string What =>
        $"(((CAST(coalesce(source_id, 0) AS BIGINT) * {1 << DayBits} + coalesce(day + 1, 0)) * {1 << SideBits} + {Case("side", tables.Sides.Values.Select(v => v.Value), tables.NoSide)})"
        + $" * {1 << ActBits} + {Case("act", Enum.GetNames<ClaimAct>(), 0)}) * {1 << QuotationBits} + {Case("quotation", Enum.GetNames<QuotationKind>(), 0)}";

    /// <summary>20251011; 0 for none. SQLite keeps days as text, year first; PostgreSQL has a type for them.</summary>
    private string EventDay => _isSqlite
        ? "CAST(replace(coalesce(event_from, event_to, ''), '-', '') AS INTEGER)"
        : "coalesce(CAST(to_char(coalesce(event_from, event_to), 'YYYYMMDD') AS INTEGER), 0)";

    private static string Case(string column, IEnumerable<string> names, int otherwise) =>
        $"CASE {column} {string.Join(' ', names.Select((name, i) => $"WHEN '{name.Replace("'", "''", StringComparison.Ordinal)}' THEN {i}"))} ELSE {otherwise} END";

    private static int Take(ref long packed, int bits)
    {
        var value = (int)(packed & ((1L << bits) - 1));
        packed >>= bits;
        return value;
    }

    /// <summary>Keys and days of articles, and the sources that <see cref="ReadAsync"/> met.</summary>
    /// <param name="condition">On <c>articles</c>.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="found">Gets each, by id.</param>
    /// <param name="stop">Ends it.</param>
    public async Task ReadArticlesAsync(string condition, IReadOnlyList<object> values, Action<int, ArticleCells> found, CancellationToken stop)
    {
        // Two small indexes instead of the table, whose rows have whole texts in them.
        var days = new Dictionary<int, int>();
        await using (var rows = await PreparedSql.ReadAsync(db, $"SELECT id, published_date FROM articles WHERE published_date IS NOT NULL AND {condition}", values, stop).ConfigureAwait(false))
            while (rows.Read()) days[rows.GetInt32(0)] = rows.GetFieldValue<DateOnly>(1).DayNumber;
        await using (var rows = await PreparedSql.ReadAsync(db, $"SELECT id, key FROM articles WHERE {condition}", values, stop).ConfigureAwait(false))
            while (rows.Read())
            {
                var id = rows.GetInt32(0);
                found(id, new(ArticleTable.Number(rows.GetString(1)) ?? 0, SourceOfArticle.GetValueOrDefault(id), days.GetValueOrDefault(id, DayColumn.Undated)));
            }
    }
}
