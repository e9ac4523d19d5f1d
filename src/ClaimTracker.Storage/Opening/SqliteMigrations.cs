using System.Reflection;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Opening;

/// <summary>Brings a file to this program's schema: all missing migrations in one transaction, so that one that is interrupted has not begun.</summary>
/// <remarks>
/// EF's own way leaves a row in a lock table behind when it is killed, for which the next start waits for ever; SQLite's lock goes with the
/// process. A file that is up to date costs one query and no EF, whose model takes longer to build than everything else at a start.
/// </remarks>
internal static class SqliteMigrations
{
    private static readonly Lazy<string[]> Known = new(() =>
    [
        .. typeof(ClaimDbContext).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(ClaimDbContext))
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ]);

    /// <exception cref="StoreUnavailableException">The file holds tables of another program, or of a newer version of this one.</exception>
    public static void Apply(SqliteConnection connection, string file, Func<ClaimDbContext> context)
    {
        if (Last(connection, file) == Known.Value[^1]) return;
        // A migration may make a table anew and put it in the old one's place; with references checked, dropping the old one would empty others.
        Execute(connection, "PRAGMA foreign_keys = OFF");
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            // Another process may have done it while this one waited for the lock.
            var last = Last(connection, file);
            if (last != Known.Value[^1])
            {
                MakeLeftOut(connection);
                Execute(connection, Script(context, last));
                if (Rows(connection, "PRAGMA foreign_key_check") is [var broken, ..])
                    throw new InvalidOperationException($"Expected migrations to keep references whole, found a broken one in {broken}.");
            }

            transaction.Commit();
        }

        Execute(connection, "PRAGMA foreign_keys = ON");
    }

    /// <summary>After an import that was killed: a migration finds the indexes that it changes. Search is still left to whoever writes next.</summary>
    private static void MakeLeftOut(SqliteConnection connection)
    {
        if (Rows(connection, $"SELECT name FROM sqlite_master WHERE name = '{DeferredIndexes.Table}'").Count == 0) return;
        foreach (var madeBy in Rows(connection, $"SELECT made_by FROM {DeferredIndexes.Table}")) Execute(connection, madeBy);
        Execute(connection, $"DELETE FROM {DeferredIndexes.Table}");
    }

    private static string Script(Func<ClaimDbContext> context, string? last)
    {
        using var db = context();
        return db.GetService<IMigrator>().GenerateScript(last ?? Migration.InitialDatabase, options: MigrationsSqlGenerationOptions.NoTransactions);
    }

    /// <returns>The last migration that the file has; null for an empty file.</returns>
    private static string? Last(SqliteConnection connection, string file)
    {
        var tables = Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (tables.Count == 0) return null;
        if (!tables.Contains(HistoryRepository.DefaultTableName)) throw new StoreUnavailableException(SqliteFaults.Foreign(file, "the tables of another program"), null);
        var applied = Rows(connection, $"SELECT MigrationId FROM {HistoryRepository.DefaultTableName} ORDER BY MigrationId");
        if (applied.Except(Known.Value, StringComparer.Ordinal).LastOrDefault() is { } unknown)
            throw new StoreUnavailableException(SqliteFaults.Newer(file, unknown), null);
        return applied.LastOrDefault();
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
