using System.Data.Common;
using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>Writes to a SQLite file: statements prepared once, full-text search filled once a transaction.</summary>
internal sealed class SqliteSession : WriteSession
{
    private readonly SqliteConnection _connection;

    /// <summary>By reference first: texts are constants, and hashing one of a thousand letters for every row would cost more than the row.</summary>
    private readonly ConditionalWeakTable<string, Statement> _statements = [];
    private readonly Dictionary<string, Statement> _byText = [];
    private readonly FedTables _fed;
    private readonly LogKeeper _log;
    private bool _mindsReferences = true;

    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        (_fed, _log) = (new(connection), new(connection));
        Search = new(this);
    }

    /// <summary>Full-text search over what this session adds.</summary>
    public SearchRows Search { get; }

    public override T InTransaction<T>(Func<WriteSession, T> work, bool addsArticles = false)
    {
        try
        {
            return InOneTransaction(work, mindsReferences: !addsArticles && !LeavesIndexesOut);
        }
        catch (MoreIsNeededException)
        {
            if (LeavesIndexesOut)
            {
                LeavesIndexesOut = false;
                InOneTransaction(session => DeferredIndexes.AreLeftOut(session) && Ended(session), mindsReferences: true);
            }

            return InOneTransaction(work, mindsReferences: true);
        }
    }

    public override long? NumberOrNull(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Find(sql);
        if (statement.Fed is { } table) return _fed.Add(table, values, LastId);
        if (statement.SeesFed) _fed.Write();
        else _fed.Settle();
        return (statement.Native ??= new(_connection, sql)).Run(values);
    }

    public override List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        _fed.Write();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new($"${i + 1}", values[i]));
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Asked for one by one later, each would have what waits written first.</summary>
    public override void Expect(string table, string column, IEnumerable<string> keys)
    {
        var sql = $"SELECT id FROM {table} WHERE {column} = $1";
        foreach (var key in keys)
            if (!IsKnown(table, key)) Know(table, key, NumberOrNull(sql, key));
    }

    /// <summary>What changes or goes must be in the search first.</summary>
    public override void Begin(Article article, bool changes)
    {
        if (changes && !_mindsReferences) throw new MoreIsNeededException();
        if (changes) Search.Fill();
        Search.Begin();
    }

    public override void BeginImport() => DeferredIndexes.Begin(this);

    public override void EndImport()
    {
        SqliteSettings.LookThrough(_connection, maps: true);
        DeferredIndexes.Finish(this);
        SqliteSettings.LookThrough(_connection, maps: false);
    }

    protected override void Run(string sql, ReadOnlySpan<object?> values) => NumberOrNull(sql, values);

    public override void Dispose()
    {
        _log.Dispose();
        foreach (var statement in _byText.Values) statement.Native?.Dispose();
        _fed.Finish();
        _connection.Dispose();
        _fed.Dispose();
    }

    private T InOneTransaction<T>(Func<WriteSession, T> work, bool mindsReferences)
    {
        MindReferences(mindsReferences);
        _fed.Forget();
        Search.Forget();
        using var transaction = _connection.BeginTransaction(deferred: false);
        var result = Do(work);
        transaction.Commit();
        Committed();
        _log.Committed();
        return result;
    }

    private T Do<T>(Func<WriteSession, T> work)
    {
        try
        {
            TakeVersion();
            // Another process may have found them left out and made them meanwhile.
            if (LeavesIndexesOut && !DeferredIndexes.AreLeftOut(this)) throw new MoreIsNeededException();
            var result = work(this);
            _fed.Write();
            if (!LeavesIndexesOut) Search.Fill();
            return result;
        }
        catch
        {
            _fed.Abandon();
            throw;
        }
    }

    private long LastId(string table) => NumberOrNull("SELECT seq FROM sqlite_sequence WHERE name = $1", table) ?? 0;

    /// <summary>
    /// Where articles are only added, each row's ids were found or given in the same transaction: to look up what every one of them refers to would find it there.
    /// What goes takes others along by reference, and so needs them minded. Can't be changed within a transaction.
    /// </summary>
    private void MindReferences(bool minds)
    {
        if (_mindsReferences == minds) return;
        SqliteSettings.MindReferences(_connection, minds);
        _mindsReferences = minds;
    }

    private static bool Ended(WriteSession session)
    {
        session.EndImport();
        return true;
    }

    private Statement Find(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        if (!_byText.TryGetValue(sql, out statement))
        {
            _byText.Add(sql, statement = new() { Fed = FedTable.Of(sql), SeesFed = FedTable.IsSeenBy(sql) });
            if (statement.Fed is { } table) _fed.Know(table);
        }

        _statements.Add(sql, statement);
        return statement;
    }

    /// <summary>What is known of a statement by its text.</summary>
    private sealed class Statement
    {
        /// <summary>Of one that adds a row which can wait; null for others.</summary>
        public FedTable? Fed { get; init; }

        /// <summary>Whether rows that wait must be written before it.</summary>
        public bool SeesFed { get; init; }

        public NativeStatement? Native { get; set; }
    }

    /// <summary>Something is to be changed or to go where references are not minded, or indexes left out.</summary>
    private sealed class MoreIsNeededException : Exception;
}
