using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>A database in a folder of its own that goes when the test ends.</summary>
public sealed class TemporaryStore : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 7, 12, 0, 0, TimeSpan.Zero);

    public TemporaryStore()
    {
        Folder = Directory.CreateTempSubdirectory("claims-").FullName;
        Database = new(Folder);
        Queries = new ClaimQueries(Database);
        Articles = new(Database);
        Comparisons = new(Database);
        Runs = new(Database);
    }

    public string Folder { get; }

    public ClaimDatabase Database { get; }

    public ClaimQueries Queries { get; }

    public ArticleStore Articles { get; }

    public ComparisonStore Comparisons { get; }

    public RunLog Runs { get; }

    public static CancellationToken Never => CancellationToken.None;

    public static async Task<TemporaryStore> WithAsync(Dossier dossier, params ArticleAnalysis[] articles)
    {
        var store = new TemporaryStore();
        await new DossierStore(store.Database).SaveAsync(dossier, Never);
        foreach (var article in articles) await store.StoreAsync(article);
        return store;
    }

    public Task StoreAsync(ArticleAnalysis analysis, string readWith = "1", string? replaces = null) =>
        Articles.StoreAsync(Sample.ToStore(analysis, readWith) with { Replaces = replaces }, Now, Never);

    public async Task<bool> CompareAsync(Comparisons found) =>
        await Comparisons.SaveAsync(found, (await Comparisons.PendingAsync("1", Never))!.Value, "1", Never);

    /// <summary>Whether or not anything has changed since the last time.</summary>
    public async Task CompareAgainAsync(Comparisons found) =>
        Assert.True(await Comparisons.SaveAsync(found, Number("SELECT articles_version FROM store_state"), "1", Never));

    public IReadOnlyList<T> Sql<T>(string sql, Func<System.Data.Common.DbDataReader, T> row)
    {
        using var connection = SqliteSettings.OpenToWrite(Database.File);
        using var session = new SqliteSession(connection);
        return session.Rows(sql, row);
    }

    public long Number(string sql) => Sql(sql, row => row.GetInt64(0)).Single();

    public void Dispose()
    {
        Queries.Dispose();
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
