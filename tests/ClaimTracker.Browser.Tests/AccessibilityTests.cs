using ClaimTracker.Browser.Tests.Running;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>axe on every page, by the success criteria of WCAG 2.2 up to AA and axe's best practices.</summary>
[Collection(OnTheSite.Name)]
public sealed class AccessibilityTests(Site site)
{
    private static readonly int[] Widths = [Window.Phone, Window.Desk];

    /// <summary>Of the criteria only those about colours can come out differently in the dark; the others take most of the time.</summary>
    private static readonly (ColorScheme Theme, AxeRunOptions Criteria)[] Themes =
    [
        (ColorScheme.Light, Criteria("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")),
        (ColorScheme.Dark, Criteria("cat.color")),
    ];

    public static TheoryData<string> Pages => [.. SitePages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task AxeFindsNoViolationInEitherThemeOnPhoneAndDesk(string page)
    {
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));
        await visitor.UnfoldAsync();

        AssertNone(await ViolationsAsync(visitor.Page, page));
    }

    [Fact]
    public async Task AxeFindsNoViolationInTheListOfKeysAndTheTrayOfTickedClaims()
    {
        await using var visitor = await site.OpenAsync();
        await visitor.GoAsync("/claims");

        await visitor.Main.GetByRole(AriaRole.Checkbox, new() { Name = "compare" }).First.CheckAsync();
        var withTray = await ViolationsAsync(visitor.Page, "claims with the tray open");
        await visitor.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        var withKeys = await ViolationsAsync(visitor.Page, "claims with the list of keys open");

        AssertNone([.. withTray, .. withKeys]);
    }

    private static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, [$"axe found {violations.Count} violations:", .. violations]));

    /// <returns>A sentence for each place at which a rule is broken.</returns>
    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string name)
    {
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var (theme, criteria) in Themes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                var result = await page.RunAxe(criteria);
                found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(node =>
                    $"{name}, {theme}, {width} px: {v.Id} ({v.Impact}): {v.Help}, at {node.Target}: {node.Html}")));
            }
        }

        return found;
    }

    private static AxeRunOptions Criteria(params string[] tags) => new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. tags] },
        ResultTypes = [ResultType.Violations],
    };
}
