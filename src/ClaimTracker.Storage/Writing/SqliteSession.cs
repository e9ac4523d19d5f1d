using System.Data.Common;
using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>Writes to a SQLite file: statements prepared once, full-text search filled once a transaction.</summary>
internal sealed class SqliteSession : WriteSession
{
    /// <summary>Above this the log is given back after a commit. Pages go to the file anyway; what the log costs is its size and a slower start after a crash.</summary>
    private const long LargestLog = 32 << 20;

    private readonly SqliteConnection _connection;

    /// <summary>By reference first: texts are constants, and hashing one of a thousand letters for every row would cost more than the row.</summary>
    private readonly ConditionalWeakTable<string, NativeStatement> _statements = [];
    private readonly Dictionary<string, NativeStatement> _byText = [];

    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        Search = new(this);
    }

    /// <summary>Full-text search over what this session adds.</summary>
    public SearchRows Search { get; }

    public override T InTransaction<T>(Func<WriteSession, T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        TakeVersion();
        Search.Forget();
        // Another process may have found them left out and made them meanwhile.
        LeavesIndexesOut = LeavesIndexesOut && DeferredIndexes.AreLeftOut(this);
        var result = work(this);
        if (!LeavesIndexesOut) Search.Fill();
        transaction.Commit();
        Committed();
        GiveLogBack();
        return result;
    }

    public override long? NumberOrNull(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Run(values);

    public override List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new($"${i + 1}", values[i]));
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>What changes or goes must be in the search first.</summary>
    public override void Begin(Article article, bool changes)
    {
        if (changes) Search.Fill();
        Search.Begin();
    }

    public override void BeginImport() => DeferredIndexes.Begin(this);

    public override void EndImport() => DeferredIndexes.Finish(this);

    protected override void Run(string sql, ReadOnlySpan<object?> values) => Prepare(sql).Run(values);

    public override void Dispose()
    {
        foreach (var statement in _byText.Values) statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>
    /// SQLite begins its log anew only at a moment in which nobody reads out of it. With visitors coming all the time there is none, and the log would grow
    /// with every commit; asked to, it waits for those who read and lets nobody else begin in the log.
    /// </summary>
    private void GiveLogBack()
    {
        if (new FileInfo(_connection.DataSource + "-wal") is not { Exists: true, Length: > LargestLog }) return;
        SqliteSettings.GiveLogBack(_connection);
    }

    private NativeStatement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        if (!_byText.TryGetValue(sql, out statement)) _byText.Add(sql, statement = new(_connection, sql));
        _statements.Add(sql, statement);
        return statement;
    }
}
