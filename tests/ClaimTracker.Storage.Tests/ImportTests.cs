using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Tests;

/// <summary>An import leaves indexes, and what else slows it, out and makes them at its end.</summary>
/// <param name="engine">Where.</param>
/// <param name="leastLeftOut">How many of <see cref="Rules"/> are not there meanwhile, at least.</param>
public abstract class ImportTests(StoreEngine engine, int leastLeftOut) : NumberedArticles(engine)
{
    [Fact]
    public async Task AnImportMakesWhatItLeftOutAndEverythingIsFound()
    {
        await BeginAsync();
        var rules = Rules();

        Assert.True(await Store.Articles.BeginImportAsync(default));
        var during = Rules();
        await StoreAsync(Article(1), Article(2));
        await StoreAsync(Article(3));
        await Store.Articles.EndImportAsync(default);

        Assert.True(during.Count <= rules.Count - leastLeftOut, $"Only {rules.Count - during.Count} were left out.");
        Assert.Equal(rules, Rules());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        Assert.False(await Store.Articles.BeginImportAsync(default));
        await Store.CheckSearchAsync();
    }

    [Fact]
    public async Task AnImportThatWasKilledIsMadeGoodByWhoeverWritesNextAndGoesOnWithoutIt()
    {
        await BeginAsync();
        var rules = Rules();
        await Store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1));

        using (var other = Store.OpenAgain()) await new ArticleStore(other).StoreAsync(Sample.ToStore(Article(2)), TemporaryStore.Now, default);
        var made = Rules();
        await StoreAsync(Article(3));
        await Store.Articles.EndImportAsync(default);

        Assert.Equal(rules, made);
        Assert.Equal(rules, Rules());
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await Store.CheckSearchAsync();
    }

    /// <summary>What tables keep up with each row, by what it is and not by when it was made.</summary>
    private protected abstract List<string> Rules();
}
