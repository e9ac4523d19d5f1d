using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Articles in batches, and many at once into an empty store.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    [Fact]
    public async Task ABatchIsStoredInItsOrderAndCanBeSearched()
    {
        await BeginAsync();

        var problems = await StoreAsync(Article(1), Article(2), Article(3));

        Assert.Equal([null, null, null], problems);
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.Equal(["so 2"], await FoundAsync("\"so 2\""));
    }

    [Fact]
    public async Task AnArticleThatDoesNotHoldTogetherIsLeftOutWholeAndTheOthersAreStored()
    {
        await BeginAsync();
        var wrong = Sample.Article("Wrong", new(2026, 1, 9), new SampleClaim("council", "It said [so 8]."), new SampleClaim("council", "It said [so 9].") { Topics = ["no-such-topic"] });

        var problems = await StoreAsync(Article(1), wrong, Article(2));

        Assert.Equal([false, true, false], problems.Select(p => p is not null));
        Assert.Contains("no-such-topic", problems[1]!.Message, StringComparison.Ordinal);
        Assert.Equal(["so 1", "so 2"], await FoundAsync("so"));
        Assert.Equal(2, (await _store.Queries.TotalsAsync(default)).Articles);
    }

    [Fact]
    public async Task AnArticleTwiceInABatchOrReadAgainInOneIsFoundOnce()
    {
        await BeginAsync();
        await StoreAsync(Article(1), Article(2), Article(1));
        await StoreAsync(Article(3), Article(2));

        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await CheckSearchAsync();
    }

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
        await CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportThatWasKilledIsMadeGoodByWhoeverWritesNextAndGoesOnWithoutIt()
    {
        await BeginAsync();
        var indexes = Indexes();
        await _store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        using (var other = new ClaimDatabase(_store.Folder)) await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2)), TemporaryStore.Now, default);
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.Equal(indexes, Indexes());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await CheckSearchAsync();
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

    /// <summary>The index says of itself whether it fits the rows; where it doesn't, this throws.</summary>
    private Task CheckSearchAsync() => _store.Database.WriteAsync(
        session =>
        {
            session.Execute("INSERT INTO claim_search (claim_search, rank) VALUES ('integrity-check', 1)");
            session.Execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)");
        },
        default);
}
