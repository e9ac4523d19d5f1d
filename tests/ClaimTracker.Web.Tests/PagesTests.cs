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

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task NothingOnAPageIsInlineAndNothingComesFromElsewhere(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), iframe, object, embed"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("[src], link[href]:not([rel=canonical])"), e =>
            Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task EveryLinkWithinThePageHasATargetAndEveryIdIsThereOnce(string address)
    {
        var page = await site.PageAsync(address);

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("label[for]"), l => Assert.Contains(l.GetAttribute("for"), ids));
        Assert.All(page.QuerySelectorAll("[form]"), e => Assert.Contains(e.GetAttribute("form"), ids));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task HeadingsGoDownOneLevelAtATime(string address)
    {
        var page = await site.PageAsync(address);

        var levels = page.QuerySelectorAll("main :is(h1, h2, h3, h4, h5, h6)").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task EveryLinkOfThisSiteAnswers(string address)
    {
        var page = await site.PageAsync(address);

        var links = page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().Take(60);
        foreach (var link in links)
        {
            using var response = await site.GetAsync(link);
            Assert.True(response.IsSuccessStatusCode, $"{address} leads to {link}, which answers {(int)response.StatusCode}");
        }
    }

    public static TheoryData<string> Addresses =>
    [
        "/", "/claims", "/claims?view=columns&topic=militant-sanctuary", "/claims?q=strikes", "/claims?q=volcano", "/articles", "/actors", "/disputes",
        "/disputes/question-d4", "/disputes/question-d2", "/compare", $"/compare?claims={Gold.Key("003.c10")}&claims={Gold.Key("003.c6")}", "/statistics",
        "/sources", "/sources/blog-post", "/about", $"/claims/{Gold.Key("003.c10")}", $"/articles/{Gold.Articles[1].Article.Key}",
        "/actors/ahmed-sharif-chaudhry", "/claims?from=yesterday&actor=nobody",
    ];
}
