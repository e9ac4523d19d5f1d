using System.Diagnostics;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Cli.Tests;

/// <summary>The program as a process of its own, ended without warning while it makes a database and ingests into it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 200;
    private const int Kills = 50;

    /// <summary>A database is used for so many kills and then begun anew: they should fall on its making, its first articles and its last, and few on one that is full.</summary>
    private const int KillsOfADatabase = 5;

    /// <summary>Enough to make an import, by which rows come first, and indexes and search at its end.</summary>
    private const int ArticlesOfAnImport = 1_001;

    /// <summary>After so many articles and then so many milliseconds: in the middle of its rows, at the last of them, and while indexes and search are made.</summary>
    private static readonly Moment[] MomentsOfAnImport =
        [new(10, Articles: ArticlesOfAnImport / 2), new(0, Articles: ArticlesOfAnImport), new(30, Articles: ArticlesOfAnImport)];

    private readonly Terminal _terminal = new();

    private string Database => _terminal.Path("killed", "claims.db");

    [Fact]
    public async Task HoweverOftenItIsKilledEachArticleIsThereWholeOrNotAtAllAndInTheEndOnceEach()
    {
        WriteArticles(Articles);
        await RunAsync("whole");
        var whole = await ContentAsync("whole");
        var random = new Random(7);
        var (unfinished, lefts) = (0, new HashSet<int>());

        for (var kill = 0; kill < Kills; kill++)
        {
            var anew = kill % KillsOfADatabase == 0;
            if (anew && Directory.Exists(_terminal.Path("killed"))) Directory.Delete(_terminal.Path("killed"), recursive: true);
            await RunAsync("killed", killAfter: anew ? new(random.Next(40)) : new(random.Next(30), Lines: random.Next(1, 12)));
            if (!File.Exists(Database)) continue;
            var some = await ContentAsync("killed");
            Assert.Subset(whole.Claims, some.Claims);
            Assert.All(some.ByArticle, a => Assert.Equal(whole.ByArticle[a.Key], a.Value));
            if (some.ByArticle.Count < Articles) unfinished++;
            lefts.Add(some.ByArticle.Count);
        }

        await RunAsync("killed");
        var finished = await ContentAsync("killed");

        Assert.True(unfinished >= Kills / 2, $"Only {unfinished} kills came before the end: this run shows little.");
        // Articles are committed in batches, so that kills leave fewer numbers of them than there are kills.
        Assert.True(lefts.Count >= 5, $"Only {lefts.Count} different numbers of articles were left by kills: this run shows little.");
        Assert.Equal(whole.ByArticle, finished.ByArticle);
        Assert.Equal(whole.Claims, finished.Claims);
        Assert.Equal(whole.Disputes, finished.Disputes);
    }

    [Fact]
    public async Task AnImportThatIsKilledIsTakenUpAndAllOfItIsThereWithItsIndexesAndIsFound()
    {
        WriteArticles(ArticlesOfAnImport, letters: 400);
        await RunAsync("whole");
        var whole = await ContentAsync("whole");
        var (indexes, leftOut) = (Names("whole", "type = 'index'"), 0);

        foreach (var moment in MomentsOfAnImport) await KillAtAsync(moment);
        // On a busy machine a kill comes late, and what is whole already shows nothing.
        for (var again = 0; leftOut < 2 && again < 4; again++) await KillAtAsync(MomentsOfAnImport[1]);

        Assert.True(leftOut >= 2, $"Only {leftOut} kills came before the indexes were made: this run shows little.");

        async Task KillAtAsync(Moment moment)
        {
            await RunAsync("killed", killAfter: moment);
            if (Names("killed", "name = 'deferred_indexes'").Count > 0) leftOut++;
            var some = await ContentAsync("killed");
            Assert.Subset(whole.Claims, some.Claims);
            Assert.All(some.ByArticle, a => Assert.Equal(whole.ByArticle[a.Key], a.Value));

            await RunAsync("killed");
            var finished = await ContentAsync("killed");
            Assert.Equal(whole.ByArticle, finished.ByArticle);
            Assert.Equal(whole.Claims, finished.Claims);
            Assert.Equal(whole.Disputes, finished.Disputes);
            Assert.Equal(indexes, Names("killed", "type = 'index'"));
            Assert.Empty(Names("killed", "name = 'deferred_indexes'"));
            CheckFile("killed");
            Directory.Delete(_terminal.Path("killed"), recursive: true);
        }
    }

    public void Dispose() => _terminal.Dispose();

    /// <summary>So many milliseconds after so many lines of progress, and one that tells of so many articles; after no line, after the file is there.</summary>
    private sealed record Moment(int Milliseconds, int Lines = 0, int Articles = 0);

    private sealed record Content(SortedSet<string> Claims, SortedDictionary<string, int> ByArticle, IReadOnlyList<string> Disputes);

    /// <summary>Each seed, or so much of it, many times, each time with other bytes.</summary>
    private void WriteArticles(int count, int letters = int.MaxValue)
    {
        string[] seeds = [.. Directory.GetFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).Select(s => s[..Math.Min(letters, s.Length)])];
        for (var n = 0; n < count; n++) _terminal.Write($"articles/{n:0000}.txt", seeds[n % seeds.Length] + $"\n\nEdition {n}.\n");
    }

    private List<string> Names(string data, string which) => Rows(data, $"SELECT name FROM sqlite_master WHERE {which} ORDER BY name");

    /// <summary>Of SQLite's own checks, the first looks at every row and every index, the others compare the words that are found with those that stand in the rows.</summary>
    private void CheckFile(string data)
    {
        Assert.Equal(["ok"], Rows(data, "PRAGMA integrity_check"));
        foreach (var search in (string[])["claim_search", "article_search"]) Rows(data, $"INSERT INTO {search} ({search}, rank) VALUES ('integrity-check', 1)");
    }

    private List<string> Rows(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_terminal.Path(data, "claims.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>Runs an ingestion, to its end or to a moment.</summary>
    private async Task RunAsync(string data, Moment? killAfter = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "claimtracker.dll");
        string[] arguments = ["exec", program, "ingest", _terminal.Path("articles"), "--data", _terminal.Path(data), "--dossier", Path.Combine(Repository.Seeds, "dossier.yaml")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        if (killAfter is { } when)
        {
            if (when is { Lines: 0, Articles: 0 })
                while (!process.HasExited && !File.Exists(Database)) await Task.Delay(1);
            for (var (lines, told) = (0, 0); (lines < when.Lines || told < when.Articles) && await process.StandardError.ReadLineAsync() is { } line; lines++)
                _ = int.TryParse(line.AsSpan(0, Math.Max(0, line.IndexOf(" of ", StringComparison.Ordinal))), out told);
            await Task.Delay(when.Milliseconds);
            process.Kill();
        }

        while (await process.StandardError.ReadLineAsync() is not null) ;
        await process.WaitForExitAsync();
        if (killAfter is null) Assert.Equal(0, process.ExitCode);
    }

    private async Task<Content> ContentAsync(string data)
    {
        using var database = new ClaimDatabase(_terminal.Path(data));
        using var queries = new ClaimQueries(database);
        var page = await queries.FindAsync(new(), null, 100_000, CancellationToken.None);
        var articles = await queries.ArticlesAsync(CancellationToken.None);
        var disputes = await queries.DisputesAsync(null, null, null, CancellationToken.None);
        return new(
            [.. page.Items.Select(c => $"{c.Key} {c.Speaker.Id} {c.Words}")],
            new(articles.ToDictionary(a => a.Key, a => a.Claims)),
            [.. disputes.Select(d => $"{d.Slug} {string.Join(' ', d.Positions.SelectMany(p => p.Claims).Select(c => c.Key))}")]);
    }
}
