using System.Text.RegularExpressions;
using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>“What do both sides say about Pakistani soldiers killed in October 2025?” is answered within three clicks, however one looks at the site.</summary>
[Collection(OnTheSite.Name)]
public sealed partial class QuestionTests(Site site)
{
    private const int MostClicks = 3;
    private const string Event = "October 2025 clashes";

    public static TheoryData<int, bool, ColorScheme> Windows => new()
    {
        { Window.Desk, true, ColorScheme.Light },
        { Window.Phone, true, ColorScheme.Dark },
        { Window.Desk, false, ColorScheme.Dark },
        { Window.Phone, false, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task FromHome(int width, bool script, ColorScheme theme)
    {
        await using var visitor = await site.OpenAsync(new Window(width, Theme: theme, Script: script));
        var clicks = 0;

        await visitor.GoAsync("/");
        var question = visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = SoldiersKilled() }).First;
        if (await question.CountAsync() == 0)
            await ClickAsync(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "All contested questions" }));
        await ClickAsync(question);

        await ExpectTheQuestionAsync(visitor);
        Assert.InRange(clicks, 1, MostClicks);

        Task ClickAsync(ILocator link)
        {
            clicks++;
            return link.ClickAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task FromASearch(int width, bool script, ColorScheme theme)
    {
        await using var visitor = await site.OpenAsync(new Window(width, Theme: theme, Script: script));

        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("soldiers");
        await visitor.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = SoldiersKilled() }).First.ClickAsync();

        await ExpectTheQuestionAsync(visitor);
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task ByTheEventOnThePageOfClaims(int width, bool script, ColorScheme theme)
    {
        await using var visitor = await site.OpenAsync(new Window(width, Theme: theme, Script: script));

        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Claims" }).ClickAsync();
        await visitor.ShowFiltersAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = Event, Exact = true }).ClickAsync();

        await Expect(visitor.Main.GetByRole(AriaRole.Link, new() { Name = $"Remove {Event}" })).ToBeVisibleAsync();
        await ExpectBothFiguresAsync(visitor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithTheKeyboardAlone(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        var keyboard = visitor.Page.Keyboard;

        await visitor.GoAsync("/");
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Searchbox));
        await keyboard.TypeAsync("soldiers");
        await keyboard.PressAsync("Enter");
        await visitor.ArriveAsync("q=soldiers");
        await visitor.TabToAsync(visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = SoldiersKilled() }).First);
        await keyboard.PressAsync("Enter");

        await ExpectTheQuestionAsync(visitor);
    }

    private static async Task ExpectTheQuestionAsync(Visitor visitor)
    {
        await Expect(visitor.Title).ToHaveTextAsync(SoldiersKilled());
        await ExpectBothFiguresAsync(visitor);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task ExpectBothFiguresAsync(Visitor visitor)
    {
        await Expect(visitor.Main.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new Regex(@"\b23\b") }).First).ToBeVisibleAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new Regex(@"\b58\b") }).First).ToBeVisibleAsync();
    }

    [GeneratedRegex("soldiers.* killed|killed .*soldiers", RegexOptions.IgnoreCase)]
    private static partial Regex SoldiersKilled();
}
