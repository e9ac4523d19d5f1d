using ClaimTracker.Storage;
using ClaimTracker.Tests;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks;

/// <summary>Which engine a benchmark of the store is run on.</summary>
internal static class MeasuredStore
{
    private const string OwnServer = "postgres";

    /// <summary>Takes the word for a server out of arguments: <c>postgres</c> for a private one that is started for the run, or the address of one, <c>Host=…</c>.</summary>
    /// <returns>The address of an empty database on it, or of the one that is named; null for a file.</returns>
    public static string? TakeServer(ref string[] args)
    {
        var named = Array.Find(args, a => a == OwnServer || a.StartsWith("Host=", StringComparison.Ordinal));
        args = [.. args.Where(a => a != named)];
        return named == OwnServer ? PostgresServer.Instance.Create() : named;
    }

    /// <summary>What the whole database takes on the disk.</summary>
    public static async Task<long> BytesAsync(ClaimDatabase database) => database.File.Length > 0
        ? new FileInfo(database.File).Length
        : await database.ReadAsync(db => db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync());
}
