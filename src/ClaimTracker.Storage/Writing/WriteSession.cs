using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>The connection that writes, with its prepared statements. Used by one thread at a time.</summary>
internal sealed class WriteSession : IDisposable
{
    /// <summary>Above this the log is given back after a commit. Pages go to the file anyway; what the log costs is its size and a slower start after a crash.</summary>
    private const long LargestLog = 32 << 20;

    private readonly SqliteConnection _connection;

    /// <summary>By reference first: texts are constants, and hashing one of a thousand letters for every row would cost more than the row.</summary>
    private readonly ConditionalWeakTable<string, NativeStatement> _statements = [];
    private readonly Dictionary<string, NativeStatement> _byText = [];

    public WriteSession(SqliteConnection connection)
    {
        _connection = connection;
        Search = new(this);
    }

    /// <summary>Full-text search over what this session adds.</summary>
    public SearchRows Search { get; }

    /// <summary>Whether this session fills the database without its indexes; a transaction that begins it or ends it says so.</summary>
    public bool LeavesIndexesOut { get; set; }

    public T InTransaction<T>(Func<WriteSession, T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        Execute(
            """
            INSERT INTO store_state
                (id, instance, data_version, collection_version, rebuilt_version, comparisons_version, articles_version, compared_version, compared_with, dossier_version)
            VALUES (1, lower(hex(randomblob(8))), 1, 0, 0, 0, 0, 0, '', '')
            ON CONFLICT (id) DO UPDATE SET data_version = data_version + 1
            """);
        Search.Forget();
        // Another process may have found them left out and made them meanwhile.
        LeavesIndexesOut = LeavesIndexesOut && DeferredIndexes.AreLeftOut(this);
        var result = work(this);
        if (!LeavesIndexesOut) Search.Fill();
        transaction.Commit();
        GiveLogBack();
        return result;
    }

    /// <inheritdoc cref="InTransaction{T}"/>
    public void InTransaction(Action<WriteSession> work) => InTransaction<object?>(
        session =>
        {
            work(session);
            return null;
        });

    /// <summary>Runs one statement. Parameters are <c>$1</c>, <c>$2</c> … and stand in this order; the text is the key of the prepared statement.</summary>
    public void Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Run(values);

    /// <summary>The number that a statement returns.</summary>
    /// <exception cref="InvalidOperationException">It returned nothing.</exception>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        NumberOrNull(sql, values) ?? throw new InvalidOperationException($"Expected a number, found nothing: {sql}");

    /// <summary>The number that a statement returns, or null where it returns nothing.</summary>
    public long? NumberOrNull(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Run(values);

    /// <summary>The rows of a query, each made by <paramref name="row"/>. Parameters are numbers or texts.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new($"${i + 1}", values[i]));
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public void Dispose()
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
