using System.Data.Common;
using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Writing;
using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Writes to a PostgreSQL database.</summary>
/// <remarks>
/// The first thing that a transaction writes is the data version, whose row it locks until it ends: writers of all processes come one after the other,
/// as with a file. What takes long – reading and extracting – is done before; rows go together (<see cref="GatheredRows"/>), so the lock is held for
/// milliseconds. In return, data versions are in the order of commits, and no two writers can wait for each other.
/// </remarks>
internal sealed class PostgresSession : WriteSession
{
    private readonly NpgsqlConnection _connection;
    private readonly GatheredRows _rows;
    private readonly HashSet<int> _years = [];
    private readonly List<int> _newYears = [];
    private bool _takesLong;

    /// <param name="connection">Open; it is closed with this.</param>
    public PostgresSession(NpgsqlConnection connection) => (_connection, _rows) = (connection, new(connection, IsAbsent));

    public override T InTransaction<T>(Func<WriteSession, T> work, bool addsArticles = false)
    {
        _rows.Forget();
        _newYears.Clear();
        _takesLong = false;
        using var transaction = _connection.BeginTransaction();
        TakeVersion();
        // This one's import may have been ended by another program, whose own must not go on without references.
        if (DeferredReferences.AreLeftOut(this) != LeavesIndexesOut) EndImport();
        var result = work(this);
        _rows.End();
        Execute($"SELECT pg_notify('{ChangeNotices.Channel}', data_version::text) FROM store_state");
        transaction.Commit();
        Committed();
        _years.UnionWith(_newYears);
        return result;
    }

    public override long? NumberOrNull(string sql, params ReadOnlySpan<object?> values)
    {
        if (_rows.TryAdd(sql, values, out var id)) return id;
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } found and not DBNull ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : null;
    }

    public override List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public override void Expect(string table, string column, IEnumerable<string> keys)
    {
        string[] unknown = [.. keys.Distinct().Where(key => !IsKnown(table, key))];
        if (unknown.Length == 0) return;
        _rows.WriteIfSeenBy(table);
        var there = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var command = new NpgsqlCommand($"SELECT {column}, id FROM {table} WHERE {column} = ANY ($1)", _connection) { Parameters = { new() { Value = unknown } } })
        using (var reader = command.ExecuteReader())
            while (reader.Read()) there.Add(reader.GetString(0), reader.GetInt64(1));
        foreach (var key in unknown) Know(table, key, there.TryGetValue(key, out var id) ? id : null);
    }

    /// <summary>Makes the partition of a year in which nothing was published yet.</summary>
    public override void Begin(Article article, bool changes)
    {
        // What goes takes what hangs on it along, by the references.
        if (changes && LeavesIndexesOut) EndImport();
        var year = PartitionedClaims.YearOf(article);
        if (_years.Contains(year) || _newYears.Contains(year)) return;
        _newYears.Add(year);
        if (NumberOrNull("SELECT 1 WHERE to_regclass($1) IS NOT NULL", PartitionedClaims.PartitionOf(year)) is not null) return;
        foreach (var statement in PartitionedClaims.NewPartition(year)) Execute(statement);
    }

    public override object?[] OwnValues(Article article) => [SearchVector.Of(article.Title, article.Text)];

    public override object?[] OwnValues(Article article, string passage) => [PartitionedClaims.YearOf(article), SearchVector.Of(passage)];

    public override void BeginImport()
    {
        _rows.Write();
        DeferredReferences.Begin(this);
        _rows.ForgetReferences();
    }

    public override void EndImport()
    {
        _rows.Write();
        _takesLong = true;
        if (DeferredReferences.AreLeftOut(this)) DeferredReferences.Finish(this);
        _rows.ForgetReferences();
        (_takesLong, LeavesIndexesOut) = (false, false);
    }

    public override void Dispose() => _connection.Dispose();

    protected override IReadOnlyList<string> OwnColumns(string table) => PartitionedClaims.OwnColumns(table);

    protected override void Run(string sql, ReadOnlySpan<object?> values)
    {
        if (_rows.TryAdd(sql, values, out _)) return;
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        _rows.WriteIfSeenBy(sql);
        var command = new NpgsqlCommand(sql, _connection);
        if (_takesLong) command.CommandTimeout = 0;
        foreach (var value in values) command.Parameters.Add(StoredValue.Parameter(StoredValue.As(value), type: null));
        return command;
    }
}
