using System.Data.Common;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Postgres;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>What keeps the database.</summary>
public enum StoreEngine
{
    Sqlite,
    Postgres,
}

/// <summary>A database of its own that goes when the test ends: a file in a folder, or one on this process' server.</summary>
public sealed class TemporaryStore : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 7, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string? _address;

    public TemporaryStore(StoreEngine engine)
    {
        Folder = Directory.CreateTempSubdirectory("claims-").FullName;
        _address = engine == StoreEngine.Postgres ? PostgresServer.Instance.Create(PostgresServer.NameIn(Template.Value)) : null;
        Database = OpenAgain();
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

    /// <summary>The same database as another program sees it.</summary>
    public ClaimDatabase OpenAgain() => ClaimDatabase.At(Folder, _address);

    public Task StoreAsync(ArticleAnalysis analysis, string readWith = "1", string? replaces = null) =>
        Articles.StoreAsync(Sample.ToStore(analysis, readWith) with { Replaces = replaces }, Now, Never);

    public async Task<bool> CompareAsync(Comparisons found) =>
        await Comparisons.SaveAsync(found, (await Comparisons.PendingAsync("1", Never))!.Value, "1", Never);

    /// <summary>Whether or not anything has changed since the last time.</summary>
    public async Task CompareAgainAsync(Comparisons found) =>
        Assert.True(await Comparisons.SaveAsync(found, Number("SELECT articles_version FROM store_state"), "1", Never));

    /// <summary>The rows of a query, asked beside the program.</summary>
    public IReadOnlyList<T> Sql<T>(string sql, Func<DbDataReader, T> row)
    {
        using DbConnection connection = _address is null ? SqliteSettings.OpenToWrite(Database.File) : new Npgsql.NpgsqlConnection(_address);
        if (_address is not null) connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Looks whether what is searched fits the rows.</summary>
    public async Task CheckSearchAsync()
    {
        if (_address is null)
        {
            // The index says so of itself; where it doesn't fit, this throws.
            await Database.WriteAsync(
                session =>
                {
                    session.Execute("INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)");
                    session.Execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)");
                },
                Never);
            return;
        }

        foreach (var passage in Sql("SELECT passage FROM claims", row => row.GetString(0)))
            Assert.Equal(0, Number($"SELECT count(*) FROM claims WHERE passage = {Quoted(passage)} AND words <> {Quoted(SearchVector.Of(passage).ToText())}::tsvector"));
        foreach (var (id, title, text) in Sql("SELECT id, title, text FROM articles", row => (row.GetInt32(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2))))
            Assert.Equal(1, Number($"SELECT count(*) FROM articles WHERE id = {id} AND words = {Quoted(SearchVector.Of(title, text).ToText())}::tsvector"));

        static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    public long Number(string sql) => Sql(sql, row => row.GetInt64(0)).Single();

    public void Dispose()
    {
        Queries.Dispose();
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        if (_address is not null) PostgresServer.Instance.Drop(_address);
    }

    /// <summary>An empty database with all tables: copying it takes less than making them.</summary>
    private static string MakeTemplate()
    {
        var address = PostgresServer.Instance.Create();
        using var database = ClaimDatabase.OnServer(address);
        database.Open();
        return address;
    }
}

internal static class StoreEngines
{
    public static TemporaryStore New(this StoreEngine engine) => new(engine);

    public static async Task<TemporaryStore> WithAsync(this StoreEngine engine, Dossier dossier, params ArticleAnalysis[] articles)
    {
        var store = new TemporaryStore(engine);
        await new DossierStore(store.Database).SaveAsync(dossier, TemporaryStore.Never);
        foreach (var article in articles) await store.StoreAsync(article);
        return store;
    }
}
