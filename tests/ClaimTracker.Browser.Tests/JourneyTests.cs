using ClaimTracker.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClaimTracker.Browser.Tests;

/// <summary>The way that people take: from what is contested to the words in their article, then to the claims of one speaker, side by side.</summary>
[Collection(OnTheSite.Name)]
public sealed class JourneyTests(Site site)
{
    private const string Actor = "ahmed-sharif-chaudhry";
    private const string From = "2025-11-01";
    private const string To = "2025-11-30";

    [Theory]
    [InlineData(Window.Desk, true)]
    [InlineData(Window.Phone, true)]
    [InlineData(Window.Desk, false)]
    [InlineData(Window.Phone, false)]
    public async Task AVisitorFollowsADisputeToItsArticleThenFiltersByActorAndDateAndComparesTwoClaims(int width, bool script)
    {
        await using var visitor = await site.OpenAsync(new Window(width, Script: script));

        await visitor.GoAsync("/");
        var dispute = await OpenFirstDisputeAsync(visitor);
        var claim = await ReadBothSidesAsync(visitor, dispute);
        await OpenInArticleAsync(visitor, claim);
        var claims = await FilterAsync(visitor, script);
        await CompareAsync(visitor, claims);

        Assert.Empty(visitor.Complaints);
    }

    private async Task<DisputeInfo> OpenFirstDisputeAsync(Visitor visitor)
    {
        var question = visitor.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).GetByRole(AriaRole.Link).First;
        var words = await question.InnerTextAsync();
        await question.ClickAsync();
        await Expect(visitor.Title).ToHaveTextAsync(words);
        return site.Collection.Disputes.Single(d => visitor.Address == $"/disputes/{d.Slug}");
    }

    /// <returns>The last claim of those read.</returns>
    private static async Task<ClaimInfo> ReadBothSidesAsync(Visitor visitor, DisputeInfo dispute)
    {
        var positions = dispute.Positions.Where(p => p.Claims.Count > 0).ToList();
        Assert.True(positions.Count >= 2, $"“{dispute.Question}” has claims for {positions.Count} positions.");
        foreach (var position in positions)
            await Expect(visitor.Card(position.Claims[0])).ToBeVisibleAsync();
        return positions[^1].Claims[0];
    }

    private static async Task OpenInArticleAsync(Visitor visitor, ClaimInfo claim)
    {
        await visitor.Card(claim).GetByRole(AriaRole.Link, new() { Name = "In its paragraph" }).ClickAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Blockquote).First).ToContainTextAsync(claim.FirstWords);
        await visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Read on in the article" }).ClickAsync();
        await visitor.ArriveAsync($"/articles/{claim.Article.Key}#");
        var words = visitor.Page.Locator($"[id='{new Uri(visitor.Page.Url).Fragment[1..]}']");
        await Expect(words).ToBeInViewportAsync();
        await Expect(words).ToContainTextAsync(claim.FirstWords[..Math.Min(20, claim.FirstWords.Length)]);
    }

    /// <returns>What the API says that the filter finds.</returns>
    private async Task<IReadOnlyList<ClaimInfo>> FilterAsync(Visitor visitor, bool script)
    {
        var actor = site.Collection.Actors.Single(a => a.Id == Actor);
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Claims" }).ClickAsync();
        await visitor.ArriveAsync("/claims$");

        await visitor.ShowFiltersAsync();
        await visitor.TickAsync("Speaker", actor.Name);
        await AppliedAsync($"actor={Actor}");
        await visitor.Page.GetByLabel("from", new() { Exact = true }).FillAsync(From);
        await AppliedAsync($"from={From}");
        await visitor.Page.GetByLabel("to", new() { Exact = true }).FillAsync(To);
        if (!script)
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await visitor.ArriveAsync($"(?=.*actor={Actor})(?=.*from={From})(?=.*to={To})");

        var found = await Collection.ClaimsAsync(site.Program.Http, $"actor={Actor}&from={From}&to={To}");
        await Expect(visitor.Main.GetByRole(AriaRole.Article)).ToHaveCountAsync(found.Count);
        foreach (var card in await visitor.Main.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading).AllTextContentsAsync())
            Assert.StartsWith(actor.Name, card, StringComparison.Ordinal);
        return found;

        // With script a filter applies itself at once; without, all of them wait for the button.
        async Task AppliedAsync(string parameter)
        {
            if (!script)
                return;
            await visitor.ArriveAsync(parameter);
            await visitor.ShowFiltersAsync();
        }
    }

    private static async Task CompareAsync(Visitor visitor, IReadOnlyList<ClaimInfo> claims)
    {
        ClaimInfo[] ticked = [claims[0], claims[^1]];
        foreach (var claim in ticked)
            await visitor.Page.Locator($"input[value='{claim.Key}']").CheckAsync();
        await visitor.CompareTheTicked.ClickAsync();
        await visitor.ArriveAsync("/compare\\?");
        foreach (var claim in ticked)
            await Expect(visitor.Card(claim)).ToBeVisibleAsync();
        await Expect(visitor.Main.GetByRole(AriaRole.Article)).ToHaveCountAsync(ticked.Length);
    }
}
