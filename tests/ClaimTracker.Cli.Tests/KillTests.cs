using System.Diagnostics;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

/// <summary>The program as a process of its own, ended without warning while it makes a database and ingests into it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 200;
    private const int Kills = 50;

    /// <summary>A database is used for so many kills and then begun anew: they should fall on its making, its first articles and its last, and few on one that is full.</summary>
    private const int KillsOfADatabase = 5;

    private readonly Terminal _terminal = new();

    private string Database => _terminal.Path("killed", "claims.db");

    [Fact]
    public async Task HoweverOftenItIsKilledEachArticleIsThereWholeOrNotAtAllAndInTheEndOnceEach()
    {
        WriteArticles();
        await RunAsync("whole");
        var whole = await ContentAsync("whole");
        var random = new Random(7);
        var (unfinished, lefts) = (0, new HashSet<int>());

        for (var kill = 0; kill < Kills; kill++)
        {
            var anew = kill % KillsOfADatabase == 0;
            if (anew && Directory.Exists(_terminal.Path("killed"))) Directory.Delete(_terminal.Path("killed"), recursive: true);
            await RunAsync("killed", killAfter: anew ? (0, random.Next(40)) : (random.Next(1, 12), random.Next(30)));
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

    public void Dispose() => _terminal.Dispose();

    private sealed record Content(SortedSet<string> Claims, SortedDictionary<string, int> ByArticle, IReadOnlyList<string> Disputes);

    /// <summary>Each seed many times, each time with other bytes.</summary>
    private void WriteArticles()
    {
        var seeds = Directory.GetFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).ToArray();
        for (var n = 0; n < Articles; n++) _terminal.Write($"articles/{n:000}.txt", File.ReadAllText(seeds[n % seeds.Length]) + $"\n\nEdition {n}.\n");
    }

    /// <summary>
    /// Runs an ingestion, to its end or until some time after it has printed so many lines of progress; after no line, after the file is there.
    /// </summary>
    private async Task RunAsync(string data, (int Lines, int Milliseconds)? killAfter = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "claimtracker.dll");
        string[] arguments = ["exec", program, "ingest", _terminal.Path("articles"), "--data", _terminal.Path(data), "--dossier", Path.Combine(Repository.Seeds, "dossier.yaml")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        if (killAfter is { } when)
        {
            if (when.Lines == 0)
                while (!process.HasExited && !File.Exists(Database)) await Task.Delay(1);
            for (var lines = 0; lines < when.Lines && await process.StandardError.ReadLineAsync() is not null; lines++) ;
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
