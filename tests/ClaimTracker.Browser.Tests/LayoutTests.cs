using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

/// <summary>Pages fit windows from the narrowest phone to the widest desk.</summary>
[Collection(OnTheSite.Name)]
public sealed class LayoutTests(Site site)
{
    /// <summary>The innermost elements that stick out of the window to the right, but for those in a box that scrolls by itself; none where the page fits.</summary>
    private const string SticksOut =
        """
        () => {
          const page = document.documentElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          const scrolls = e => e && e !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
          const out = e => e.getBoundingClientRect().right > page.clientWidth + 0.5 && !scrolls(e.parentElement);
          return [...document.body.querySelectorAll("*")]
            .filter(e => out(e) && ![...e.children].some(out))
            .map(e => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} to ${Math.round(e.getBoundingClientRect().right)}: ${e.textContent.trim().slice(0, 60)}`)
            .concat(`the page is ${page.scrollWidth} wide`);
        }
        """;

    private static readonly int[] Widths = [320, Window.Phone, 640, Window.Desk, 2560];

    public static TheoryData<string> Pages => [.. SitePages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task NothingScrollsSidewaysAtAnyWidth(string page)
    {
        var found = new List<string>();
        await using var visitor = await site.OpenAsync();

        await visitor.GoAsync(SitePages.AddressOf(page, site.Collection));
        found.AddRange(await SticksOutAsync(visitor, "as it opens"));
        await visitor.UnfoldAsync();
        found.AddRange(await SticksOutAsync(visitor, "unfolded"));

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, [$"{page} is wider than its window:", .. found]));
    }

    private static async Task<IReadOnlyList<string>> SticksOutAsync(Visitor visitor, string state)
    {
        var found = new List<string>();
        foreach (var width in Widths)
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            found.AddRange((await visitor.Page.EvaluateAsync<string[]>(SticksOut)).Select(what => $"{width} px, {state}: {what}"));
        }

        return found;
    }
}
