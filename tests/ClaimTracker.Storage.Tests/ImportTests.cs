using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;

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

    [Fact]
    public async Task AnArticleReadAgainInTheMiddleOfAnImportIsThereOnceAndWhatWasLeftOutIsMadeForIt()
    {
        await BeginAsync();
        var rules = Rules();
        await Store.Articles.BeginImportAsync(default);
        await StoreAsync(Article(1), Article(2));

        var problems = await StoreAsync(Article(3), Article(1));
        var made = Rules();
        await StoreAsync(Article(4));
        await Store.Articles.EndImportAsync(default);

        Assert.Equal([null, null], problems);
        Assert.Equal(rules, made);
        Assert.Equal(["so 1", "so 2", "so 3", "so 4"], await FoundAsync("so"));
        await Store.CheckSearchAsync();
    }

    [Fact]
    public async Task OfAnImportsBatchThatFailsNothingStaysAndItsNextOnesAreWhole()
    {
        await BeginAsync();
        await Store.Articles.BeginImportAsync(default);
        var wrong = Sample.Article("Wrong", new(2026, 1, 9), new SampleClaim("council", "It said [so 9].") { Topics = ["no-such-topic"] });

        var problems = await StoreAsync(Article(1), Article(2), wrong);
        await StoreAsync(Article(3));
        await Store.Articles.EndImportAsync(default);

        Assert.Equal([false, false, true], problems.Select(p => p is not null));
        Assert.Equal(["so 1", "so 2", "so 3"], await FoundAsync("so"));
        await Store.CheckSearchAsync();
    }

    [Fact]
    public async Task MoreRowsThanAreGatheredAtATimeAreAllThereInTheirOrder()
    {
        const int Many = 3_000;
        await BeginAsync();
        var claims = Enumerable.Range(0, Many).Select(n => new SampleClaim("council", $"It said [so {n}].")).ToArray();

        await StoreAsync(Article(1), Sample.Article("Long", new(2026, 1, 9), claims), Article(2));

        var found = await Store.Database.ReadAsync(db => db.Claims.OrderBy(c => c.Id).Select(c => new { c.Ordinal, c.Passage }).ToListAsync());
        Assert.Equal(Many + 2, found.Count);
        Assert.Equal(Enumerable.Range(0, Many), found[1..^1].Select(c => c.Ordinal));
        Assert.Equal("It said so 2999.", found[^2].Passage);
        await Store.CheckSearchAsync();
    }

    /// <summary>What tables keep up with each row, by what it is and not by when it was made.</summary>
    private protected abstract List<string> Rules();
}
