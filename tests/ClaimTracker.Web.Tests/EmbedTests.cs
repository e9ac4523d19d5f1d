using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class EmbedTests(GoldSite site)
{
    private static string Key => Gold.Key("003.c10");

    [Fact]
    public async Task ACardAloneShowsTheWordsAndLeadsBack()
    {
        var claim = await site.JsonAsync($"/api/v1/claims/{Key}");

        var page = await site.PageAsync($"/embed/claims/{Key}");

        Assert.Equal(claim.GetProperty("passage").GetString(), page.QuerySelector("blockquote")!.TextContent);
        Assert.Single(page.QuerySelectorAll("article.claim"));
        Assert.Empty(page.QuerySelectorAll("script, form, input, nav"));
        Assert.NotEmpty(page.QuerySelectorAll($"a[href='/claims/{Key}']"));
        Assert.Equal("_blank", page.QuerySelector("base")!.GetAttribute("target"));
        Assert.Matches(@"^/site\.[a-z0-9]+\.css$", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task OnlyTheCardMayStandInAFrame()
    {
        using var card = await site.GetAsync($"/embed/claims/{Key}");
        Assert.Contains("frame-ancestors *", Policy(card), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Policy(card), StringComparison.Ordinal);
        Assert.False(card.Headers.Contains("X-Frame-Options"));

        foreach (var address in new[] { "/", "/claims", $"/claims/{Key}", "/embed", "/embed/claims", $"/claims/{Key}/citation.txt", "/api/v1/claims", "/theme", "/health" })
        {
            using var other = await site.GetAsync(address);
            Assert.Contains("frame-ancestors 'none'", Policy(other), StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(other.Headers.GetValues("X-Frame-Options")));
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?theme=dark", "dark")]
    [InlineData("?theme=light", "light")]
    [InlineData("?theme=%22%3E%3Cscript%3E", null)]
    public async Task ColoursAreTheReadersUnlessTheFramingPageAsksForOthers(string query, string? theme)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/embed/claims/{Key}{query}");
        request.Headers.Add("Cookie", "theme=light");

        using var response = await client.SendAsync(request);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(theme ?? "light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task AClaimThatIsNotThereSaysSoInItsFrame()
    {
        using var response = await site.GetAsync("/embed/claims/nothing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such claim", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", Policy(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheClaimsPageHasTheLineThatEmbedsIt()
    {
        var page = await site.PageAsync($"/claims/{Key}");
        var snippet = page.QuerySelectorAll("pre[data-copy]").Single(p => p.TextContent.StartsWith("<iframe", StringComparison.Ordinal)).TextContent;

        var frame = (await new HtmlParser().ParseDocumentAsync(snippet)).QuerySelector("iframe")!;

        Assert.NotEmpty(frame.GetAttribute("title")!);
        using var card = await site.GetAsync(new Uri(frame.GetAttribute("src")!).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, card.StatusCode);
    }

    private static string Policy(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
}
