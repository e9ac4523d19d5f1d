using System.Reflection;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Brings a database to this program's schema: all missing migrations in one transaction, so that one that is interrupted has not begun.</summary>
/// <remarks>Several processes that start at once wait for each other at an advisory lock, which goes with the connection. A database that is up to date costs one query.</remarks>
internal static class PostgresMigrations
{
    /// <summary>Any number that no other program is likely to lock with: the first letters of this one's name.</summary>
    private const long Lock = 0x636C61696D74726B;

    private const string History = $"\"{HistoryRepository.DefaultTableName}\"";

    private static readonly Lazy<string[]> Known = new(() =>
    [
        .. typeof(PostgresContext).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(PostgresContext))
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal),
    ]);

    /// <exception cref="StoreUnavailableException">The database holds tables of another program, or of a newer version of this one.</exception>
    public static void Apply(NpgsqlConnection connection, string place, Func<ClaimDbContext> context)
    {
        if (Last(connection, place) == Known.Value[^1]) return;
        using var transaction = connection.BeginTransaction();
        Execute(connection, FormattableString.Invariant($"SELECT pg_advisory_xact_lock({Lock})"));
        // Another process may have done it while this one waited.
        var last = Last(connection, place);
        if (last != Known.Value[^1]) Execute(connection, Script(context, last));
        transaction.Commit();
    }

    private static string Script(Func<ClaimDbContext> context, string? last)
    {
        using var db = context();
        return db.GetService<IMigrator>().GenerateScript(last ?? Migration.InitialDatabase, options: MigrationsSqlGenerationOptions.NoTransactions);
    }

    /// <returns>The last migration that the database has; null for an empty one.</returns>
    private static string? Last(NpgsqlConnection connection, string place)
    {
        var tables = Rows(connection, "SELECT name FROM unnest($1) AS name WHERE to_regclass(name) IS NOT NULL", [(string[])[History, PartitionedClaims.Claims, "articles"]]);
        if (tables.Count == 0) return null;
        if (!tables.Contains(History)) throw new StoreUnavailableException(PostgresFaults.Foreign(place), null);
        var applied = Rows(connection, $"SELECT \"MigrationId\" FROM {History} ORDER BY \"MigrationId\" COLLATE \"C\"");
        if (applied.Except(Known.Value, StringComparer.Ordinal).LastOrDefault() is { } unknown)
            throw new StoreUnavailableException(PostgresFaults.Newer(place, unknown), null);
        return applied.LastOrDefault();
    }

    private static List<string> Rows(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
