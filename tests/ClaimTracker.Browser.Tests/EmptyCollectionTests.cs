using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>The program before anything was read: every page says so and what to do.</summary>
[Collection(OnTheSite.Name)]
public sealed class EmptyCollectionTests(Site site) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("claimtracker-empty-");
    private WebProgram? _program;

    public async Task InitializeAsync()
    {
        var articles = _data.CreateSubdirectory("articles");
        _program = await WebProgram.StartAsync(_data.FullName, Seeds.From(articles.FullName));
    }

    [Fact]
    public async Task EveryPageOfAnEmptyCollectionStandsAndHomeAndClaimsSayHowArticlesComeIn()
    {
        await using var visitor = await site.OpenAsync(_program!);

        foreach (var address in new[] { "/", "/claims", "/claims?view=columns", "/articles", "/actors", "/disputes", "/compare", "/statistics", "/sources", "/about" })
        {
            var answer = await visitor.GoAsync(address);
            Assert.True(answer.Status == 200, $"{address} answers {answer.Status}.");
            await Expect(visitor.Title).ToBeVisibleAsync();
            if (address is "/" or "/claims" or "/articles")
                await Expect(visitor.Main.GetByRole(AriaRole.Heading, new() { Name = "No articles yet" })).ToBeVisibleAsync();
        }

        Assert.Empty(visitor.Complaints);
    }

    public async Task DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
