using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ApiDescriptionTests(GoldSite site)
{
    [Fact]
    public async Task EveryEndpointOfTheApiIsDescribed()
    {
        var described = (await OperationsAsync()).Select(o => o.Path).ToHashSet();

        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => $"/{e.RoutePattern.RawText!.Trim('/')}")
            .Where(r => r.StartsWith("/api/v1/", StringComparison.Ordinal) || r.Contains("/citation.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, r => Assert.Contains(r, described));
    }

    [Fact]
    public async Task EveryParameterSaysWhatItIsAndHasAnExampleThatTheEndpointTakes()
    {
        var operations = await OperationsAsync();
        Assert.NotEmpty(operations);

        foreach (var (path, operation) in operations)
        {
            foreach (var parameter in Parameters(operation))
            {
                var name = parameter.GetProperty("name").GetString()!;
                Assert.True(parameter.TryGetProperty("description", out var description) && description.GetString() is { Length: > 0 }, $"{path}: {name}");
                if (!parameter.TryGetProperty("example", out var example))
                {
                    // Where the collection has but one page, no other page begins anywhere.
                    Assert.True(name == "after", $"{path}: {name} has no example");
                    continue;
                }

                if (parameter.GetProperty("in").GetString() == "path")
                    continue;
                var value = example.ValueKind is JsonValueKind.Array ? example[0].ToString() : example.ToString();
                var address = $"{Filled(path, operation)}?{name}={Uri.EscapeDataString(example.ValueKind is JsonValueKind.True ? "true" : value)}{Needed(path, name)}";
                using var response = await site.GetAsync(address);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {(int)response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task EveryEndpointShowsWhatItAnswersAndHowItRefuses()
    {
        foreach (var (path, operation) in await OperationsAsync())
        {
            Assert.True(operation.GetProperty("summary").GetString() is { Length: > 0 }, path);
            var responses = operation.GetProperty("responses");
            Assert.True(HasExample(responses.GetProperty("200")), path);
            Assert.True(responses.GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _), path);
            if (path.Contains('{', StringComparison.Ordinal))
                Assert.True(HasExample(responses.GetProperty("404")), path);
            if (Parameters(operation).Exists(p => p.GetProperty("name").GetString() == "pageSize"))
                Assert.True(HasExample(responses.GetProperty("400")), path);
        }
    }

    [Fact]
    public async Task EveryParameterThatAViewOfClaimsHasIsDescribed()
    {
        var view = new ClaimView
        {
            Filter = new()
            {
                Sides = ["a"],
                Actors = ["a"],
                Sources = ["a"],
                Topics = ["a"],
                Places = ["a"],
                Acts = [ClaimAct.Denies],
                Quotations = [QuotationKind.Direct],
                Articles = ["a"],
                Days = ClaimDays.Event,
                From = new(2025, 1, 1),
                To = new(2025, 1, 1),
                Undated = true,
                WithStatistics = true,
                Disputed = true,
                Text = "a",
                Sort = ClaimSort.Oldest,
                Group = ClaimGrouping.Repeats,
            },
            After = "a",
            PageSize = 7,
        };

        var described = Parameters((await OperationsAsync()).Single(o => o.Path == "/api/v1/claims").Operation).Select(p => p.GetProperty("name").GetString());

        Assert.Equal(ClaimAddress.Write(view).Select(p => p.Key).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ListsComeInPagesThatMissNothing()
    {
        foreach (var (path, operation) in await OperationsAsync())
        {
            if (!Parameters(operation).Exists(p => p.GetProperty("name").GetString() == "after") || path.EndsWith(".atom", StringComparison.Ordinal))
                continue;
            var whole = await site.JsonAsync($"{path}?pageSize=500");
            var size = Math.Max(1, whole.GetProperty("items").GetArrayLength() / 3);
            var (items, next) = (new List<string>(), (string?)null);
            do
            {
                var page = await site.JsonAsync($"{path}?pageSize={size}{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}");
                if (whole.TryGetProperty("total", out var total))
                    Assert.Equal(total.GetInt32(), page.GetProperty("total").GetInt32());
                items.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
                next = page.GetProperty("next").GetString();
            }
            while (next is not null);

            Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()), items);
            using var junk = await site.GetAsync($"{path}?after=junk");
            Assert.True(junk.StatusCode == HttpStatusCode.BadRequest, path);
            using var many = await site.GetAsync($"{path}?pageSize=501");
            Assert.True(many.StatusCode == HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task ThePageForPeopleShowsEveryEndpointAndItsExamplesWork()
    {
        var page = await site.PageAsync("/api");

        Assert.Equal((await OperationsAsync()).Select(o => o.Path).Order(), page.QuerySelectorAll("h2 code").Select(c => c.TextContent).Order());
        var examples = page.QuerySelectorAll("section.api a:has(code)").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(page.QuerySelectorAll("section.api").Length, examples.Count);
        foreach (var address in examples)
        {
            using var response = await site.GetAsync(address);
            Assert.True(response.StatusCode == HttpStatusCode.OK, address);
        }

        Assert.NotNull((await site.PageAsync("/")).QuerySelector("footer a[href='/api']"));
    }

    [Fact]
    public async Task AnEmptyCollectionIsDescribedToo()
    {
        using var empty = new Site();

        var document = await empty.JsonAsync("/openapi/v1.json");

        Assert.Equal((await OperationsAsync()).Count, document.GetProperty("paths").EnumerateObject().Count());
        Assert.NotEmpty((await empty.PageAsync("/api")).QuerySelectorAll("section.api"));
    }

    /// <summary>A comparison needs both parties.</summary>
    private static string Needed(string path, string name) => path.Contains("/compare.", StringComparison.Ordinal) && name != "claims"
        ? string.Concat(new[] { ("left", "side:pakistan"), ("right", "side:afghanistan") }.Where(p => p.Item1 != name).Select(p => $"&{p.Item1}={p.Item2}")) : "";

    private static string Filled(string path, JsonElement operation) => Parameters(operation).Where(p => p.GetProperty("in").GetString() == "path")
        .Aggregate(path, (text, p) => text.Replace($"{{{p.GetProperty("name").GetString()}}}", p.GetProperty("example").GetString(), StringComparison.Ordinal));

    private static bool HasExample(JsonElement response) => response.GetProperty("content").EnumerateObject().Any(c => c.Value.TryGetProperty("example", out _));

    private static List<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray()] : [];

    private async Task<List<(string Path, JsonElement Operation)>> OperationsAsync() =>
        [.. (await site.JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Value)))];
}
