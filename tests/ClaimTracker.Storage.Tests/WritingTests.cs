using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>Articles in batches, and many at once into an empty store.</summary>
public abstract class WritingTests(StoreEngine engine) : NumberedArticles(engine)
{
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
        Assert.Equal(2, (await Store.Queries.TotalsAsync(default)).Articles);
    }

    [Fact]
    public async Task AnArticleTwiceInABatchOrReadAgainInOneIsFoundOnce()
    {
        await BeginAsync();
        await StoreAsync(Article(1), Article(2), Article(1));
        await StoreAsync(Article(3), Article(2));

        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await Store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportIsWholeAndCanBeSearched()
    {
        await BeginAsync();

        Assert.True(await Store.Articles.BeginImportAsync(default));
        await StoreAsync(Article(1), Article(2));
        await StoreAsync(Article(3));
        await Store.Articles.EndImportAsync(default);

        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.False(await Store.Articles.BeginImportAsync(default));
        await Store.CheckSearchAsync();
    }
}
