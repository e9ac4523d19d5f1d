using System.Net;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class DetailPagesTests(GoldSite site)
{
    [Fact]
    public async Task AccusationsWithoutAnAnswerAreCountedWhereQuestionsAreAndListedWhereTheLinkLeads()
    {
        var questions = await site.PageAsync("/disputes");
        var link = questions.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("no answer", StringComparison.Ordinal));

        var list = await site.PageAsync(link.GetAttribute("href")!);
        var one = await site.PageAsync(list.QuerySelector("[data-claim] a[href^='/claims/']")!.GetAttribute("href")!);

        var count = int.Parse(link.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(count, 1, 200);
        Assert.Contains(count.ToString(System.Globalization.CultureInfo.InvariantCulture), list.QuerySelector("[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(one.QuerySelectorAll(".opposed"));
    }

    [Fact]
    public async Task AClaimStandsInItsParagraphWithSourceCueAndContentNamed()
    {
        var page = await site.PageAsync($"/claims/{Gold.Key("003.c10")}");

        var passage = page.QuerySelector("blockquote.passage")!;
        Assert.Contains(passage.TextContent, Gold.Articles[3].Article.Text, StringComparison.Ordinal);
        Assert.Equal(["source", "cue", "content"], passage.QuerySelectorAll("mark[data-part]").Select(m => m.GetAttribute("data-part")).Order().Reverse());
        Assert.NotEmpty(passage.QuerySelectorAll("a.other"));
    }

    [Fact]
    public async Task WhatContradictsAClaimStandsBelowItWithTheReason()
    {
        var page = await site.PageAsync($"/claims/{Gold.Key("003.c12")}");

        var words = Gold.Articles[3].Claims.Single(c => c.Key == Gold.Key("003.c12"));
        Assert.NotNull(words);
        Assert.Contains(page.QuerySelectorAll(".opposed .claim"), c => c.TextContent.Contains("Pakistan", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".opposed .why a[href^='/disputes/']"));
    }

    [Fact]
    public async Task TheReaderKeepsEveryWordOfTheArticle()
    {
        var article = Gold.Articles[0].Article;

        var page = await site.PageAsync($"/articles/{article.Key}");

        foreach (var reference in page.QuerySelectorAll(".para a.ref"))
            reference.Remove();
        var shown = string.Concat(page.QuerySelectorAll(".para > p").Select(p => p.TextContent)).Where(c => !char.IsWhiteSpace(c));
        Assert.Equal(article.Text[article.Body.Start..article.Body.End].Where(c => !char.IsWhiteSpace(c)), shown);
    }

    [Fact]
    public async Task EveryClaimOfAnArticleIsMarkedNumberedAndNoted()
    {
        var analysis = Gold.Articles[1];

        var page = await site.PageAsync($"/articles/{analysis.Article.Key}");

        Assert.Equal(analysis.Claims.Count, page.QuerySelectorAll("mark[id^=c-]").Length);
        Assert.Equal(analysis.Claims.Count, page.QuerySelectorAll("li.note[id^=n-]").Length);
        Assert.Equal(analysis.Claims.Count, page.QuerySelectorAll("a.ref").Length);
        Assert.All(page.QuerySelectorAll(".notes-left .note"), n => Assert.Contains("side-a", n.ClassList));
        Assert.Contains("2 passages", page.QuerySelector(".boilerplate summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Post a Comment", string.Concat(page.QuerySelectorAll(".para").Select(p => p.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFigureDisputeShowsBothNumbersOnAnAxisAndFaceToFace()
    {
        var page = await site.PageAsync("/disputes/question-d4");

        Assert.Equal(["23", "58"], page.QuerySelectorAll("svg .value").Select(t => t.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("svg a[href^='/claims/']").Length);
        Assert.Contains("Pakistan", page.QuerySelector(".facing-row .cell.side-a article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("58", page.QuerySelector(".facing-row .cell.side-b article")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("table.mirror"));
        Assert.Contains("Two exact counts", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHomePageShowsTheStrongestQuestionsWithAQuotationOfEachSide()
    {
        var page = await site.PageAsync("/");

        var first = page.QuerySelector(".question")!;
        Assert.Equal(2, first.QuerySelectorAll("blockquote.words").Length);
        Assert.StartsWith("7 contested questions", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContradictionsStandFaceToFaceInAComparison()
    {
        var dispute = Gold.Comparisons.Disputes.Single(d => d.Slug == "question-d4");
        var keys = dispute.Positions.SelectMany(p => p.Claims);

        var page = await site.PageAsync("/compare?" + string.Join('&', keys.Select(k => $"claims={k}")));

        var row = page.QuerySelectorAll(".facing-row").Single(r => r.QuerySelector("article") is not null);
        Assert.NotNull(row.QuerySelector(".cell.side-a article"));
        Assert.NotNull(row.QuerySelector(".cell.side-b article"));
        Assert.Contains("number", row.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SumsAreWrittenOut()
    {
        var page = await site.PageAsync("/statistics");

        var sum = page.QuerySelectorAll(".sum").First(s => s.TextContent.Contains("4,729", StringComparison.Ordinal));
        Assert.Equal(["3,357", "+ 1,346", "+ 26", "4,729", "4,729"], sum.QuerySelectorAll("td").Select(td => td.TextContent.Trim()));
        Assert.Contains("Agrees exactly", sum.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActorsOfASideAndOfANameHaveListsOfTheirOwn()
    {
        var side = await site.PageAsync("/actors?side=afghanistan");
        var name = await site.PageAsync("/actors?q=ISPR&all=true");
        var nobody = await site.PageAsync("/actors?q=zyzzyva");

        Assert.All(side.QuerySelectorAll(".people small"), s => Assert.Contains("Afghanistan", s.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(side.QuerySelectorAll(".people small"));
        Assert.Contains(name.QuerySelectorAll(".people a"), a => a.GetAttribute("href") == "/actors/ispr");
        Assert.Empty(nobody.QuerySelectorAll(".people a"));
        Assert.Contains("Nobody is called so.", nobody.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiguresAreChosenByEventAndTopic()
    {
        var page = await site.PageAsync("/statistics");

        var choice = page.QuerySelectorAll(".choice a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!);
        Assert.Equal("/statistics?days=event&from=2025-10-12&to=2025-10-15", choice["October 2025 clashes"]);
        var clashes = await site.PageAsync(choice["October 2025 clashes"]);
        Assert.Contains(clashes.QuerySelectorAll(".value"), v => v.TextContent == "58");
        Assert.DoesNotContain(clashes.QuerySelectorAll(".value"), v => v.TextContent == "4,910");
        Assert.Contains(clashes.QuerySelectorAll(".chips a"), a => a.TextContent.Contains("October 2025 clashes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/claims/0123456789abcdef-1-2-3")]
    [InlineData("/articles/none")]
    [InlineData("/actors/nobody")]
    [InlineData("/disputes/nothing")]
    [InlineData("/sources/nowhere")]
    [InlineData("/no/such/page")]
    public async Task WhatIsNotThereSaysSoAndWhereToGoOn(string address)
    {
        using var response = await site.GetAsync(address);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("There is no such", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main .empty a[href]"));
    }
}
