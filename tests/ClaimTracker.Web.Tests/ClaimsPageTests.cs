using AngleSharp.Dom;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ClaimsPageTests(GoldSite site)
{
    [Fact]
    public async Task TheTotalIsSaidWhereScreenReadersHearItChange()
    {
        var page = await site.PageAsync("/claims?side=afghanistan");

        Assert.StartsWith("19 claims", page.QuerySelector("p[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
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
        Assert.StartsWith("52 claims", week.QuerySelector("p[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
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

    [Fact]
    public async Task AnEventOfTheDossierNarrowsToClaimsThatSpeakOfItsDaysAndAgainToAll()
    {
        var page = await site.PageAsync("/claims?side=afghanistan");

        var link = page.QuerySelectorAll("#filters .months a").Single(a => a.TextContent == "October 2025 clashes");
        var count = link.ParentElement!.QuerySelector(".count")!.TextContent;
        Assert.Equal("/claims?side=afghanistan&days=event&from=2025-10-12&to=2025-10-15", link.GetAttribute("href"));
        var narrowed = await site.PageAsync(link.GetAttribute("href")!);
        Assert.NotEqual("0", count);
        Assert.StartsWith($"{count} claim", narrowed.QuerySelector("main p[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(narrowed.QuerySelectorAll(".chips a"), a => a.TextContent.Contains("October 2025 clashes", StringComparison.Ordinal) && a.GetAttribute("href") == "/claims?side=afghanistan");
        Assert.Equal("/claims?side=afghanistan", narrowed.QuerySelector("#filters .months a[aria-current]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task WhatHasNoDateHasABoxOfItsOwn()
    {
        var page = await site.PageAsync("/claims?undated=true");

        Assert.Contains(page.QuerySelectorAll(".chips a"), a => a.TextContent.Contains("date unknown", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("main article.claim .date"), d => Assert.Equal("date unknown", d.TextContent.Trim()));
    }

    [Fact]
    public async Task ALongFacetIsNarrowedByAnotherNameOfWhomItListsWithoutScript()
    {
        var page = await site.PageAsync("/claims?find-actor=ISPR");

        var names = page.QuerySelectorAll("[data-found] label span:not(.count)").Select(s => s.TextContent).ToList();
        var shown = page.QuerySelectorAll("#filters input[name=actor]").Select(i => i.GetAttribute("value")).ToList();
        Assert.Contains("ispr", shown);
        Assert.DoesNotContain("Afghan Taliban", names);
        Assert.Equal("ISPR", page.QuerySelector("input[name=find-actor]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("input[name=find-actor]")!.Closest("details[open]"));
    }

    [Fact]
    public async Task ALongFacetShowsItsFirstValuesAndALinkListsAllOfThem()
    {
        var page = await site.PageAsync("/claims?topic=airstrikes&actor=ispr");
        var link = page.QuerySelector("#filters a[href*='find-actor']")!;
        var whole = await site.PageAsync(link.GetAttribute("href")!);

        var few = page.QuerySelectorAll("#filters input[name=actor]");
        var all = whole.QuerySelectorAll("#filters input[name=actor]");
        Assert.InRange(few.Length, 2, 7);
        Assert.NotNull(page.QuerySelector("#filters input[name=actor][value=ispr][checked]"));
        Assert.Equal($"List all {all.Length}: Speaker", link.TextContent);
        Assert.Equal(all.Length, all.Select(box => box.GetAttribute("value")).Distinct().Count());
        Assert.Contains(all, box => box.HasAttribute("disabled"));
        Assert.Equal("", whole.QuerySelector("input[name=find-actor]")!.GetAttribute("value") ?? "");
        Assert.NotNull(whole.QuerySelector("#filters input[name=topic][value=airstrikes][checked]"));
    }

    [Fact]
    public async Task RepeatsAreFoldedUnderTheFirstAndCounted()
    {
        var plain = await site.PageAsync("/claims");
        var page = await site.PageAsync("/claims?group=repeats");

        var folded = page.QuerySelectorAll("details.repeats").ToList();
        Assert.NotEmpty(folded);
        Assert.Matches(@"^\d+ more places? with the same statement$", folded[0].QuerySelector("summary")!.TextContent);
        Assert.NotEmpty(folded[0].QuerySelectorAll("ol a[href^='/claims/']"));
        Assert.Contains("different statements", page.QuerySelector("p[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(plain.QuerySelectorAll("details.repeats"));
        Assert.NotNull(page.QuerySelector("#filters input[name=group][checked]"));
    }

    [Theory]
    [InlineData("Chaudhri", "q=Chaudhry")]
    [InlineData("zyzzyva Chaudhri", "q=Chaudhry")]
    [InlineData("strikes zyzzyva", "q=strikes")]
    [InlineData("\"border allegations zyzzyva\"", "q=border%20allegations")]
    [InlineData("soldierz", "q=soldie*")]
    public async Task WhereNothingHasTheWordsNearerOnesAreOffered(string typed, string expected)
    {
        var page = await site.PageAsync($"/claims?q={Uri.EscapeDataString(typed)}");

        Assert.Contains(page.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")!.Replace("%2A", "*", StringComparison.Ordinal)), href => href == $"/claims?{expected}");
    }

    [Fact]
    public async Task WordsThatNoClaimHasAreNamedAndThereIsNothingToSort()
    {
        var words = await site.PageAsync("/claims?q=zyzzyva");
        var filtered = await site.PageAsync("/claims?q=zyzzyva&side=pakistan");

        Assert.Equal("No claim has the words “zyzzyva”", words.QuerySelector(".empty h3")!.TextContent);
        Assert.Equal(["/claims"], words.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Nothing fits all of these filters", filtered.QuerySelector(".empty h3")!.TextContent);
        Assert.Null(words.QuerySelector("select[name=sort]"));
    }

    [Fact]
    public async Task WhereNothingHasAMistypedNameItsBearerIsOffered()
    {
        var page = await site.PageAsync("/claims?q=Chaudhri");

        Assert.Contains("/actors/ahmed-sharif-chaudhry", page.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")));
    }

    private static IEnumerable<string> Keys(IDocument page) => page.QuerySelectorAll("article.claim input[name=claims]").Select(i => i.GetAttribute("value")!);

    private static string SideOf(IElement claim) => claim.QuerySelector(".side-name")!.TextContent.Trim();
}
