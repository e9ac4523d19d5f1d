using System.Diagnostics;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

/// <summary>Two programs that ingest into one database on a server, one of which is ended without warning, and two that show it.</summary>
public sealed class SharedWorkTests : IDisposable
{
    private const int Articles = 120;
    private readonly Terminal _terminal = new();
    private readonly string _address = PostgresServer.Instance.Create();

    [Fact]
    public async Task WhatAKilledWorkerHadTakenIsDoneByTheOtherAndEachArticleIsStoredOnceAndSeenByBothNodes()
    {
        var seeds = Directory.GetFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).ToArray();
        for (var n = 0; n < Articles; n++) _terminal.Write($"articles/{n:000}.txt", File.ReadAllText(seeds[n % seeds.Length]) + $"\n\nEdition {n}.\n");
        using var stop = new CancellationTokenSource();
        using ClaimDatabase following = ClaimDatabase.OnServer(_address), asking = ClaimDatabase.OnServer(_address);
        using ClaimQueries first = new(following), second = new(asking);
        following.Open();
        var follows = first.FollowAsync(stop.Token);

        using var killed = Start();
        await UntilAsync(() => Number("SELECT count(*) FROM articles") > 0 && Number("SELECT count(*) FROM work_items WHERE leased_until > now()") > 0);
        using var survivor = Start();
        // Read on the way: a full pipe would hold it up.
        var said = survivor.StandardError.ReadToEndAsync(default);
        killed.Kill();
        await killed.WaitForExitAsync();
        var left = Number("SELECT count(*) FROM work_items");
        await survivor.WaitForExitAsync();

        Assert.True(left > 0, "The first worker was done before it was killed: this run shows nothing.");
        Assert.True(survivor.ExitCode == 0, $"Expected the other worker to end with 0, found {survivor.ExitCode}. It said:\n{await said}");
        Assert.Equal(0, Number("SELECT count(*) FROM work_items"));
        Assert.Equal((Articles, Articles), (Number("SELECT count(*) FROM articles"), Number("SELECT count(DISTINCT content_hash) FROM articles")));
        Assert.Equal(Number("SELECT count(*) FROM claims"), Number("SELECT count(DISTINCT key) FROM claims"));
        foreach (var node in new[] { first, second })
        {
            var totals = await node.TotalsAsync(default);
            Assert.Equal((Articles, Number("SELECT count(*) FROM claims")), (totals.Articles, totals.Claims));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => follows);
    }

    public void Dispose()
    {
        _terminal.Dispose();
        PostgresServer.Instance.Drop(_address);
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), "ingest", _terminal.Path("articles"), "--database", _address,
            "--dossier", Path.Combine(Repository.Seeds, "dossier.yaml"),
        ])
    { RedirectStandardError = true })!;

    private long Number(string sql) => long.Parse(PostgresServer.Instance.Sql(PostgresServer.NameIn(_address), sql), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var began = Stopwatch.StartNew(); !holds(); await Task.Delay(20))
            if (began.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("The first worker stored nothing in two minutes.");
    }
}
