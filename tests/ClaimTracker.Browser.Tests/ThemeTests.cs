using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>Light or dark: as the system has it, or as chosen, and then on every page.</summary>
[Collection(OnTheSite.Name)]
public sealed class ThemeTests(Site site)
{
    /// <summary>How light the page's ground is, 0 to 255.</summary>
    private const string Ground = "() => Math.max(...getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number))";

    [Fact]
    public async Task ThePageFollowsTheSystem()
    {
        await using var visitor = await site.OpenAsync(new Window(Theme: ColorScheme.Dark));

        await visitor.GoAsync("/");
        var dark = await visitor.Page.EvaluateAsync<double>(Ground);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await visitor.Page.EvaluateAsync<double>(Ground);

        Assert.InRange(dark, 0, 60);
        Assert.InRange(light, 230, 255);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AThemeOnceChosenLastsOnThePagesThatFollow(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        await visitor.GoAsync("/claims");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "dark", Exact = true }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "dark", Exact = true, Pressed = true })).ToBeVisibleAsync();
        Assert.Equal("/claims", visitor.Address);
        await visitor.GoAsync("/articles");

        Assert.InRange(await visitor.Page.EvaluateAsync<double>(Ground), 0, 60);
    }
}
