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
        (ColorScheme.Light, Criteria("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")),
        (ColorScheme.Dark, Criteria("rule", "color-contrast", "link-in-text-block")),
    ];

    /// <summary>Cards far below are laid out when they are reached; until then they are as high as cards usually are, and what is in them lies over the next one.</summary>
    private const string ReadToTheEnd = """
        async () => {
          const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
            scrollTo({ top: y, behavior: 'instant' });
            await painted();
          }
          scrollTo({ top: 0, behavior: 'instant' });
          await painted();
        }
        """;

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

    /// <returns>A sentence for each rule that is broken.</returns>
    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string name)
    {
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync(ReadToTheEnd);
            foreach (var (theme, criteria) in Themes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                var result = await page.RunAxe(criteria);
                Assert.Contains(result.Passes.Concat(result.Violations), rule => rule.Id == "color-contrast");
                found.AddRange(result.Violations.Select(v => Sentence($"{name}, {theme}, {width} px", v)));
            }
        }

        return found;
    }

    private static string Sentence(string where, AxeResultItem violation)
    {
        const int MostPlaces = 5;
        var places = violation.Nodes.Take(MostPlaces).Select(node => $"{Environment.NewLine}    {node.Target}: {node.Html}");
        return $"{where}: {violation.Id} ({violation.Impact}) in {violation.Nodes.Length} places: {violation.Help}{string.Concat(places)}";
    }

    private static AxeRunOptions Criteria(string type, params string[] values) => new()
    {
        RunOnly = new RunOnlyOptions { Type = type, Values = [.. values] },
        ResultTypes = [ResultType.Violations],
    };
}
