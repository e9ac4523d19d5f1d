using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>How someone looks at the site.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
internal sealed record Window(int Width = 1280, int Height = 900, ColorScheme Theme = ColorScheme.Light, bool Script = true)
{
    public const int Phone = 390;
    public const int Desk = 1280;
}

/// <summary>Someone at a browser window of their own, with nothing kept from before.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Visitor(IBrowserContext context, IPage page, Uri site)
    {
        (_context, Page, _site) = (context, page, site);
        page.SetDefaultTimeout(10_000);
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !IsOwnNotFound(message), $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script error: {error}");
        page.Request += (_, request) => Note(!IsOwn(request.Url), $"request to another host: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 500, $"{response.Status} from {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>What a developer would have to look at: errors in the console or in script, requests to other hosts, answers of 500 and above.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<Visitor> OpenAsync(IBrowser browser, Uri site, Window window)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = window.Width, Height = window.Height },
            ColorScheme = window.Theme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = window.Script,
            Locale = "en-GB",
        });
        return new Visitor(context, await context.NewPageAsync(), site);
    }

    /// <summary>Opens an address of the site and returns its answer.</summary>
    public async Task<IResponse> GoAsync(string address) =>
        await Page.GotoAsync(address) ?? throw new InvalidOperationException($"{address} gave no answer.");

    /// <summary>Waits until a page whose address matches has loaded.</summary>
    public Task ArriveAsync([StringSyntax(StringSyntaxAttribute.Regex)] string address) => Page.WaitForURLAsync(new Regex(address));

    /// <summary>The one heading that says what the page is.</summary>
    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>The card of a claim: the article with its words in it.</summary>
    public ILocator Card(ClaimInfo claim) => Main.GetByRole(AriaRole.Article).Filter(new() { HasText = claim.FirstWords }).First;

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>Where the visitor is: path and query.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    /// <summary>On a phone the filters wait behind a link.</summary>
    public async Task ShowFiltersAsync()
    {
        var link = Main.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^(Filters|Change filters)") });
        if (await link.IsVisibleAsync())
            await link.ClickAsync();
    }

    /// <summary>Ticks a value of a facet, unfolding what it is folded in.</summary>
    public async Task TickAsync(string facet, string value)
    {
        var values = Page.GetByRole(AriaRole.Group, new() { Name = facet, Exact = true });
        var box = values.GetByLabel(value);
        if (!await box.IsVisibleAsync())
            await values.GetByText("more").ClickAsync();
        // Ticking can apply the filters at once: the box that was clicked is then gone with its page, and must not be asked again.
        await box.ClickAsync();
    }

    /// <summary>Goes from one tab stop to the next until the element has the focus, and sees to it that it shows.</summary>
    public async Task TabToAsync(ILocator element)
    {
        const int MostStops = 400;
        for (var stop = 0; stop < MostStops; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!await element.EvaluateAsync<bool>("e => e === document.activeElement"))
                continue;
            Assert.True(await element.EvaluateAsync<bool>("e => getComputedStyle(e).outlineStyle !== 'none'"), $"The focus does not show on {element}.");
            return;
        }

        Assert.Fail($"{MostStops} tab stops did not lead to {element}.");
    }

    /// <summary>The button that compares: in the tray where there is one, or below the claims.</summary>
    public ILocator CompareTheTicked => Page.GetByRole(AriaRole.Button, new() { Name = "Compare the ticked" }).Filter(new() { Visible = true }).Last;

    /// <summary>Opens everything that can be folded, so that what lies inside is looked at too.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    /// <summary>The quotations on the page, in their order.</summary>
    public Task<IReadOnlyList<string>> WordsAsync() => Main.Locator("q, blockquote").AllTextContentsAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>Chromium puts the page's own 404 into the console: tests look at the status, and ask for it.</summary>
    private bool IsOwnNotFound(IConsoleMessage message) =>
        message.Text.Contains("status of 404", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);

    private bool IsOwn(string url) => url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == _site.Authority;

    private void Note(bool isComplaint, string complaint)
    {
        if (isComplaint)
            _complaints.Enqueue(complaint);
    }
}
