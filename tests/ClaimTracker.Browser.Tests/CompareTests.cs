using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>Two sides, speakers or outlets laid side by side, as a person does it.</summary>
[Collection(OnTheSite.Name)]
public sealed class CompareTests(Site site)
{
    [Theory]
    [InlineData(Window.Desk, ColorScheme.Light, true)]
    [InlineData(Window.Desk, ColorScheme.Dark, false)]
    [InlineData(Window.Phone, ColorScheme.Light, false)]
    [InlineData(Window.Phone, ColorScheme.Dark, true)]
    public async Task TwoSidesAreChosenInAFormAndStandSideBySideOrOneBelowTheOther(int width, ColorScheme theme, bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(width, Theme: theme, Script: script));

        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Compare" }).ClickAsync();
        await visitor.Main.GetByRole(AriaRole.Combobox, new() { Name = "One", Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Pakistan" });
        await visitor.Main.GetByRole(AriaRole.Combobox, new() { Name = "The other" }).SelectOptionAsync(new SelectOptionValue { Label = "Afghanistan" });
        await visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();

        await Assertions.Expect(visitor.Title).ToHaveTextAsync("Pakistan and Afghanistan");
        var row = visitor.Main.Locator(".joined").First;
        var left = await BoxAsync(row.Locator(".left .claim").First);
        var right = await BoxAsync(row.Locator(".right .claim").First);
        Assert.Equal(width == Window.Desk, left.X + left.Width <= right.X);
        Assert.Equal(width == Window.Phone, left.Y + left.Height <= right.Y);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task OnAPhoneEveryCardNamesItsSide()
    {
        await using var visitor = await site.OpenAsync(new Window(Window.Phone));

        await visitor.GoAsync("/compare?left=side:pakistan&right=side:afghanistan");

        foreach (var card in await visitor.Main.Locator(".facing .claim").AllAsync())
            await Assertions.Expect(card.Locator(".side-name").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ATopicOfBothIsOneClickAwayAndTheDisputeOneMore()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync("/compare?left=side:pakistan&right=side:afghanistan");
        await visitor.Main.GetByRole(AriaRole.Table, new() { Name = "Claims by topic" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.ArriveAsync("topic=");
        await visitor.Main.Locator(".joined .axis").First.GetByRole(AriaRole.Link).ClickAsync();

        await visitor.ArriveAsync("/disputes/");
    }

    [Fact]
    public async Task TheFormIsFilledInByKeyboardAlone()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/compare");

        await visitor.TabToAsync(visitor.Main.GetByRole(AriaRole.Combobox, new() { Name = "One", Exact = true }));
        await visitor.Page.Keyboard.TypeAsync("Pakistan");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync("Afghanistan");
        await visitor.TabToAsync(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }));
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Title).ToHaveTextAsync("Pakistan and Afghanistan");
    }

    [Fact]
    public async Task QuestionsAreNarrowedByKindWithAndWithoutScript()
    {
        foreach (var script in new[] { true, false })
        {
            await using var visitor = await site.OpenAsync(new Window(Script: script));
            await visitor.GoAsync("/disputes");

            await visitor.TickAsync("Kind", "different number");
            if (!script)
                await visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

            await visitor.ArriveAsync("kind=figure");
            await Assertions.Expect(visitor.Main.GetByText("1 contested question")).ToBeVisibleAsync();
        }
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) =>
        await element.BoundingBoxAsync() ?? throw new InvalidOperationException($"{element} is not shown.");
}
