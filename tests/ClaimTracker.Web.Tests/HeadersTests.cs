using System.Net;
using System.Net.Http.Headers;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class HeadersTests(GoldSite site)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/claims")]
    [InlineData("/nowhere")]
    public async Task EveryAnswerIsKeptFromRunningAnythingButItsOwnFiles(string address)
    {
        using var response = await site.GetAsync(address);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/claims")]
    [InlineData("/api/v1/claims")]
    public async Task AnUnchangedAnswerIsNotSentTwice(string address)
    {
        using var first = await site.GetAsync(address);
        using var client = site.CreateClient();
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task APageInOtherColoursIsAnotherAnswer()
    {
        using var light = await site.GetAsync("/");
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "theme=dark");
        request.Headers.IfNoneMatch.Add(light.Headers.ETag!);

        using var dark = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, dark.StatusCode);
        Assert.Contains("data-theme=\"dark\"", await dark.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheChoiceOfColoursIsKeptAndLeadsBackToThePage()
    {
        using var response = await ChooseAsync("dark", "/claims?q=a");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/claims?q=a", response.Headers.Location?.ToString());
        Assert.StartsWith("theme=dark;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    public async Task TheChoiceOfColoursNeverLeadsElsewhere(string back)
    {
        using var response = await ChooseAsync("light", back);

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task FilesHaveNamesThatChangeWithTheirContentAndMayBeKeptForGood()
    {
        var page = await site.PageAsync("/");
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var script = page.QuerySelector("script[src]")!.GetAttribute("src")!;

        Assert.Matches(@"^/site\.[a-z0-9]+\.css$", style);
        Assert.Matches(@"^/site\.[a-z0-9]+\.js$", script);
        using var file = await site.GetAsync(style);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData("site.css", 40_000)]
    [InlineData("site.js", 10_000)]
    public void FilesStaySmall(string name, int most) =>
        Assert.InRange(new FileInfo(Repository.PathOf("src", "ClaimTracker.Web", "wwwroot", name)).Length, 1, most);

    private async Task<HttpResponseMessage> ChooseAsync(string theme, string back)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["theme"] = theme, ["back"] = back });
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return await client.PostAsync(new Uri("/theme", UriKind.Relative), form);
    }
}
