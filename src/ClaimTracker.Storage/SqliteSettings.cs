using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage;

/// <summary>How every connection to the file is set up; nowhere else is a <c>PRAGMA</c> set.</summary>
internal static class SqliteSettings
{
    /// <summary>Stays with the file. Readers never wait for the writer, nor it for them.</summary>
    private const string ForTheFile = "PRAGMA journal_mode = WAL;";

    /// <summary>
    /// <c>synchronous</c>: with WAL a killed process loses nothing and a power cut can't damage the file; it may lose the last commits,
    /// which the next start reads again from their files.
    /// <c>temp_store</c>: sorting never touches the disk.
    /// </summary>
    private const string ForEachConnection = "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; ";

    /// <summary>
    /// <c>busy_timeout</c>: a reader waits only where another program has locked the whole file, which a visitor is told instead of waiting.
    /// <c>cache_size</c>, <c>mmap_size</c>: 2 MiB of pages for each connection, the rest through the system's cache without a copy, as much of the file as SQLite
    /// maps (2 GiB where nobody has raised its own limit): a page of claims touches some hundred pages of a file, and to read one takes as long as to look into it.
    /// </summary>
    private const string ForReading = "PRAGMA busy_timeout = 1000; PRAGMA cache_size = -2048; " + Map;

    private const string Map = "PRAGMA mmap_size = 68719476736;";

    /// <summary>
    /// <c>busy_timeout</c>: another program's commit is waited for by SQLite, in steps finer than the driver's.
    /// <c>cache_size</c>: 64 MiB, of which only what a transaction touches is taken: keys come in no order, and the pages of their indexes should be
    /// written once a transaction and not once a row.
    /// <c>wal_autocheckpoint</c>: never, <see cref="Writing.LogKeeper"/> does.
    /// <c>threads</c>: an index that is made is sorted beside the reading of its rows.
    /// <c>journal_size_limit</c>: a log that once grew gives its space back.
    /// </summary>
    private const string ForWriting =
        PatientWriter + "PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 0; PRAGMA threads = 2;";

    private const string PatientWriter = "PRAGMA busy_timeout = 10000; ";

    /// <summary>A backup reads for long; it is not waited for at every commit.</summary>
    private const string ToBeginTheLogAnew = "PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(RESTART); " + PatientWriter;

    /// <inheritdoc cref="ToBeginTheLogAnew"/>
    private const string ToGiveTheLogBack = "PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE); " + PatientWriter;

    /// <summary>Reads nothing but the log, and waits for nobody.</summary>
    private const string ForMovingTheLog = "PRAGMA busy_timeout = 0; PRAGMA cache_size = -64;";

    /// <summary>As for reading, with pages that are gone again with the connection: no memory map, no wait.</summary>
    private const string ForLookingThrough = "PRAGMA busy_timeout = 1000; PRAGMA cache_size = -2048; PRAGMA mmap_size = 0;";

    public static SqliteConnection OpenToRead(string file) => Open(Build(file), ForReading);

    public static SqliteConnection OpenToWrite(string file) => Open(Build(file), ForWriting);

    /// <summary>For what has to be done before anything is read. Whoever waits for it is a visitor.</summary>
    public static SqliteConnection OpenToStart(string file) => Open(Build(file), ForLookingThrough);

    /// <inheritdoc cref="ForLookingThrough"/>
    public static SqliteConnection OpenToCheck(string file) => Open(Build(file), ForLookingThrough);

    public static void PrepareFile(DbConnection connection) => Run(connection, ForTheFile);

    /// <summary>For moving pages from the log to the file beside readers and a writer.</summary>
    public static SqliteConnection OpenToMoveTheLog(string file) => Open(Build(file), ForMovingTheLog);

    /// <summary>Moves to the file what stands in the log and nobody reads an earlier state of.</summary>
    public static void MoveTheLog(SqliteConnection connection) => Run(connection, "PRAGMA wal_checkpoint(PASSIVE);");

    /// <summary>Moves the log's pages to the file, so that the next commit begins it anew, where nobody reads out of it for longer than a moment.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="gives">Whether what the log takes of the disk is given back.</param>
    public static void BeginLogAnew(SqliteConnection connection, bool gives) => Run(connection, gives ? ToGiveTheLogBack : ToBeginTheLogAnew);

    /// <summary>Whether rows that refer to others are looked after: <c>foreign_keys</c>, which each connection begins with.</summary>
    public static void MindReferences(SqliteConnection connection, bool minds) => Run(connection, minds ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");

    /// <summary>
    /// Whether a writer reads through the system's cache without a copy. Each index that is made looks through its whole table, which at a million claims is several
    /// times what the writer keeps of it; at other times a map would only be counted as memory in use.
    /// </summary>
    public static void LookThrough(SqliteConnection connection, bool maps) => Run(connection, maps ? Map : "PRAGMA mmap_size = 0;");

    internal static void Run(DbConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Foreign keys are off in SQLite unless asked for; the driver adds no waiting of its own to <c>busy_timeout</c>, and keeps no connection open by itself.</summary>
    private static string Build(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 1, Pooling = false }.ToString();

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Run(connection, ForEachConnection + pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
