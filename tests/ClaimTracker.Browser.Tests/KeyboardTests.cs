using System.Text.RegularExpressions;
using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>Everything can be reached and done without a pointer, and one always sees where one is.</summary>
[Collection(OnTheSite.Name)]
public sealed class KeyboardTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheWayFromHomeToAComparisonCanBeWalkedWithTabSpaceAndEnter(bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(Script: script));
        var keyboard = visitor.Page.Keyboard;

        await visitor.GoAsync("/");
        await visitor.TabToAsync(visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).GetByRole(AriaRole.Link).First);
        await keyboard.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/disputes/"));
        foreach (var claim in await TickableAsync(visitor, 2))
        {
            await visitor.TabToAsync(claim);
            await keyboard.PressAsync("Space");
            await Expect(claim).ToBeCheckedAsync();
        }

        await visitor.TabToAsync(visitor.CompareTheTicked);
        await keyboard.PressAsync("Enter");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/compare\\?claims=.+&claims=.+"));
        await Expect(visitor.Main.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task TheFirstTabStopLeadsPastTheNavigation()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/claims");

        await visitor.Page.Keyboard.PressAsync("Tab");
        var skip = visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Main).ToBeFocusedAsync();
    }

    [Fact]
    public async Task KeysStepThroughTheClaimsOpenThemAndTickThem()
    {
        await using var visitor = await site.OpenAsync();
        var keyboard = visitor.Page.Keyboard;
        var cards = visitor.Main.GetByRole(AriaRole.Article);
        await visitor.GoAsync("/claims");

        await keyboard.PressAsync("j");
        await Expect(cards.Nth(0)).ToBeFocusedAsync();
        await keyboard.PressAsync("j");
        await Expect(cards.Nth(1)).ToBeFocusedAsync();
        await keyboard.PressAsync("k");
        await Expect(cards.Nth(0)).ToBeFocusedAsync();
        await keyboard.PressAsync("c");
        await Expect(cards.Nth(0).GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await keyboard.PressAsync("o");

        await Expect(visitor.Page).ToHaveURLAsync(new Regex("/claims/[0-9a-f]"));
    }

    [Fact]
    public async Task SlashGoesToTheSearchAndAQuestionMarkShowsTheKeys()
    {
        await using var visitor = await site.OpenAsync();
        var keyboard = visitor.Page.Keyboard;
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await visitor.GoAsync("/disputes");

        await keyboard.PressAsync("?");
        await Expect(dialog).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("j?");

        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("j?");
    }

    private static async Task<IReadOnlyList<ILocator>> TickableAsync(Visitor visitor, int count)
    {
        var boxes = await visitor.Main.GetByRole(AriaRole.Article).GetByRole(AriaRole.Checkbox).AllAsync();
        Assert.True(boxes.Count >= count, $"Expected {count} claims to tick, found {boxes.Count}.");
        return [.. boxes.Take(count)];
    }
}
