using System.Net;

namespace ClaimTracker.Web.Tests;

public sealed class KeptAnswerTests
{
    [Theory]
    [InlineData("/articles")]
    [InlineData("/claims?q=words")]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims.atom")]
    public async Task AnAnswerIsMadeOnceAndAgainWhenTheDataHasChanged(string address)
    {
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("First", ["first words."])]);

        using var first = await site.GetAsync(address);
        using var again = await site.GetAsync(address);
        await site.StoreAsync([Crowd.Article("Second", ["second words."])]);
        using var changed = await site.GetAsync(address);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(again.Headers.Age);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Null(changed.Headers.Age);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        Assert.Contains("Second", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColoursAndCultureOfOneNeverReachAnother()
    {
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("First", ["first words."])]);

        for (var i = 0; i < 2; i++)
        {
            Assert.Contains("data-theme=\"system\"", await TextAsync(site, null, null), StringComparison.Ordinal);
            Assert.Contains("data-theme=\"dark\"", await TextAsync(site, "theme=dark", null), StringComparison.Ordinal);
            Assert.Contains("data-theme=\"light\"", await TextAsync(site, "theme=light", null), StringComparison.Ordinal);
            Assert.Contains("1 Jan 2026", await TextAsync(site, null, "en"), StringComparison.Ordinal);
            Assert.Contains("1 janv. 2026", await TextAsync(site, null, "fr"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PagesNameTheHostThatTheyWereAskedFrom()
    {
        using var site = new Site();
        var article = Crowd.Article("First", ["first words."]);
        await site.StoreAsync([article]);

        foreach (var host in new[] { "one.example", "two.example", "one.example" })
        {
            using var client = site.CreateClient(new() { BaseAddress = new Uri($"http://{host}") });
            var page = await client.GetStringAsync(new Uri($"/claims/{article.Claims[0].Key}", UriKind.Relative));
            Assert.Contains($"content=\"http://{host}/claims/", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheSameParametersInAnotherOrderAreAnotherAddress()
    {
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("First", ["first words."])]);

        foreach (var address in new[] { "/claims?q=first&sort=oldest", "/claims?sort=oldest&q=first" })
            Assert.Contains($"value=\"{address.Replace("&", "&amp;", StringComparison.Ordinal)}\"", await site.CreateClient().GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNotThereIsNotKept()
    {
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("First", ["first words."])]);

        foreach (var address in new[] { "/claims/nothing", "/claims/nothing", "/nowhere", "/nowhere", "/api/v1/claims?side=atlantis", "/api/v1/claims?side=atlantis" })
        {
            using var response = await site.GetAsync(address);
            Assert.InRange((int)response.StatusCode, 400, 404);
            Assert.Null(response.Headers.Age);
            Assert.Null(response.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("/claims")]
    [InlineData("/api/v1/claims")]
    [InlineData("/api/v1/claims.csv")]
    [InlineData("/api/v1/claims.atom")]
    [InlineData("/openapi/v1.json")]
    public async Task HeadIsGetWithoutTheBody(string address)
    {
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("First", ["first words."])]);
        using var client = site.CreateClient();

        using var head = await SendAsync(client, HttpMethod.Head, address);
        using var get = await SendAsync(client, HttpMethod.Get, address);
        using var after = await SendAsync(client, HttpMethod.Head, address);
        using var unchanged = await SendAsync(client, HttpMethod.Head, address, get.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
        Assert.Empty(await after.Content.ReadAsByteArrayAsync());
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Content.Headers.ContentDisposition, head.Content.Headers.ContentDisposition);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        return await client.SendAsync(request);
    }

    private static async Task<string> TextAsync(Site site, string? cookie, string? language)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/claims");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (language is not null)
            request.Headers.Add("Accept-Language", language);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
