using AngleSharp.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

/// <summary>Contested questions with what comparing found around them: look-alikes, shifts, copies.</summary>
public sealed class DisputePagesTests(DisputePagesTests.WithVerdicts site) : IClassFixture<DisputePagesTests.WithVerdicts>
{
    private static readonly Dispute Figures = Gold.Comparisons.Disputes.Single(d => d.Kind is DisputeKind.Figure);
    private static readonly string One = Figures.Positions[0].Claims[0];
    private static readonly string Other = Figures.Positions[1].Claims[0];

    [Fact]
    public async Task FacetsCountTheQuestionsThatEachOfTheirValuesWouldLeave()
    {
        var page = await site.PageAsync("/disputes");
        var one = await site.PageAsync("/disputes?kind=figure");

        var figure = Box(page, "kind", "figure");
        Assert.Equal("1", figure.Closest("label")!.QuerySelector(".count")!.TextContent);
        Assert.StartsWith("1 contested question", one.QuerySelector("[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.True(Box(one, "kind", "figure").HasAttribute("checked"));
        Assert.Equal(Count(page, "kind", "denial"), Count(one, "kind", "denial"));
        Assert.All(one.QuerySelectorAll("input[name=topic]:not([disabled])"), b => Assert.Contains(b.GetAttribute("value"), Figures.Topics));
    }

    [Fact]
    public async Task AMonthNarrowsToQuestionsAboutItsDays()
    {
        var page = await site.PageAsync("/disputes");
        var month = page.QuerySelector(".months a")!;

        var narrowed = await site.PageAsync(month.GetAttribute("href")!);

        Assert.StartsWith(month.ParentElement!.QuerySelector(".count")!.TextContent + " contested question", narrowed.QuerySelector("[aria-live=polite]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", narrowed.QuerySelector(".months a[aria-current]")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task EachFilterCanBeTakenAwayByItself()
    {
        var page = await site.PageAsync("/disputes?kind=figure&kind=blame&from=2025-01-01");

        Assert.Equal(
            ["/disputes?kind=blame&from=2025-01-01", "/disputes?kind=figure&from=2025-01-01", "/disputes?kind=figure&kind=blame", "/disputes"],
            page.QuerySelectorAll(".chips a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task WhereNothingFitsEachFilterWithoutWhichSomethingWouldIsOffered()
    {
        var page = await site.PageAsync("/disputes?kind=figure&from=1901-01-01&to=1901-12-31");

        var ways = page.QuerySelectorAll(".empty li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/disputes?kind=figure", "/disputes"], ways);
        Assert.NotEmpty((await site.PageAsync(ways[0])).QuerySelectorAll(".question"));
    }

    [Fact]
    public async Task ThirdPartiesHaveNoHeadWhereTheySayNothing()
    {
        var page = await site.PageAsync($"/disputes/{Figures.Slug}");

        Assert.Equal(["cell position left side-a", "cell position right side-b"], page.QuerySelectorAll(".heads > p").Select(p => p.ClassName));
    }

    [Fact]
    public async Task SeveralKindsAreOneSelection()
    {
        var page = await site.PageAsync("/disputes?kind=figure&kind=blame");

        var expected = Gold.Comparisons.Disputes.Count(d => d.Kind is DisputeKind.Figure or DisputeKind.Blame);
        Assert.Equal(expected, page.QuerySelectorAll(".question").Length);
    }

    [Fact]
    public async Task APageThatIsNotThereIsEmptyAndLeadsBack()
    {
        var page = await site.PageAsync("/disputes?page=0&kind=shouting");

        Assert.Equal(2, page.QuerySelectorAll(".notice li").Length);
        Assert.Equal(Gold.Comparisons.Disputes.Count, page.QuerySelectorAll(".question").Length);
    }

    [Fact]
    public async Task LookAlikesStandBelowWithTheReasonAndWithBothInTheirWords()
    {
        var page = await site.PageAsync($"/disputes/{Figures.Slug}");

        var section = Section(page, "Looks alike, but is not comparable");
        Assert.Contains("other people are counted", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, section.QuerySelectorAll("li q a[href^='/claims/']").Length);
        Assert.Equal(["side-a", "side-b"], section.QuerySelectorAll("li div > p").Select(p => p.ClassName));
    }

    [Fact]
    public async Task AListedQuestionNamesEachSideWithItsCountAboveItsQuotation()
    {
        var page = await site.PageAsync("/disputes?kind=figure");

        var heads = page.QuerySelector(".question .heads")!;
        Assert.Equal(["Pakistan 1 claim", "Afghanistan 1 claim"], heads.Children.Select(h => h.TextContent));
    }

    [Fact]
    public async Task TypingFindsASpeakerOfAQuestionByAnotherName()
    {
        var folded = (await site.PageAsync("/disputes?find-actor=*")).QuerySelectorAll("[data-found] input[name=actor]").Select(box => box.GetAttribute("value")).ToHashSet();
        var (actor, alias) = Gold.Dossier.Actors.Where(a => folded.Contains(a.Id))
            .SelectMany(a => a.Aliases.Where(alias => alias.Split(' ').All(w => !a.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(alias => (a, alias))).First();

        var page = await site.PageAsync($"/disputes?find-actor={Uri.EscapeDataString(alias)}");

        Assert.Contains(page.QuerySelectorAll("[data-found] input[name=actor]"), box => box.GetAttribute("value") == actor.Id);
    }

    [Fact]
    public async Task TheKeyOfTheStripsNamesTheSignsThatAreThere()
    {
        var all = await site.PageAsync("/statistics");
        var two = await site.PageAsync($"/disputes/{Figures.Slug}");

        var meanings = all.QuerySelectorAll(".signs li").Select(li => li.TextContent.Trim()).ToList();
        Assert.Contains("exact", meanings);
        Assert.Contains("at least, more than", meanings);
        Assert.Contains("12 replaced since by the same speaker", meanings);
        Assert.Equal("Each sign opens its claim.", two.QuerySelector(".signs")!.TextContent.Trim());
    }

    [Fact]
    public void WhatAPairHasInCommonIsSaidInTheDossiersWords()
    {
        var act = Gold.Dossier.Acts[0];
        var side = Gold.Dossier.Sides[0];
        var labels = new Labels(Gold.Dossier);

        var said = labels.Features([$"same act: {act.Id}", $"same group: {side.Id}", "same article", "figures: 1 against 2", "claims: 2, articles: 1"]);

        Assert.Equal([$"same act: {act.Name}", $"same group: {labels.Group(side.Id)}", "same article"], said);
    }

    [Fact]
    public async Task AQuestionsClaimsCanBeTakenAwayAsFiles()
    {
        var page = await site.PageAsync($"/disputes/{Figures.Slug}");

        var files = page.QuerySelectorAll(".take a[href^='/api/v1/compare.']").Select(a => a.TextContent);
        Assert.Equal(["CSV", "JSON Lines", "JSON-LD"], files);
    }

    [Fact]
    public async Task CopiesOfOneTextAreOneOrigin()
    {
        var dispute = Gold.Comparisons.Disputes.First(d => d.Positions.Any(p => p.Claims.Concat(p.Supporting).Select(c => c[..16]).Distinct().Count() > 1));

        var page = await site.PageAsync($"/disputes/{dispute.Slug}");

        var origins = page.QuerySelectorAll(".facts dt").Single(t => t.TextContent == "origins").NextElementSibling!;
        Assert.Contains("1 origin", origins.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2 origins", origins.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatASpeakerSaysDifferentlyStandsOnTheSpeakersPage()
    {
        var speaker = Gold.Articles.SelectMany(a => a.Claims).Single(c => c.Key == Other).Speaker.ActorId;

        var page = await site.PageAsync($"/actors/{speaker}");

        Assert.Contains("first 58, then 23", Section(page, "Says something else than before").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClaimNamesItsLookAlikesTheCopiesOfItsArticleAndWhatItsSpeakerSaidOtherwise()
    {
        var page = await site.PageAsync($"/claims/{One}");

        Assert.Contains("other people are counted", Section(page, "Looks alike, but is not comparable").TextContent, StringComparison.Ordinal);
        Assert.Contains("first 58, then 23", Section(page, "The same speaker at other times").TextContent, StringComparison.Ordinal);
        var repeats = Section(page, "Repeated elsewhere");
        Assert.Contains("nearly the same wording", repeats.TextContent, StringComparison.Ordinal);
        Assert.Equal(Gold.Articles.Count - 1, repeats.QuerySelectorAll("a[href^='/articles/'] cite").Length);
    }

    [Fact]
    public async Task AnOutletListsItsCopies()
    {
        var page = await site.PageAsync($"/sources/{Gold.Articles[0].Article.Source!.Id}");

        Assert.Equal(Gold.Articles.Count, Section(page, "Copies: the same text in several places").QuerySelectorAll("a[href^='/articles/']").Length);
        Assert.NotEmpty(Section(page, "Whose claims it carries").QuerySelectorAll("a[href^='/actors/']"));
    }

    [Fact]
    public async Task AFigureThatItsSpeakerReplacedIsHollowAndSaysSo()
    {
        var page = await site.PageAsync("/statistics");

        var replaced = page.QuerySelectorAll("svg a").Single(a => a.GetAttribute("aria-label")!.EndsWith("who has given another figure since", StringComparison.Ordinal));
        Assert.NotNull(replaced.QuerySelector(".mark.open"));
        Assert.Equal("58", replaced.QuerySelector(".replaced")!.TextContent);
    }

    [Fact]
    public async Task EveryClaimantHasAStripOfItsOwn()
    {
        var page = await site.PageAsync("/statistics");

        var row = page.QuerySelectorAll(".strip-row").Single(r => r.QuerySelector("h3 a") is not null);
        Assert.Equal(2, row.QuerySelectorAll(".lanes li").Length);
        Assert.All(row.QuerySelectorAll(".lanes li"), lane => Assert.Single(lane.QuerySelectorAll("svg a[href^='/claims/']")));
        Assert.All(page.QuerySelectorAll("svg a"), a => Assert.False(string.IsNullOrWhiteSpace(a.GetAttribute("aria-label"))));
    }

    private static IElement Section(IDocument page, string title) => page.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == title);

    private static IElement Box(IDocument page, string facet, string value) => page.QuerySelector($"input[name={facet}][value={value}]")!;

    private static string Count(IDocument page, string facet, string value) => Box(page, facet, value).Closest("label")!.QuerySelector(".count")!.TextContent;

    public sealed class WithVerdicts : Site, IAsyncLifetime
    {
        public Task InitializeAsync() => StoreAsync(Gold.Articles, Gold.Comparisons with
        {
            Disputes = [.. Gold.Comparisons.Disputes.Select((d, i) => d with { From = new(2025, 10 + (i % 2), 5), To = new(2025, 10 + (i % 2), 6) })],
            NotComparable = [new(Other, One, ApartReason.Group, "other people are counted")],
            Shifts = [new(ShiftKind.Lowered, "nobody", With("58"), With("23"), "the same speaker says less") { Difference = "first 58, then 23" }],
            Origins = [new([.. Gold.Articles.Select(a => a.Article.Key)], null, "nearly the same wording")],
        });

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        private static string With(string figure) => Figures.Positions.SelectMany(p => p.Claims).Single(key =>
            Gold.Articles.Any(a => a.Claims.Any(c => c.Key == key
                && c.Statistics.Any(id => a.Statistics.Any(s => s.Id == id && a.Article.Text[s.Span.Start..s.Span.End] == figure)))));
    }
}
