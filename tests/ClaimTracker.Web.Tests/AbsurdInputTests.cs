using System.Reflection;
using System.Text;
using System.Text.Json;
using ClaimTracker.Web.Addresses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests;

/// <summary>Every address that the program has and every parameter that it reads, taken from the program itself: what is added is tried too.</summary>
[Collection(GoldSite.Name)]
public sealed class AbsurdInputTests(GoldSite site)
{
    private const string Markup = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

    /// <summary>As they stand in a query: escaped, and some escaped wrongly.</summary>
    private static readonly string[] Junk =
    [
        Uri.EscapeDataString(Markup), Uri.EscapeDataString("'; DROP TABLE claims; --"), "-1", "99999999999999999999", "0", "%00", "%0D%0ASet-Cookie:%20a=b", "%1B%07%7F",
        "%EF%BF%BF%E2%80%AE", "..%2F..%2Fetc%2Fpasswd", "%22(*NEAR%2FOR%20AND%20NOT*)%22", "%", "%zz", "%C3%28", "%ED%A0%80", "%u0041", "1%20OR%201%3D1", "%F0%9F%8E%BA", "true",
        "2025-11-25", "2025-02-30", "9999-12-31", "0001-01-01", "[object%20Object]", "", new string('x', 10_000), string.Concat(Enumerable.Repeat("%22", 3_000)),
    ];

    [Fact]
    public async Task EveryAddressTakesEveryParameterWithJunkInAllOfThem()
    {
        var (routes, names) = (Routes(), await NamesAsync());

        List<string> wrong = [];
        foreach (var route in routes)
        {
            foreach (var junk in Junk)
                wrong.AddRange(await ProblemsAsync(Filled(route), $"?{string.Join('&', names.Select(n => $"{n}={junk}"))}"));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("{0}={1}")]
    [InlineData("{0}=%C3%28%zz%00&{0}=-1&{1}={0}&{0}")]
    public async Task EveryAddressTakesEachParameterAlone(string query)
    {
        List<string> wrong = [];
        foreach (var route in Routes())
        {
            foreach (var name in await NamesAsync())
                wrong.AddRange(await ProblemsAsync(Filled(route), $"?{query.Replace("{0}", name, StringComparison.Ordinal).Replace("{1}", Uri.EscapeDataString(Markup), StringComparison.Ordinal)}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task EveryAddressTakesJunkInThePlaceOfAKey()
    {
        List<string> wrong = [];
        foreach (var route in Routes().Where(r => r.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var junk in Junk.Select(Uri.UnescapeDataString).Append(Markup).Where(j => j.Length > 0 && !j.Contains('/', StringComparison.Ordinal)))
                wrong.AddRange(await ProblemsAsync(Replaced(route, junk), "", expectNothing: true));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task WhatIsTriedIsWhatTheProgramHas()
    {
        var (routes, names) = (Routes(), await NamesAsync());

        foreach (var route in new[] { "/", "/claims", "/compare", "/api", "/api/v1/claims.csv", "/embed/claims/{key}", "/claims/{key}/citation.bib" })
            Assert.Contains(route, routes, StringComparer.OrdinalIgnoreCase);
        Assert.Contains(routes, r => r.StartsWith("/openapi/", StringComparison.Ordinal));
        foreach (var name in new[] { "side", "after", "pageSize", "left", "reason", "find-actor" })
            Assert.Contains(name, names);
    }

    private List<string> Routes() =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is not false)
            .Select(e => $"/{e.RoutePattern.RawText!.Trim('/')}").Distinct(StringComparer.Ordinal)];

    /// <summary>What addresses of pages can have, and what the description of the API names.</summary>
    private async Task<List<string>> NamesAsync()
    {
        var described = (await site.JsonAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .SelectMany(o => o.Value.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray()] : new List<JsonElement>())
            .Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!);
        var known = typeof(Parameters).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToList();
        return [.. known.Concat(new[] { Parameters.Actor, Parameters.Place, Parameters.Side }.Select(Parameters.Find)).Concat(described).Append("theme").Append("culture").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The address of something that is there.</summary>
    private static string Filled(string route) => route switch
    {
        _ when route.Contains("articles/", StringComparison.Ordinal) => Replaced(route, Gold.Articles[1].Article.Key),
        _ when route.Contains("actors/", StringComparison.Ordinal) => Replaced(route, "ahmed-sharif-chaudhry"),
        _ when route.Contains("disputes/", StringComparison.Ordinal) => Replaced(route, Gold.Comparisons.Disputes[0].Slug),
        _ when route.Contains("sources/", StringComparison.Ordinal) => Replaced(route, Gold.Articles[0].Article.Source!.Id),
        _ when route.Contains("documentName", StringComparison.Ordinal) => Replaced(route, "v1"),
        _ => Replaced(route, Gold.Key("003.c10")),
    };

    private static string Replaced(string route, string value)
    {
        var open = route.IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? route : $"{route[..open]}{value}{route[(route.IndexOf('}', open) + 1)..]}";
    }

    /// <summary>What is wrong with the answer to an address that is sent as it stands, which no client of HTTP does.</summary>
    private async Task<IReadOnlyList<string>> ProblemsAsync(string path, string query, bool expectNothing = false)
    {
        var http = await site.Server.SendAsync(c =>
        {
            c.Request.Method = HttpMethods.Get;
            c.Request.Scheme = "http";
            c.Request.Host = new HostString("localhost");
            c.Request.Path = new PathString(path);
            c.Request.QueryString = new QueryString(query);
        });
        using var reader = new StreamReader(http.Response.Body, Encoding.UTF8);
        var (text, status, type) = (await reader.ReadToEndAsync(), http.Response.StatusCode, http.Response.ContentType ?? "");
        var at = $"{path[..Math.Min(80, path.Length)]}{query[..Math.Min(80, query.Length)]}: {status}";
        List<string> wrong = [];
        if (status >= 500 || (expectNothing && status is < 400))
            wrong.Add(at);
        if (text.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || text.Contains("<img src=x", StringComparison.OrdinalIgnoreCase))
            wrong.Add($"{at} echoes markup");
        if (http.Response.Headers.ContainsKey("Set-Cookie") || http.Response.Headers.Any(h => h.Value.ToString().AsSpan().ContainsAny('\r', '\n')))
            wrong.Add($"{at} echoes headers");
        if (status >= 400 && !type.StartsWith("application/problem+json", StringComparison.Ordinal) && !(type.StartsWith("text/html", StringComparison.Ordinal) && text.Contains("<h1", StringComparison.Ordinal)))
            wrong.Add($"{at} says nothing useful ({type})");
        return wrong;
    }
}
