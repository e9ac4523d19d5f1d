using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>The connection that writes, with its prepared commands. Used by one thread at a time.</summary>
internal sealed class WriteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private SqliteTransaction? _transaction;

    public T InTransaction<T>(Func<WriteSession, T> work)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        Execute(
            """
            INSERT INTO store_state
                (id, instance, data_version, collection_version, rebuilt_version, comparisons_version, articles_version, compared_version, compared_with, dossier_version)
            VALUES (1, lower(hex(randomblob(8))), 1, 0, 0, 0, 0, 0, '', '')
            ON CONFLICT (id) DO UPDATE SET data_version = data_version + 1
            """);
        var result = work(this);
        transaction.Commit();
        return result;
    }

    /// <summary>Runs one statement. Parameters are <c>$1</c>, <c>$2</c> …; the text is the key of the prepared command.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>The number that a statement returns.</summary>
    /// <exception cref="InvalidOperationException">It returned nothing.</exception>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        NumberOrNull(sql, values) ?? throw new InvalidOperationException($"Expected a number, found nothing: {sql}");

    /// <summary>The number that a statement returns, or null where it returns nothing.</summary>
    public long? NumberOrNull(string sql, params ReadOnlySpan<object?> values) => (long?)Prepare(sql, values).ExecuteScalar();

    /// <summary>The rows of a query, each made by <paramref name="row"/>.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new($"${i + 1}", null));
            _prepared.Add(sql, command);
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = AsStored(values[i]);
        return command;
    }

    /// <summary>The same forms as the EF model's: enums by name, lists of strings as JSON, spans as text.</summary>
    private static object AsStored(object? value) => value switch
    {
        null => DBNull.Value,
        Enum name => name.ToString(),
        IReadOnlyList<string> list => JsonSerializer.Serialize(list),
        IReadOnlyList<TextSpan> spans => SpanList.Write(spans),
        _ => value,
    };
}
