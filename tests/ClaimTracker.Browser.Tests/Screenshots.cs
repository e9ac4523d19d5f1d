using System.Globalization;
using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests;

/// <summary>Pictures of every page, to be looked at by people.</summary>
internal static class Screenshots
{
    /// <summary>In pixels. Below that, long lists repeat themselves, and the picture of a page would be too small to look at.</summary>
    private const int MostHeight = 4000;

    private static readonly int[] Widths = [Window.Phone, Window.Desk, 1920];
    private static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Writes a picture of each page for each width and theme, named after all three.</summary>
    public static async Task TakeAsync(Site site, string folder, TextWriter progress)
    {
        Directory.CreateDirectory(folder);
        await using var visitor = await site.OpenAsync();
        foreach (var name in SitePages.Names)
        {
            await visitor.GoAsync(SitePages.AddressOf(name, site.Collection));
            foreach (var width in Widths)
                foreach (var theme in Themes)
                    await TakeAsync(visitor.Page, Path.Combine(folder, FileName(name, width, theme)), width, theme);
            await progress.WriteLineAsync(name);
        }
    }

    /// <summary>Writes the pictures that the README shows: a contested figure, and claims of an event in two columns.</summary>
    public static async Task TakeForReadmeAsync(Site site, string folder)
    {
        const int Height = 860;
        Directory.CreateDirectory(folder);
        await using var visitor = await site.OpenAsync(new Window(Height: Height));
        foreach (var (name, address) in new[]
        {
            ("dispute", SitePages.AddressOf("a dispute over figures", site.Collection)),
            ("claims", SitePages.AddressOf("claims about an event", site.Collection)),
        })
        {
            await visitor.GoAsync(address);
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    private static async Task TakeAsync(IPage page, string file, int width, ColorScheme theme)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        // What is out of sight is not laid out: all that is pictured is brought into sight.
        await page.SetViewportSizeAsync(width, Math.Clamp(height, 900, MostHeight));
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.ScreenshotAsync(new() { Path = file });
    }

    private static string FileName(string name, int width, ColorScheme theme) => string.Create(
        CultureInfo.InvariantCulture, $"{name.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}-{width}-{theme}.png").ToLowerInvariant();
}
