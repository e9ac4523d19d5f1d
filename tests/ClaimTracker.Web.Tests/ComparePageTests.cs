using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ComparePageTests(GoldSite site)
{
    private const string Sides = "left=side:pakistan&right=side:afghanistan";

    [Fact]
    public async Task WithoutAChoiceThePageOffersSidesSpeakersAndOutletsAndWhatBothSidesSpeakOf()
    {
        var page = await site.PageAsync("/compare");

        var form = Form(page);
        Assert.Equal(["Sides", "Speakers", "Outlets"], form.QuerySelectorAll("select[name=left] optgroup").Select(g => g.GetAttribute("label")));
        Assert.Equal("get", form.Method);
        Assert.NotEmpty(page.QuerySelectorAll("table.shared a[href^='/compare?left=side%3Apakistan&right=side%3Aafghanistan&topic=']"));
    }

    [Fact]
    public async Task TwoSidesStandAtTheirPlacesHoweverTheyAreAskedFor()
    {
        var page = await site.PageAsync("/compare?left=side:afghanistan&right=side:pakistan");

        Assert.Equal("Pakistan and Afghanistan", page.QuerySelector("h1")!.TextContent);
        var heads = page.QuerySelectorAll(".heads")[0];
        Assert.Contains("Pakistan", heads.QuerySelector(".left")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("side-a", heads.QuerySelector(".left")!.ClassList);
        Assert.Contains("Afghanistan", heads.QuerySelector(".right")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".facing-row .left .claim"), c => Assert.Contains("side-a", c.ClassList));
        Assert.All(page.QuerySelectorAll(".facing-row .right .claim"), c => Assert.Contains("side-b", c.ClassList));
    }

    [Fact]
    public async Task SharedTopicsComeFirstThenContradictionsThenDays()
    {
        var page = await site.PageAsync($"/compare?{Sides}");

        Assert.Equal(["What both speak of", "Where they contradict each other", "The rest, day by day"],
            page.QuerySelectorAll("main section.section > h2").Select(h => h.TextContent).Where(t => t != "Figures for the same"));
        var numbers = page.QuerySelectorAll("table.shared tbody tr").Select(tr => tr.QuerySelectorAll("td > span").Min(Number)).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
    }

    [Fact]
    public async Task AContradictionIsJoinedAndSaysTheDifferenceInWords()
    {
        var page = await site.PageAsync($"/compare?{Sides}");

        var row = page.QuerySelectorAll(".facing-row.joined").Single(r => r.QuerySelector(".difference") is not null);
        Assert.Equal("58 against 23", row.QuerySelector(".difference")!.TextContent);
        Assert.Equal("Different number", row.QuerySelector(".verdict")!.TextContent);
        Assert.NotNull(row.QuerySelector(".axis a[href^='/disputes/']"));
        Assert.Contains("23", row.QuerySelector(".left blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("58", row.QuerySelector(".right blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommonFiguresStandOnAStripAndInOneTable()
    {
        var page = await site.PageAsync($"/compare?{Sides}");

        var section = page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "Figures for the same");
        Assert.All(section.QuerySelectorAll("svg a"), a => Assert.False(string.IsNullOrEmpty(a.GetAttribute("aria-label"))));
        Assert.Contains("58", section.QuerySelectorAll("tbody th").Select(th => th.TextContent));
    }

    [Fact]
    public async Task TopicAndPeriodNarrowBothColumnsAndStandInTheTitle()
    {
        var page = await site.PageAsync($"/compare?{Sides}&topic={Gold.Dossier.Topics[0].Id}&from=2025-10-01&to=2025-10-31");

        Assert.Equal($"Pakistan and Afghanistan: {Gold.Dossier.Topics[0].Name}, 1–31 Oct 2025", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll(".facing time"), t => Assert.StartsWith("2025-10", t.GetAttribute("datetime"), StringComparison.Ordinal));
        Assert.Equal("2025-10-01", Form(page).QuerySelector("input[name=from]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll(".take a[href^='/api/v1/compare.csv?left=side%3Apakistan&right=side%3Aafghanistan&topic=']"));
    }

    [Fact]
    public async Task TwoOutletsHaveColumnsOfTheirOwnAndEveryCardNamesItsSide()
    {
        var sources = Gold.Articles.Select(a => a.Article.Source!.Id).Distinct().Take(2).ToList();

        var page = await site.PageAsync($"/compare?left=source:{sources[0]}&right=source:{sources[1]}");

        Assert.Empty(page.QuerySelectorAll(".facing.headed"));
        Assert.NotEmpty(page.QuerySelectorAll(".facing-row .left .claim, .facing-row .right .claim"));
        Assert.All(page.QuerySelectorAll(".facing .claim"), c => Assert.NotNull(c.QuerySelector(".side-name")));
    }

    [Theory]
    [InlineData("left=side:pakistan&right=side:pakistan", "one and the same")]
    [InlineData("left=side:pakistan&right=actor:nobody", "nobody here is called")]
    [InlineData("left=everybody", "expected a side")]
    public async Task WhatCannotBeComparedSaysWhyAndOffersTheChoice(string query, string words)
    {
        var page = await site.PageAsync($"/compare?{query}");

        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(Form(page));
    }

    [Fact]
    public async Task AnEmptyPeriodSaysSoAndLeadsOn()
    {
        var page = await site.PageAsync($"/compare?{Sides}&from=1901-01-01&to=1901-12-31");

        Assert.Equal("Nothing from either of them", page.QuerySelector(".empty h2")!.TextContent);
        Assert.NotNull(page.QuerySelector(".empty a[href='/compare?left=side%3Apakistan&right=side%3Aafghanistan']"));
        Assert.Null(page.QuerySelector(".take"));
    }

    [Fact]
    public async Task TheSideOfAComparedSpeakerStandsInTheHead()
    {
        var page = await site.PageAsync("/compare?left=actor:pakistan-military&right=actor:afghan-taliban");

        var heads = page.QuerySelector(".heads")!;
        Assert.Contains("Pakistan\u00A0· ", heads.QuerySelector(".left")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Afghanistan\u00A0· ", heads.QuerySelector(".right")!.TextContent, StringComparison.Ordinal);
    }

    private static IHtmlFormElement Form(IDocument page) => (IHtmlFormElement)page.QuerySelector("form.pair")!;

    private static int Number(IElement element) => int.Parse(element.TextContent, System.Globalization.CultureInfo.InvariantCulture);
}
