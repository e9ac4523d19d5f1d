using System.Text.RegularExpressions;
using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>Filters are chosen as people choose them: by dragging, clicking, typing, ticking.</summary>
[Collection(OnTheSite.Name)]
public sealed class FilterTests(Site site)
{
    [Fact]
    public async Task DraggingOverBarsOfTheTimelineChoosesTheDaysFromTheFirstToTheLast()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/claims");
        var bars = Bars(visitor);
        var (first, last) = (await bars.Nth(1).BoundingBoxAsync(), await bars.Nth(3).BoundingBoxAsync());
        var (from, to) = (await DayAsync(bars.Nth(1), "from"), await DayAsync(bars.Nth(3), "to"));

        await visitor.Page.Mouse.MoveAsync(first!.X + first.Width / 2, first.Y + first.Height / 2);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(last!.X + last.Width / 2, first.Y + first.Height / 2, new() { Steps = 5 });
        await visitor.Page.Mouse.UpAsync();

        await visitor.ArriveAsync($"from={from}&to={to}$");
        var found = await Collection.ClaimsAsync(site.Program.Http, $"from={from}&to={to}");
        await Expect(visitor.Main.GetByText($"{found.Count} claims").First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByLabel("from", new() { Exact = true })).ToHaveValueAsync(from);
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ABarThatIsClickedOpensItsDaysWithAndWithoutScript(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        await visitor.GoAsync("/claims");
        var bar = Bars(visitor).Nth(2);
        var (from, to) = (await DayAsync(bar, "from"), await DayAsync(bar, "to"));

        await bar.ClickAsync();

        await visitor.ArriveAsync($"from={from}&to={to}$");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ASpeakerIsFoundByAnotherNameInTheLongList(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        await visitor.GoAsync("/claims");
        var speakers = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Speaker", Exact = true });

        await speakers.GetByRole(AriaRole.Searchbox).FillAsync("ISPR");
        if (!script)
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(speakers.GetByRole(AriaRole.Status)).ToContainTextAsync("found");
        await Expect(speakers.GetByLabel("Inter-Services Public Relations")).ToBeVisibleAsync();
        if (script)
            Assert.Equal("/claims", visitor.Address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AllSpeakersAreListedWhereTheirLinkIsFollowed(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        await visitor.GoAsync("/claims");
        var speakers = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Speaker", Exact = true });
        await Expect(speakers.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(6);
        var link = speakers.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(@"^List all \d+ ?: Speaker$") });
        var number = int.Parse((await link.TextContentAsync())![9..^9], System.Globalization.CultureInfo.InvariantCulture);

        await link.ClickAsync();

        await Expect(speakers.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(number);
        if (script)
            await Expect(speakers.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task AfterATickTheKeyboardGoesOnFromTheSameBoxAndThePageStaysWhereItWas()
    {
        await using var visitor = await site.OpenAsync(new Window(Height: 500));
        await visitor.GoAsync("/claims");
        var box = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Only", Exact = true }).GetByLabel("contested");

        await box.FocusAsync();
        var top = await visitor.Page.EvaluateAsync<int>("Math.round(scrollY)");
        await visitor.Page.Keyboard.PressAsync("Space");
        await visitor.ArriveAsync("disputed=true");

        await Expect(box).ToBeFocusedAsync();
        Assert.InRange(await visitor.Page.EvaluateAsync<int>("Math.round(scrollY)"), top - 5, top + 5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RepeatsAreFoldedAndTheirGroupOpens(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        await visitor.GoAsync("/claims");

        await visitor.Page.GetByLabel("each statement once").CheckAsync();
        if (!script)
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await visitor.ArriveAsync("group=repeats");
        var group = visitor.Main.GetByRole(AriaRole.Article).Filter(new() { HasText = "more place" }).First;
        await group.GetByText(new Regex("more place")).ClickAsync();

        await Expect(group.GetByRole(AriaRole.List).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    /// <summary>Of the weeks, without the one that gathers what is earlier.</summary>
    private static ILocator Bars(Visitor visitor) => visitor.Main.GetByRole(AriaRole.Group, new() { NameRegex = new Regex("^Claims over time") }).GetByRole(AriaRole.Link);

    private static async Task<string> DayAsync(ILocator bar, string end) =>
        System.Web.HttpUtility.ParseQueryString((await bar.GetAttributeAsync("href"))!.Split('?')[1])[end]!;
}
