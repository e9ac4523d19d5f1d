using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

/// <summary>What the program took in stays, once and whole, however it was ended.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("claimtracker-restart-");

    [Fact]
    public async Task ASecondStartFindsEverythingAndReadsNothingAgain()
    {
        var first = await StartAndStopAsync();
        var second = await StartAndStopAsync();

        Assert.Equal(Seeds.Count, first.Articles.Count);
        Assert.NotEmpty(first.Claims);
        Assert.Equal(Keys(first), Keys(second));
        Assert.Equal(first.Articles, second.Articles);
        Assert.Equal(first.Disputes.Select(d => d.Slug), second.Disputes.Select(d => d.Slug));
    }

    [Fact]
    public async Task AKillInTheMiddleOfReadingLosesNothingAndDoublesNothing()
    {
        var copies = Seeds.Multiply(_data.CreateSubdirectory("articles").FullName, times: 30);
        var articles = Seeds.From(Path.Combine(_data.FullName, "articles"));
        int killedAt;
        await using (var killed = await WebProgram.StartAsync(_data.FullName, articles))
        {
            await killed.WaitForArticlesAsync(2);
            killedAt = await killed.ArticlesAsync();
            await killed.KillAsync();
        }

        await using var again = await WebProgram.StartAsync(_data.FullName, articles);
        await again.WaitForArticlesAsync(copies);
        var collection = await Collection.ReadAsync(again.Http);

        Assert.InRange(killedAt, 1, copies - 1);
        Assert.Equal(copies, collection.Articles.Select(a => a.File).Distinct().Count());
        Assert.Equal(copies, collection.Articles.Count);
        Assert.Equal(collection.Claims.Count, collection.Claims.Select(c => c.Key).Distinct().Count());
        Assert.Equal(collection.Articles.Sum(a => a.Claims), collection.Claims.Count);
        foreach (var seed in collection.Articles.GroupBy(a => Seeds.OriginalOf(a.File)))
            Assert.Single(seed.Select(a => a.Claims).Distinct());
    }

    public void Dispose() => _data.Delete(recursive: true);

    private async Task<Collection> StartAndStopAsync()
    {
        await using var program = await WebProgram.StartAsync(_data.FullName);
        await program.WaitForArticlesAsync(Seeds.Count);
        var collection = await Collection.ReadAsync(program.Http);
        await program.StopAsync();
        return collection;
    }

    private static IEnumerable<string> Keys(Collection collection) => collection.Claims.Select(c => c.Key).Order(StringComparer.Ordinal);
}
