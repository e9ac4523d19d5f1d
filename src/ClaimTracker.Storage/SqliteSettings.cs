using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Storage;

/// <summary>How every connection to the file is set up; nowhere else is a <c>PRAGMA</c> set.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    public static SqliteSettings Instance { get; } = new();

    /// <summary>Stays with the file. Readers never wait for the writer, nor it for them.</summary>
    private const string ForTheFile = "PRAGMA journal_mode = WAL;";

    /// <summary>
    /// <c>busy_timeout</c>: another program's commit is waited for by SQLite, in steps finer than the driver's.
    /// <c>synchronous</c>: with WAL a killed process loses nothing and a power cut can't damage the file; it may lose the last commits,
    /// which the next start reads again from their files.
    /// <c>cache_size</c>, <c>mmap_size</c>: 8 MiB of pages for each connection, the rest through the system's cache without a copy.
    /// <c>temp_store</c>: sorting never touches the disk. <c>journal_size_limit</c>: a log that once grew gives its space back.
    /// </summary>
    private const string ForEachConnection =
        "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456; "
        + "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;";

    /// <summary>Foreign keys are off in SQLite unless asked for.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        connection.Open();
        Run(connection, ForEachConnection);
        return connection;
    }

    public static void PrepareFile(DbConnection connection) => Run(connection, ForTheFile);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Run(connection, ForEachConnection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Run(connection, ForEachConnection);
        return Task.CompletedTask;
    }

    private static void Run(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
