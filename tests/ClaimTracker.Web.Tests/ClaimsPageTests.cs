using AngleSharp.Dom;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ClaimsPageTests(GoldSite site)
{
    [Fact]
    public async Task TheTotalIsSaidWhereScreenReadersHearItChange()
    {
        var page = await site.PageAsync("/claims?side=afghanistan");

        Assert.StartsWith("19 claims", page.QuerySelector("[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(19, page.QuerySelectorAll("main article.claim").Length);
    }

    [Fact]
    public async Task ACardShowsTheSentenceWithItsPartsApart()
    {
        var page = await site.PageAsync($"/compare?claims={Gold.Key("003.c10")}");

        var words = page.QuerySelector("blockquote.words")!;
        var expected = Gold.Articles[3];
        Assert.Contains(words.TextContent, expected.Article.Text, StringComparison.Ordinal);
        Assert.Equal("auto", words.GetAttribute("dir"));
        Assert.NotNull(words.QuerySelector(".src"));
        Assert.NotNull(words.QuerySelector(".cue"));
        Assert.NotNull(words.QuerySelector(".said"));
    }

    [Fact]
    public async Task ADateThatIsNotPrintedIsMarkedAndSaysWhy()
    {
        var page = await site.PageAsync("/claims?actor=ahmed-sharif-chaudhry");

        var date = page.QuerySelector(".claim .date")!;
        Assert.Equal("2025-11-25", date.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("25 Nov 2025", date.QuerySelector("time")!.TextContent);
        Assert.Contains("inferred", date.QuerySelector("abbr")!.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchHitsAreMarkedWhereTheyStand()
    {
        var page = await site.PageAsync("/claims?q=strikes");

        Assert.NotEmpty(page.QuerySelectorAll("mark.hit"));
        Assert.All(page.QuerySelectorAll("mark.hit"), hit => Assert.Equal("strikes", hit.TextContent, ignoreCase: true));
        Assert.All(page.QuerySelectorAll("article.claim"), claim => Assert.NotEmpty(claim.QuerySelectorAll("mark.hit")));
    }

    [Fact]
    public async Task AChipTakesItsFilterAwayAndLeavesTheOthers()
    {
        var page = await site.PageAsync("/claims?side=pakistan&topic=airstrikes&statistics=true");

        var chip = page.QuerySelectorAll(".chips a").Single(a => a.TextContent.Contains("Pakistan", StringComparison.Ordinal));
        Assert.Equal("/claims?topic=airstrikes&statistics=true", chip.GetAttribute("href"));
    }

    [Fact]
    public async Task TickedFacetsStayTickedAndCountsFollow()
    {
        var page = await site.PageAsync("/claims?side=pakistan");

        var box = page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("input[name=side][value=pakistan]")!;
        Assert.True(box.IsChecked);
        Assert.Equal("110", box.Closest("label")!.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task EveryFacetIsThere()
    {
        var page = await site.PageAsync("/claims");

        foreach (var name in new[] { "side", "actor", "source", "topic", "place", "act", "quotation", "article", "statistics", "disputed", "from", "to", "undated" })
            Assert.NotEmpty(page.QuerySelectorAll($"#filters input[name={name}]"));
    }

    [Fact]
    public async Task AWrongParameterIsNamedAndIgnored()
    {
        var page = await site.PageAsync("/claims?from=yesterday&actor=nobody&side=afghanistan");

        var notice = page.QuerySelector(".notice")!.TextContent;
        Assert.Contains("from", notice, StringComparison.Ordinal);
        Assert.Contains("yesterday", notice, StringComparison.Ordinal);
        Assert.Contains("nobody", notice, StringComparison.Ordinal);
        Assert.Equal(19, page.QuerySelectorAll("main article.claim").Length);
    }

    [Fact]
    public async Task AWrongCursorShowsTheFirstPage()
    {
        var page = await site.PageAsync("/claims?after=junk");

        Assert.Contains("after", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main article.claim"));
    }

    [Fact]
    public async Task WhereNothingFitsEachFilterIsOfferedForRemoval()
    {
        var page = await site.PageAsync("/claims?q=volcano&side=afghanistan");

        var ways = page.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/claims?side=afghanistan", ways);
        Assert.Contains("/claims", ways);
    }

    [Fact]
    public async Task InTwoColumnsEachSideHasItsPlace()
    {
        var page = await site.PageAsync("/claims?view=columns&topic=militant-sanctuary");

        Assert.All(page.QuerySelectorAll(".cell.side-a article.claim"), c => Assert.Equal("Pakistan", SideOf(c)));
        Assert.All(page.QuerySelectorAll(".cell.side-b article.claim"), c => Assert.Equal("Afghanistan", SideOf(c)));
        Assert.All(page.QuerySelectorAll(".facing-row .cell.side-c article.claim"), c => Assert.DoesNotContain(SideOf(c), new[] { "Pakistan", "Afghanistan" }));
        Assert.NotEmpty(page.QuerySelectorAll(".axis time"));
    }

    [Fact]
    public async Task EachBarOfTheTimelineOpensItsDaysAndStandsInTheTable()
    {
        var page = await site.PageAsync("/claims");

        var bars = page.QuerySelectorAll(".timeline svg a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/claims?from=2025-11-24&to=2025-11-30", bars);
        Assert.Equal(bars, page.QuerySelectorAll(".timeline table a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".timeline svg a"), a => Assert.NotEmpty(a.GetAttribute("aria-label")!));
        var week = await site.PageAsync("/claims?from=2025-11-24&to=2025-11-30");
        Assert.StartsWith("week of 24 Nov 2025: Pakistan 40, Afghanistan 9", page.QuerySelector(".timeline svg a[href*='2025-11-24']")!.GetAttribute("aria-label"),
            StringComparison.Ordinal);
        Assert.StartsWith("52 claims", week.QuerySelector("[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TickedClaimsLeadToAComparison()
    {
        var page = await site.PageAsync("/claims");

        var form = page.QuerySelector("#compare")!;
        Assert.Equal("/compare", form.GetAttribute("action"));
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.All(page.QuerySelectorAll("article.claim input[type=checkbox]"), box =>
        {
            Assert.Equal("claims", box.GetAttribute("name"));
            Assert.Equal("compare", box.GetAttribute("form"));
        });
        Assert.NotEmpty(page.QuerySelectorAll("button[form=compare]"));
    }

    [Fact]
    public async Task TheNextPageGoesOnWhereThisOneEnds()
    {
        var first = await site.PageAsync("/claims?pageSize=30");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await site.PageAsync(next);

        var keys = Keys(first).Concat(Keys(second)).ToList();
        Assert.Equal(60, keys.Distinct().Count());
    }

    private static IEnumerable<string> Keys(IDocument page) => page.QuerySelectorAll("article.claim input[name=claims]").Select(i => i.GetAttribute("value")!);

    private static string SideOf(IElement claim) => claim.QuerySelector(".side-name")!.TextContent.Trim();
}
