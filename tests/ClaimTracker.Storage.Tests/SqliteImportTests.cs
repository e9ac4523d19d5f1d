using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Tests;

/// <summary>An import into a file; its log stays small however it is written.</summary>
public sealed class SqliteImportTests() : ImportTests(StoreEngine.Sqlite, leastLeftOut: 6)
{
    [Fact]
    public async Task TheLogStaysSmallHoweverMuchIsWrittenBesideReaders()
    {
        await BeginAsync();
        await StoreAsync(Article(1));
        var largest = 0L;
        for (var n = 0; n < 60; n++)
        {
            var reader = Store.Database.ReadOneMoment();
            _ = reader.Articles.Count();
            var reading = Task.Run(async () => { await Task.Delay(5); await reader.DisposeAsync(); });
            await Store.Database.WriteAsync(session => session.Execute("UPDATE originals SET bytes = randomblob(4000000)"), default);
            largest = Math.Max(largest, new FileInfo(Store.Database.File + "-wal").Length);
            await reading;
        }

        Assert.True(largest > 8 << 20, "Hardly anything went through the log: this run shows nothing.");
        Assert.True(largest < 64 << 20, $"The log grew to {largest >> 20} MiB.");
    }

    [Fact]
    public async Task AnImportThatAnEarlierVersionWasKilledInIsMigratedAndMadeGood()
    {
        await BeginAsync();
        var rules = Rules();
        await using (var db = Store.Database.Read()) await db.GetService<IMigrator>().MigrateAsync("20261127171000_SearchRowsOfATransactionAtOnce");
        await Store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        using (var later = Store.OpenAgain()) await new ArticleStore(later).StoreAsync(Sample.ToStore(Article(2)), TemporaryStore.Now, default);

        Assert.Equal(rules, Rules());
        Assert.Equal(["so 1", "so 2"], await FoundAsync("so"));
        await Store.CheckSearchAsync();
    }

    private protected override List<string> Rules() => [.. Store.Sql("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name", row => row.GetString(0))];
}
