using System.Security.Cryptography;
using ClaimTracker.Storage.Model;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Opening;

/// <summary>What happens to a file before anything is read from it: in milliseconds, however large it is.</summary>
/// <remarks>
/// SQLite itself refuses a file without its header and one with fewer pages than the header says, once the first page is asked for; the migrations
/// see whose tables they are. Pages are looked through later and beside the readers (<see cref="IntegrityCheck"/>).
/// </remarks>
internal static class SqliteStart
{
    /// <exception cref="StoreUnavailableException">The file can't be used.</exception>
    public static void Run(string file, FileRecord record, Func<ClaimDbContext> context)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            record.SetForeignLogAside();
            using var connection = SqliteSettings.OpenToStart(file);
            SqliteSettings.PrepareFile(connection);
            SqliteMigrations.Apply(connection, file, context);
            if (Stamp(connection)) record.NoteOpened((int)Number(connection, "PRAGMA user_version"));
        }
        catch (Exception e) when (e is not StoreUnavailableException && SqliteFaults.OfOpening(e, file) is { } fault)
        {
            throw new StoreUnavailableException(fault, e);
        }
    }

    /// <summary>Gives the file a stamp unless it has one.</summary>
    /// <returns>Whether it stands in the file itself.</returns>
    private static bool Stamp(SqliteConnection connection)
    {
        if (Number(connection, "PRAGMA user_version") != 0) return true;
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            if (Number(connection, "PRAGMA user_version") == 0) SetNewStamp(connection);
            transaction.Commit();
        }

        // One row: busy, pages in the log, pages moved. Until it is moved, the file still has none.
        return Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    }

    public static void SetNewStamp(SqliteConnection connection) =>
        SqliteSettings.Run(connection, FormattableString.Invariant($"PRAGMA user_version = {RandomNumberGenerator.GetInt32(1, int.MaxValue)};"));

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
