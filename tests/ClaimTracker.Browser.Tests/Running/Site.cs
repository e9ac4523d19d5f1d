using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>The program with the repository's seeds read, and one browser: shared by all tests, since both take seconds to start.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("claimtracker-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebProgram? _program;

    /// <summary>What the program has to show.</summary>
    internal Collection Collection { get; private set; } = null!;

    internal WebProgram Program => _program ?? throw new InvalidOperationException("The site was not started.");

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async Task InitializeAsync()
    {
        var browser = LaunchAsync();
        _program = await WebProgram.StartAsync(_data.FullName);
        await _program.RunOfStartAsync();
        Collection = await Collection.ReadAsync(_program.Http);
        await browser;
    }

    internal Task<Visitor> OpenAsync(Window? window = null) => OpenAsync(Program, window);

    /// <summary>A visitor of another program than the shared one.</summary>
    internal Task<Visitor> OpenAsync(WebProgram program, Window? window = null) => Visitor.OpenAsync(Browser, program.Address, window ?? new Window());

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_program is not null)
            await _program.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await ChromiumBrowser.LaunchAsync(_playwright);
    }
}

/// <summary>Tests that share the <see cref="Site"/>; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnTheSite : ICollectionFixture<Site>
{
    public const string Name = "On the site";
}
