using System.Data.Common;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>An open connection with the commands that were prepared on it. Used by one question at a time.</summary>
/// <remarks>To open one, to set it up and to prepare a page's statements takes longer than to run them.</remarks>
internal abstract class KeptConnection(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DbDataReader> _readers = new(StringComparer.Ordinal);

    /// <summary>Puts a context back, to be used again.</summary>
    /// <returns>False where it has to be disposed.</returns>
    public abstract bool GiveBack(ClaimDbContext db);

    /// <summary>All numbers of all rows of a query, without a driver between: those of each row one after the other, 0 for what is not there.</summary>
    public abstract void Numbers(string sql, IReadOnlyList<object> values, int columns, Action<ReadOnlySpan<long>> row);

    /// <summary>The rows of a query.</summary>
    public DbDataReader Read(string sql, IReadOnlyList<object> values)
    {
        var command = Command(sql);
        for (var i = command.Parameters.Count; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = PreparedSql.Parameter(i);
            command.Parameters.Add(parameter);
        }

        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i];
        return _readers[sql] = command.ExecuteReader();
    }

    /// <summary>Runs one that returns nothing.</summary>
    public void Execute(string sql) => Command(sql).ExecuteNonQuery();

    public virtual void Dispose()
    {
        foreach (var command in _commands.Values) command.Dispose();
        connection.Dispose();
    }

    private DbCommand Command(string sql)
    {
        var known = _commands.TryGetValue(sql, out var command);
        // One that is still being read from keeps its command.
        if (known && (!_readers.TryGetValue(sql, out var reader) || reader.IsClosed)) return command!;
        command = connection.CreateCommand();
        command.CommandText = sql;
        if (!known) _commands.Add(sql, command);
        return command;
    }
}
