using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>An import leaves indexes of the file out and makes them at its end; the file's log stays small.</summary>
public sealed class SqliteImportTests : IDisposable
{
    private readonly TemporaryStore _store = StoreEngine.Sqlite.New();

    [Fact]
    public async Task AnImportMakesWhatItLeftOutAndEverythingIsFound()
    {
        await BeginAsync();
        var indexes = Indexes();

        Assert.True(await _store.Articles.BeginImportAsync(default));
        var during = Indexes();
        await StoreAsync(Article(1), Article(2));
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.True(during.Count < indexes.Count - 5, $"Only {indexes.Count - during.Count} indexes were left out.");
        Assert.Equal(indexes, Indexes());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.False(await _store.Articles.BeginImportAsync(default));
        await _store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportThatWasKilledIsMadeGoodByWhoeverWritesNextAndGoesOnWithoutIt()
    {
        await BeginAsync();
        var indexes = Indexes();
        await _store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        using (var other = _store.OpenAgain()) await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2)), TemporaryStore.Now, default);
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.Equal(indexes, Indexes());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await _store.CheckSearchAsync();
    }

    [Fact]
    public async Task TheLogStaysSmallHoweverMuchIsWrittenBesideReaders()
    {
        await BeginAsync();
        await StoreAsync(Article(1));
        var largest = 0L;
        for (var n = 0; n < 60; n++)
        {
            var reader = _store.Database.ReadOneMoment();
            _ = reader.Articles.Count();
            var reading = Task.Run(async () => { await Task.Delay(5); await reader.DisposeAsync(); });
            await _store.Database.WriteAsync(session => session.Execute("UPDATE originals SET bytes = randomblob(4000000)"), default);
            largest = Math.Max(largest, new FileInfo(_store.Database.File + "-wal").Length);
            await reading;
        }

        Assert.True(largest > 8 << 20, "Hardly anything went through the log: this run shows nothing.");
        Assert.True(largest < 64 << 20, $"The log grew to {largest >> 20} MiB.");
    }

    public void Dispose() => _store.Dispose();

    private async Task BeginAsync() => await new DossierStore(_store.Database).SaveAsync(Sample.Dossier, default);

    private static ArticleAnalysis Article(int n) => Sample.Article($"Article {n}", new(2026, 1, n), new SampleClaim("council", $"It said [so {n}]."));

    private Task<ArgumentException?[]> StoreAsync(params ArticleAnalysis[] articles) =>
        _store.Articles.StoreAllAsync([.. articles.Select(a => Sample.ToStore(a))], TemporaryStore.Now, default);

    private async Task<List<string>> FoundAsync(string text) =>
        [.. (await _store.Queries.FindAsync(new() { Text = text, Sort = ClaimSort.Oldest }, null, 100, default)).Items.Select(c => c.Words)];

    private List<string> Indexes() => [.. _store.Sql("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name", row => row.GetString(0))];
}
