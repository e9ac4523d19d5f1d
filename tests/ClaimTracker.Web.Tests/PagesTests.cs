namespace ClaimTracker.Web.Tests;

public sealed class PagesTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.WithGoldAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/claims")]
    [InlineData("/claims?view=columns")]
    [InlineData("/articles")]
    [InlineData("/actors")]
    [InlineData("/actors?all=true")]
    [InlineData("/disputes")]
    [InlineData("/compare")]
    [InlineData("/statistics")]
    [InlineData("/sources")]
    [InlineData("/about")]
    public async Task EveryPageAnswersWithOneHeadingAndATitle(string address)
    {
        var page = await _site.PageAsync(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.EndsWith("ClaimTracker", page.Title, StringComparison.Ordinal);
    }
}
