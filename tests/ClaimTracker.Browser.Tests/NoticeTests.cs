using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>Addresses that ask for what cannot be: a notice that names it, and the page all the same.</summary>
[Collection(OnTheSite.Name)]
public sealed class NoticeTests(Site site)
{
    private const string Markup = "<img src=x onerror=document.title='broken'>";

    [Theory]
    [InlineData("from", "yesterday")]
    [InlineData("to", "2025-02-30")]
    [InlineData("side", "a-third-side")]
    [InlineData("actor", "nobody-of-this-name")]
    [InlineData("source", "'; DROP TABLE claims; --")]
    [InlineData("topic", Markup)]
    [InlineData("statistics", "perhaps")]
    [InlineData("sort", "by-truth")]
    [InlineData("pageSize", "-1")]
    [InlineData("pageSize", "99999999999999999999")]
    [InlineData("after", "nowhere")]
    public async Task AFilterThatMakesNoSenseIsNamedAndLeftOut(string parameter, string value)
    {
        await using var visitor = await site.OpenAsync();

        var answer = await visitor.GoAsync($"/claims?{parameter}={Uri.EscapeDataString(value)}");

        Assert.Equal(200, answer.Status);
        await Expect(visitor.Main.GetByRole(AriaRole.Status).Filter(new() { HasText = parameter })).ToBeVisibleAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
        await Expect(visitor.Page).Not.ToHaveTitleAsync("broken");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task AVeryLongSearchIsCutInTheNoticeAndLeavesThePageWhole()
    {
        await using var visitor = await site.OpenAsync();

        var answer = await visitor.GoAsync($"/claims?q={new string('x', 3000)}");

        Assert.Equal(200, answer.Status);
        var notice = visitor.Main.GetByRole(AriaRole.Status).Filter(new() { HasText = "at most 200 characters" });
        await Expect(notice).ToBeVisibleAsync();
        Assert.True((await notice.InnerTextAsync()).Length < 400);
    }

    [Fact]
    public async Task MarkupInASearchIsShownAsTheWordsItIs()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync($"/claims?q={Uri.EscapeDataString(Markup)}");

        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" })).ToHaveValueAsync(Markup);
        await Expect(visitor.Page.Locator("img")).ToHaveCountAsync(0);
        await Expect(visitor.Page).Not.ToHaveTitleAsync("broken");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task WhenFiltersLeaveNothingThePageSaysSoAndOffersTheWayBack()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync("/claims?q=zyzzyva&from=2025-11-01");
        await Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "Nothing fits all of these filters" })).ToBeVisibleAsync();
        await visitor.Main.GetByRole(AriaRole.Link, new() { Name = "without “zyzzyva”" }).ClickAsync();

        await Expect(visitor.Main.GetByRole(AriaRole.Article).First).ToBeVisibleAsync();
    }
}
