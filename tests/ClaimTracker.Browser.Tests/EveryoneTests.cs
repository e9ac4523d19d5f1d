using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>Pages hold for people who look at them otherwise: in colours of their own, enlarged, on paper, without motion, in scripts that run from the right.</summary>
[Collection(OnTheSite.Name)]
public sealed class EveryoneTests(Site site)
{
    public static TheoryData<string> Pages => ["home", "claims", "claims in two columns", "a contested claim", "a dispute over figures", "compare, two sides", "statistics", "the article with most claims"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task InForcedColoursMarksOfChartsAndWordsStillShow(string page)
    {
        await using var visitor = await site.OpenAsync();
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));

        // What tells the sides apart is no colour alone: lines keep their kind, names their sign, marks of charts their fill.
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(
            """
            () => {
              const seen = e => e.checkVisibility({ contentVisibilityAuto: true });
              const lost = [];
              for (const card of document.querySelectorAll(".claim.side-b")) if (seen(card) && getComputedStyle(card).borderInlineEndStyle !== "double") lost.push("a card lost the line of its side");
              for (const name of document.querySelectorAll(".position .side-name")) if (seen(name) && !/[●◆▲]/.test(getComputedStyle(name, "::before").content)) lost.push(`${name.textContent} lost its sign`);
              const paper = getComputedStyle(document.body).backgroundColor;
              for (const mark of document.querySelectorAll(".chart .bar, .chart .mark:not(.open)")) if (getComputedStyle(mark).fill === paper) lost.push("a mark of a chart vanished in the paper");
              for (const said of document.querySelectorAll(".words .said")) if (seen(said) && getComputedStyle(said).fontWeight < 600) lost.push("the words of a claim no longer stand out");
              return [...new Set(lost)];
            }
            """));
    }

    /// <summary>At 200 % a window of 1,280 × 1,024 pixels is one of 640 × 512.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AtTwiceTheSizeNothingIsCutOffOrLiesOverSomethingElse(string page)
    {
        await using var visitor = await site.OpenAsync(new Window(Width: 640, Height: 512));
        await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));

        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(
            """
            () => {
              const page = document.documentElement, found = [];
              if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth} pixels wide`);
              for (const e of document.querySelectorAll("main :is(a, button, h1, h2, h3, blockquote, label, select)")) {
                if (!e.checkVisibility({ contentVisibilityAuto: true }) || e.closest(".visually-hidden, .against, .axis, svg")) continue;
                if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible") found.push(`cut off: ${e.textContent.trim().slice(0, 60)}`);
              }
              return found;
            }
            """));
        var link = visitor.Main.GetByRole(AriaRole.Link).Filter(new() { Visible = true }).First;
        await link.FocusAsync();
        await Expect(link).ToBeInViewportAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task OnPaperTheWordsStandAndTheControlsDoNot(string page)
    {
        await using var visitor = await site.OpenAsync(new Window(Theme: ColorScheme.Dark));
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));

        await Expect(visitor.Title.Or(visitor.Main.GetByRole(AriaRole.Heading)).First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeHiddenAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Expect(visitor.Main.GetByRole(AriaRole.Checkbox).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return Math.min(r, g, b) > 230; }"), "Paper is white, whatever the colours of the screen.");
    }

    [Fact]
    public async Task PagesMoveIntoEachOtherOnlyForThoseWhoLikeMotion()
    {
        const string Moves = "() => [...document.styleSheets].flatMap(s => [...s.cssRules]).some(function moves(r) { return r instanceof CSSViewTransitionRule ? true : r instanceof CSSMediaRule ? matchMedia(r.conditionText).matches && [...r.cssRules].some(moves) : [...r.cssRules ?? []].some(moves); })";
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/");

        Assert.False(await visitor.Page.EvaluateAsync<bool>(Moves));
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.True(await visitor.Page.EvaluateAsync<bool>(Moves));
    }

    [Fact]
    public async Task KeysJumpFromClaimToClaimWithoutMotionWhereMotionIsUnwelcome()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/claims");
        await visitor.Page.EvaluateAsync("() => { const own = Element.prototype.scrollIntoView; Element.prototype.scrollIntoView = function (how) { window.how = how?.behavior; own.call(this, how); }; }");

        await visitor.Page.Keyboard.PressAsync("j");

        Assert.Equal("auto", await visitor.Page.EvaluateAsync<string>("window.how"));
    }

    [Fact]
    public async Task PagesAreFetchedAheadByRulesThatLeaveTheApiAlone()
    {
        await using var visitor = await site.OpenAsync();
        var answer = await visitor.GoAsync("/claims");
        var address = (await answer.HeaderValueAsync("Speculation-Rules"))?.Trim('"');
        Assert.NotNull(address);

        var rules = await visitor.Page.APIRequest.GetAsync(new Uri(new Uri(visitor.Page.Url), address).ToString());

        Assert.Equal("application/speculationrules+json", rules.Headers["content-type"].Split(';')[0]);
        var (prefetch, excluded) = ((await rules.JsonAsync())!.Value.GetProperty("prefetch")[0], new List<string>());
        foreach (var part in prefetch.GetProperty("where").GetProperty("and").EnumerateArray())
            if (part.TryGetProperty("not", out var not))
                excluded.Add(not.GetProperty("href_matches").GetString()!);
        Assert.Contains("/api/*", excluded);
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>Urdu, Pashto and Dari, each beginning with a letter that runs from the right.</summary>
    [Theory]
    [InlineData("پاکستان نے الزامات مسترد کر دیے۔")]
    [InlineData("افغانستان دا تورونه رد کړل.")]
    [InlineData("سخنگو گفت که ۵۸ سرباز کشته شدند.")]
    public async Task AQuotationInAScriptThatRunsFromTheRightIsSetFromTheRightInsideAPageThatIsNot(string words)
    {
        await using var visitor = await site.OpenAsync();
        foreach (var (page, selector) in new[] { ("claims", ".words"), ("a contested claim", ".passage"), ("the article with most claims", ".para > p") })
        {
            await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));
            var quotation = visitor.Main.Locator(selector).First;
            Assert.Equal("ltr", await Direction(quotation));

            await quotation.EvaluateAsync("(e, words) => { e.textContent = words; }", words);

            Assert.Equal("rtl", await Direction(quotation));
            Assert.Equal("ltr", await Direction(visitor.Main));
            Assert.True(
                await quotation.EvaluateAsync<bool>("e => { const r = document.createRange(); r.selectNodeContents(e); const [words, box] = [r.getBoundingClientRect(), e.getBoundingClientRect()]; return box.right - words.right <= words.left - box.left + 1; }"),
                $"The words stand at the right edge of {selector}.");
        }

        static Task<string> Direction(ILocator element) => element.EvaluateAsync<string>("e => getComputedStyle(e).direction");
    }
}
