using System.Data.Common;
using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Reads claims as cells of columns. Rows of several tables come in the order of claims and are read side by side.</summary>
/// <remarks>The same SQL on every engine. It names each column: the wide ones, passages and texts, stay where they are.</remarks>
internal sealed class SnapshotReader(ClaimDbContext db, ClaimTables tables)
{
    private readonly ValueTable _topics = tables.Topics;
    private readonly ValueTable _places = tables.Places;
    private readonly Dictionary<string, int> _acts = Enum.GetValues<ClaimAct>().ToDictionary(a => a.ToString(), a => (int)a, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _quotations = Enum.GetValues<QuotationKind>().ToDictionary(q => q.ToString(), q => (int)q, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sides = tables.Sides.Values.Index().ToDictionary(s => s.Item.Value, s => s.Index, StringComparer.Ordinal);

    /// <summary>Sources of articles as their claims name them.</summary>
    public Dictionary<int, int> SourceOfArticle { get; } = [];

    /// <summary>Claims whose ids or articles an SQL condition names, as cells that are not contested.</summary>
    /// <param name="claims">A condition on <c>claims</c>: <c>id &lt; 100</c>.</param>
    /// <param name="links">The same on <c>claim_id</c> of what hangs on claims.</param>
    /// <param name="found">Gets each, by id.</param>
    /// <param name="stop">Ends it.</param>
    public async Task ReadAsync(string claims, string links, Action<int, ClaimCells> found, CancellationToken stop)
    {
        await using var topics = await Links.OpenAsync(db, $"SELECT claim_id, topic_id FROM claim_topics WHERE {links} ORDER BY claim_id, topic_id", tables.TopicOf, stop).ConfigureAwait(false);
        await using var places = await Links.OpenAsync(db, $"SELECT claim_id, place_id FROM claim_places WHERE {links} ORDER BY claim_id, place_id", tables.PlaceOf, stop).ConfigureAwait(false);
        await using var figures = await Links.OpenAsync(db, $"SELECT claim_id, 0 FROM claim_statistics WHERE {links} ORDER BY claim_id", null, stop).ConfigureAwait(false);
        await using var rows = await PreparedSql.ReadAsync(
            db, $"SELECT id, article_id, speaker_id, source_id, side, day, act, quotation, event_from, event_to FROM claims WHERE {claims} ORDER BY id", [], stop).ConfigureAwait(false);
        while (rows.Read())
        {
            var id = rows.GetInt32(0);
            var article = rows.GetInt32(1);
            if (!rows.IsDBNull(3)) SourceOfArticle[article] = rows.GetInt32(3);
            found(id, new(
                article,
                rows.GetInt32(2),
                rows.IsDBNull(4) ? tables.NoSide : _sides.GetValueOrDefault(rows.GetString(4), tables.NoSide),
                _topics.Code(topics.Of(id)),
                _places.Code(places.Of(id)),
                ClaimForm.Of((ClaimAct)_acts[rows.GetString(6)], (QuotationKind)_quotations[rows.GetString(7)], figures.Of(id).Length > 0, disputed: false),
                rows.IsDBNull(5) ? DayColumn.Undated : rows.GetInt32(5),
                !rows.IsDBNull(8) ? Day(rows, 8) : !rows.IsDBNull(9) ? Day(rows, 9) : DayColumn.Undated));
        }
    }

    /// <summary>Keys and days of articles, and the sources that <see cref="ReadAsync"/> met.</summary>
    /// <param name="condition">On <c>articles</c>.</param>
    /// <param name="found">Gets each, by id.</param>
    /// <param name="stop">Ends it.</param>
    public async Task ReadArticlesAsync(string condition, Action<int, ArticleCells> found, CancellationToken stop)
    {
        // Two small indexes instead of the table, whose rows have whole texts in them.
        var days = new Dictionary<int, int>();
        await using (var rows = await PreparedSql.ReadAsync(db, $"SELECT id, published_date FROM articles WHERE published_date IS NOT NULL AND {condition}", [], stop).ConfigureAwait(false))
            while (rows.Read()) days[rows.GetInt32(0)] = Day(rows, 1);
        await using (var rows = await PreparedSql.ReadAsync(db, $"SELECT id, key FROM articles WHERE {condition}", [], stop).ConfigureAwait(false))
            while (rows.Read())
            {
                var id = rows.GetInt32(0);
                found(id, new(ArticleTable.Number(rows.GetString(1)) ?? 0, SourceOfArticle.GetValueOrDefault(id), days.GetValueOrDefault(id, DayColumn.Undated)));
            }
    }

    /// <summary>SQLite keeps days as text, year first; others have a type for them.</summary>
    private static int Day(DbDataReader rows, int column) => rows.GetFieldType(column) == typeof(string) && rows.GetString(column) is { Length: 10 } text
        ? new DateOnly(
            int.Parse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture)).DayNumber
        : rows.GetFieldValue<DateOnly>(column).DayNumber;

    /// <summary>What hangs on claims, in the order of claims.</summary>
    private sealed class Links(DbDataReader rows, IReadOnlyDictionary<int, int>? indexes) : IAsyncDisposable
    {
        private readonly List<int> _values = [];
        private bool _ended;
        private int _claim = -1;
        private int _value;

        public static async Task<Links> OpenAsync(ClaimDbContext db, string sql, IReadOnlyDictionary<int, int>? indexes, CancellationToken stop)
        {
            var links = new Links(await PreparedSql.ReadAsync(db, sql, [], stop).ConfigureAwait(false), indexes);
            links.Next();
            return links;
        }

        /// <summary>Ascending. Claims are asked for in their order.</summary>
        public ReadOnlySpan<int> Of(int claim)
        {
            _values.Clear();
            while (!_ended && _claim <= claim)
            {
                if (_claim == claim) _values.Add(_value);
                Next();
            }

            if (_values.Count > 1) _values.Sort();
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();

        private void Next()
        {
            _ended = !rows.Read();
            if (_ended) return;
            (_claim, _value) = (rows.GetInt32(0), indexes is null ? 0 : indexes[rows.GetInt32(1)]);
        }
    }
}
