using System.Net;
using System.Text.Json;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ApiTests(GoldSite site)
{
    [Fact]
    public async Task ClaimsOfASpeakerInAMonthAreHisAlone()
    {
        var found = await JsonAsync("/api/v1/claims?actor=ahmed-sharif-chaudhry&from=2025-11-01&to=2025-11-30&pageSize=500");

        var items = found.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(found.GetProperty("total").GetInt32(), items.Count);
        Assert.All(items, c => Assert.Equal("ahmed-sharif-chaudhry", c.GetProperty("speaker").GetProperty("id").GetString()));
        Assert.Equal(2, items.Select(c => c.GetProperty("article").GetProperty("key").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task AClaimHasTheShapeThatWasPromised()
    {
        var key = Gold.Key("003.c10");

        var claim = await JsonAsync($"/api/v1/claims/{key}");

        Assert.Equal(key, claim.GetProperty("key").GetString());
        foreach (var name in new[] { "id", "name", "side" })
            Assert.True(claim.GetProperty("speaker").TryGetProperty(name, out _), name);
        foreach (var name in new[] { "key", "title", "source", "published" })
            Assert.True(claim.GetProperty("article").TryGetProperty(name, out _), name);
        foreach (var name in new[] { "act", "content", "contentDenied", "saidOn", "eventDate", "statistics", "topics", "url" })
            Assert.True(claim.TryGetProperty(name, out _), name);
        Assert.EndsWith($"/claims/{key}", claim.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepeatsNameEveryPlaceOfAStatement()
    {
        var found = await JsonAsync("/api/v1/repeats");

        Assert.NotEqual(0, found.GetProperty("total").GetInt32());
        Assert.All(found.GetProperty("items").EnumerateArray(), r => Assert.True(r.GetProperty("claims").GetArrayLength() > 1));
    }

    [Fact]
    public async Task ArithmeticIsWrittenOut()
    {
        var found = await JsonAsync("/api/v1/arithmetic");

        Assert.Equal(found.GetProperty("total").GetInt32(), found.GetProperty("items").GetArrayLength());
        Assert.Contains(found.GetProperty("items").EnumerateArray(), a => a.GetProperty("why").GetString()!.Contains('+', StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheMatrixHasACellForEverySpeakerAndGroup()
    {
        var found = await JsonAsync("/api/v1/matrix");

        var matrix = found.GetProperty("items").EnumerateArray().First();
        var columns = matrix.GetProperty("columns").GetArrayLength();
        Assert.All(matrix.GetProperty("rows").EnumerateArray(), r => Assert.Equal(columns, r.GetProperty("cells").GetArrayLength()));
    }

    [Fact]
    public async Task ActsAreNamedAsTheCommandLineNamesThem()
    {
        var found = await JsonAsync("/api/v1/claims?act=calls_for");

        Assert.NotEqual(0, found.GetProperty("total").GetInt32());
        Assert.All(found.GetProperty("items").EnumerateArray(), c => Assert.Equal("calls_for", c.GetProperty("act").GetString()));
    }

    [Fact]
    public async Task FacetsCountWhatTheOtherFiltersLeave()
    {
        var found = await JsonAsync("/api/v1/claims?side=pakistan");

        var sides = found.GetProperty("facets").GetProperty("side").EnumerateArray().ToDictionary(v => v.GetProperty("value").GetString()!, v => v);
        Assert.Equal(110, sides["pakistan"].GetProperty("count").GetInt32());
        Assert.Equal(19, sides["afghanistan"].GetProperty("count").GetInt32());
        Assert.True(sides["pakistan"].GetProperty("selected").GetBoolean());
        Assert.Equal("Pakistan", sides["pakistan"].GetProperty("label").GetString());
    }

    [Fact]
    public async Task SidesAreAnyOfThoseAsked()
    {
        var both = await JsonAsync("/api/v1/claims?side=pakistan&side=afghanistan");

        Assert.Equal(129, both.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task PagesFollowEachOtherWithoutGapOrRepetition()
    {
        var keys = new List<string>();
        string? next = null;
        do
        {
            var page = await JsonAsync("/api/v1/claims?pageSize=40" + (next is null ? "" : $"&after={Uri.EscapeDataString(next)}"));
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("key").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        Assert.Equal(148, keys.Count);
        Assert.Equal(148, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("claims?from=yesterday", "from")]
    [InlineData("claims?to=2025-13-01", "to")]
    [InlineData("claims?actor=nobody", "actor")]
    [InlineData("claims?side=atlantis", "side")]
    [InlineData("claims?source=nowhere", "source")]
    [InlineData("claims?topic=weather", "topic")]
    [InlineData("claims?place=atlantis", "place")]
    [InlineData("claims?article=none", "article")]
    [InlineData("claims?act=shouts", "act")]
    [InlineData("claims?after=junk", "after")]
    [InlineData("claims?pageSize=0", "pageSize")]
    [InlineData("claims?pageSize=501", "pageSize")]
    [InlineData("claims?pageSize=many", "pageSize")]
    [InlineData("claims?from=2025-12-01&to=2025-11-01", "from")]
    [InlineData("statistics?statistics=perhaps", "statistics")]
    [InlineData("disputes?kind=quarrel", "kind")]
    [InlineData("disputes?actor=nobody", "actor")]
    [InlineData("actors?all=perhaps", "all")]
    public async Task AWrongParameterIsABadRequestThatNamesIt(string address, string parameter)
    {
        using var response = await site.GetAsync($"/api/v1/{address}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out var sentences));
        Assert.NotEqual(0, sentences.GetArrayLength());
    }

    [Theory]
    [InlineData("claims/none")]
    [InlineData("articles/none")]
    [InlineData("actors/none")]
    [InlineData("disputes/none")]
    [InlineData("nothing")]
    public async Task WhatIsNotThereIsAProblemToo(string address)
    {
        using var response = await site.GetAsync($"/api/v1/{address}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("articles", 5)]
    [InlineData("disputes", 7)]
    [InlineData("statistics", 29)]
    [InlineData("sources", 5)]
    public async Task ListsSayHowManyThereAre(string address, int total)
    {
        var list = await JsonAsync($"/api/v1/{address}?pageSize=500");

        Assert.Equal(total, list.GetProperty("total").GetInt32());
        Assert.Equal(total, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task AnArticleComesWithTheTextThatItsSpansPointInto()
    {
        var key = Gold.Articles[1].Article.Key;

        var article = await JsonAsync($"/api/v1/articles/{key}");

        var text = article.GetProperty("text").GetString()!;
        Assert.All(article.GetProperty("claims").EnumerateArray(), claim =>
        {
            var words = claim.GetProperty("contentSpans").EnumerateArray().Select(s => text[s[0].GetInt32()..s[1].GetInt32()]);
            Assert.Equal(claim.GetProperty("content").GetString(), string.Join(" … ", words));
        });
    }

    [Fact]
    public async Task OpenApiDescribesEveryAddressAndParameter()
    {
        var document = await JsonAsync("/openapi/v1.json");

        var paths = document.GetProperty("paths");
        foreach (var path in new[] { "claims", "claims/{key}", "articles", "actors", "disputes", "statistics" })
            Assert.True(paths.TryGetProperty($"/api/v1/{path}", out _), path);
        var parameters = paths.GetProperty("/api/v1/claims").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(p => p.GetProperty("name").GetString()).ToList();
        foreach (var name in new[] { "side", "actor", "source", "topic", "from", "to", "statistics", "q", "after", "pageSize" })
            Assert.Contains(name, parameters);
    }

    [Fact]
    public async Task HealthSaysWhatIsThere()
    {
        var health = await JsonAsync("/health");

        Assert.Equal("Healthy", health.GetProperty("status").GetString());
    }

    private Task<JsonElement> JsonAsync(string address) => site.JsonAsync(address);
}
