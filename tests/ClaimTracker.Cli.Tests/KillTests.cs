using System.Diagnostics;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

/// <summary>The program as a process of its own, ended without warning while it ingests.</summary>
public sealed class KillTests : IDisposable
{
    private const int Articles = 60;
    private readonly Terminal _terminal = new();

    [Fact]
    public async Task HoweverOftenItIsKilledEachArticleIsThereWholeOrNotAtAllAndInTheEndOnceEach()
    {
        WriteArticles();
        await RunAsync("whole", killAfterLines: null);
        var whole = await ContentAsync("whole");
        var random = new Random(7);
        var unfinished = 0;

        for (var kill = 0; kill < 8; kill++)
        {
            await RunAsync("killed", random.Next(1, 12));
            var some = await ContentAsync("killed");
            Assert.Subset(whole.Claims, some.Claims);
            Assert.All(some.ByArticle, a => Assert.Equal(whole.ByArticle[a.Key], a.Value));
            if (some.ByArticle.Count < Articles) unfinished++;
        }

        await RunAsync("killed", killAfterLines: null);
        var finished = await ContentAsync("killed");

        Assert.True(unfinished >= 2, "Hardly any kill came before the end: this run shows nothing.");
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

    /// <summary>Runs an ingestion, to its end or until it has printed so many lines of progress.</summary>
    private async Task RunAsync(string data, int? killAfterLines)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "claimtracker.dll");
        string[] arguments = ["exec", program, "ingest", _terminal.Path("articles"), "--data", _terminal.Path(data), "--dossier", Path.Combine(Repository.Seeds, "dossier.yaml")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true })!;
        for (var lines = 0; await process.StandardError.ReadLineAsync() is not null; lines++)
            if (lines + 1 == killAfterLines) process.Kill();
        await process.WaitForExitAsync();
        if (killAfterLines is null) Assert.Equal(0, process.ExitCode);
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
