namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class PagesTests(GoldSite site)
{
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
        var page = await site.PageAsync(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.EndsWith("ClaimTracker", page.Title, StringComparison.Ordinal);
    }
}
