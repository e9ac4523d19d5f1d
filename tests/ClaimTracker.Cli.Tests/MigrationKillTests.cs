using System.Diagnostics;
using ClaimTracker.Generation;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;
using ClaimTracker.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Cli.Tests;

/// <summary>The program as a process of its own, ended without warning while it brings an older database to its schema.</summary>
public sealed class MigrationKillTests : IDisposable
{
    private const int Claims = 20_000, Kills = 24;
    private const string First = "20261121035103_Initial";
    private readonly Terminal _terminal = new();

    [Fact]
    public async Task HoweverItIsKilledTheDatabaseHasTheOldSchemaOrTheNewOneWhole()
    {
        await WriteOldAsync();
        var old = StateOf(_terminal.Path("old"));
        Directory.CreateDirectory(_terminal.Path("articles"));
        var random = new Random(11);
        var (left, inside) = (new List<State>(), 0);

        for (var kill = 0; kill < Kills; kill++)
        {
            if (Directory.Exists(_terminal.Path("killed"))) Directory.Delete(_terminal.Path("killed"), recursive: true);
            Directory.CreateDirectory(_terminal.Path("killed"));
            File.Copy(_terminal.Path("old", "claims.db"), _terminal.Path("killed", "claims.db"));
            // Half of them as soon as something has been written, the others at any time from then on.
            var written = await KillAsync(kill % 2 == 0 ? 0 : random.Next(150));
            var state = StateOf(_terminal.Path("killed"));
            left.Add(state);
            if (written && state.Last == First) inside++;
        }

        using (var database = new ClaimDatabase(_terminal.Path("killed"))) database.Open();
        var finished = StateOf(_terminal.Path("killed"));

        Assert.Equal(First, old.Last);
        Assert.NotEqual(First, finished.Last);
        Assert.All(left, state => Assert.Equal(state.Last == First ? old : finished, state));
        Assert.Equal((old.Claims, old.Links), (finished.Claims, finished.Links));
        Assert.True(inside >= 3, $"Only {inside} kills came while the migration was writing: this run shows little.");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _terminal.Dispose();
    }

    /// <param name="Last">The last migration.</param>
    /// <param name="Schema">All tables, indexes and triggers.</param>
    /// <param name="Claims">How many there are.</param>
    /// <param name="Links">What they are joined to.</param>
    /// <param name="Check">What the file says of itself.</param>
    private sealed record State(string Last, string Schema, long Claims, long Links, string Check);

    /// <summary>A database as the first version of the program left it, with many claims.</summary>
    private async Task WriteOldAsync()
    {
        using var database = new ClaimDatabase(_terminal.Path("old"));
        var generator = new CollectionGenerator();
        await new DossierStore(database).SaveAsync(generator.Dossier, default);
        var store = new ArticleStore(database);
        foreach (var batch in generator.Articles(Claims).Chunk(500))
            await store.StoreAllAsync([.. batch.Select(a => new ArticleToStore(a.Analysis, a.Passages, a.Bytes, "/" + a.Analysis.Article.FileName, "1"))], DateTimeOffset.UnixEpoch, default);
        await using var db = database.Read();
        db.GetService<IMigrator>().Migrate(First);
    }

    /// <returns>Whether it had begun to write into the database when it was killed.</returns>
    private async Task<bool> KillAsync(int milliseconds)
    {
        var log = new FileInfo(_terminal.Path("killed", "claims.db-wal"));
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), "ingest", _terminal.Path("articles"), "--data", _terminal.Path("killed"),
            "--dossier", Path.Combine(Repository.Seeds, "dossier.yaml"),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        while (!process.HasExited && !(log.Exists && log.Length > 0))
        {
            await Task.Delay(1);
            log.Refresh();
        }

        await Task.Delay(milliseconds);
        process.Kill();
        await process.WaitForExitAsync();
        log.Refresh();
        return log is { Exists: true, Length: > 0 };
    }

    private static State StateOf(string folder)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "claims.db"), Pooling = false }.ToString());
        connection.Open();
        string Text(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
        }

        long Number(string sql) => long.Parse(Text(sql), System.Globalization.CultureInfo.InvariantCulture);
        return new(
            Text("SELECT max(MigrationId) FROM __EFMigrationsHistory"),
            Text("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE name NOT LIKE '__EF%' ORDER BY type, name)"),
            Number("SELECT count(*) FROM claims"),
            Number("SELECT (SELECT count(*) FROM claim_topics) + (SELECT count(*) FROM claim_places) + (SELECT count(*) FROM claim_statistics) + (SELECT count(*) FROM mentions)"),
            Text("PRAGMA integrity_check"));
    }
}
