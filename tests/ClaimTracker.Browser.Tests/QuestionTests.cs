using System.Text.RegularExpressions;
using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>“What do both sides say about Pakistani soldiers killed in October 2025?” is answered within three clicks.</summary>
[Collection(OnTheSite.Name)]
public sealed partial class QuestionTests(Site site)
{
    [Fact]
    public async Task FromHome()
    {
        await using var visitor = await site.OpenAsync();
        var clicks = 1;

        await visitor.GoAsync("/");
        var question = visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = SoldiersKilled() }).First;
        if (await question.CountAsync() == 0)
        {
            await visitor.Main.GetByRole(AriaRole.Link, new() { Name = "All contested questions" }).ClickAsync();
            clicks++;
        }

        await question.ClickAsync();

        await ExpectBothFiguresAsync(visitor);
        Assert.InRange(clicks, 1, 3);
    }

    [Fact]
    public async Task FromASearch()
    {
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("soldiers");
        await visitor.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = SoldiersKilled() }).First.ClickAsync();

        await ExpectBothFiguresAsync(visitor);
    }

    private static async Task ExpectBothFiguresAsync(Visitor visitor)
    {
        await Expect(visitor.Title).ToHaveTextAsync(SoldiersKilled());
        await Expect(visitor.Main.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new Regex(@"\b23\b") }).First).ToBeVisibleAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new Regex(@"\b58\b") }).First).ToBeVisibleAsync();
    }

    [GeneratedRegex("soldiers.* killed|killed .*soldiers", RegexOptions.IgnoreCase)]
    private static partial Regex SoldiersKilled();
}
