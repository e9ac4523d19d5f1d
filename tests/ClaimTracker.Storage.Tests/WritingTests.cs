using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Articles in batches, and many at once into an empty store.</summary>
public abstract class WritingTests(StoreEngine engine) : IDisposable
{
    private readonly TemporaryStore _store = engine.New();

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
        await _store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportIsWholeAndCanBeSearched()
    {
        await BeginAsync();

        Assert.True(await _store.Articles.BeginImportAsync(default));
        await StoreAsync(Article(1), Article(2));
        await StoreAsync(Article(3));
        await _store.Articles.EndImportAsync(default);

        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.False(await _store.Articles.BeginImportAsync(default));
        await _store.CheckSearchAsync();
    }

    public void Dispose()
    {
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task BeginAsync() => await new DossierStore(_store.Database).SaveAsync(Sample.Dossier, default);

    private static ArticleAnalysis Article(int n) => Sample.Article($"Article {n}", new(2026, 1, n), new SampleClaim("council", $"It said [so {n}]."));

    private Task<ArgumentException?[]> StoreAsync(params ArticleAnalysis[] articles) =>
        _store.Articles.StoreAllAsync([.. articles.Select(a => Sample.ToStore(a))], TemporaryStore.Now, default);

    private async Task<List<string>> FoundAsync(string text) =>
        [.. (await _store.Queries.FindAsync(new() { Text = text, Sort = ClaimSort.Oldest }, null, 100, default)).Items.Select(c => c.Words)];
}
