using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CsvHelper;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class ExportTests(GoldSite site)
{
    [Theory]
    [InlineData("")]
    [InlineData("?side=afghanistan&statistics=true")]
    [InlineData("?q=border&sort=oldest")]
    [InlineData("?from=2025-11-01&to=2025-11-30&group=repeats")]
    public async Task EveryFormHoldsTheClaimsOfTheViewInItsOrder(string query)
    {
        var expected = await site.JsonAsync($"/api/v1/claims{query}{(query.Length == 0 ? "?" : "&")}pageSize=500");
        var keys = expected.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("key").GetString()).ToList();
        Assert.NotEmpty(keys);

        Assert.Equal(keys, (await RowsAsync($"/api/v1/claims.csv{query}")).Select(r => r["claim"]));
        Assert.Equal(keys, (await LinesAsync($"/api/v1/claims.jsonl{query}")).Select(l => l.GetProperty("key").GetString()));
        var graph = await site.JsonAsync($"/api/v1/claims.jsonld{query}");
        Assert.Equal(keys, graph.GetProperty("@graph").EnumerateArray().Select(c => c.GetProperty("identifier").GetString()));
    }

    [Fact]
    public async Task ARowHasTheWordsAsPrintedAndWhatWasConcluded()
    {
        var claim = (await site.JsonAsync("/api/v1/claims?statistics=true&act=asserts&sort=oldest")).GetProperty("items")[0];
        var key = claim.GetProperty("key").GetString();

        var row = Assert.Single(await RowsAsync("/api/v1/claims.csv"), r => r["claim"] == key);

        Assert.Equal(claim.GetProperty("content").GetString(), row["content"]);
        Assert.Equal(claim.GetProperty("passage").GetString(), row["sentence"]);
        Assert.Contains(row["speaker_written"], row["sentence"], StringComparison.Ordinal);
        Assert.Contains(row["cue_written"], row["sentence"], StringComparison.Ordinal);
        Assert.Equal(claim.GetProperty("speaker").GetProperty("name").GetString(), row["speaker"]);
        Assert.Equal(claim.GetProperty("url").GetString(), row["address"]);
        var figures = claim.GetProperty("statistics").EnumerateArray().Select(s => s.GetProperty("words").GetString()).ToList();
        Assert.NotEmpty(figures);
        Assert.Equal(figures, row["figures_written"].Split(" | "));
        Assert.Equal(figures.Count, row["figures_low"].Split(" | ").Length);
    }

    [Fact]
    public async Task ALineIsTheObjectThatTheApiGives()
    {
        var line = (await LinesAsync("/api/v1/claims.jsonl"))[0];

        var claim = await site.JsonAsync($"/api/v1/claims/{line.GetProperty("key").GetString()}");

        Assert.Equal(claim.GetRawText(), line.GetRawText());
    }

    [Fact]
    public async Task LinkedDataNamesEveryArticleOfAStatementAndTheFirst()
    {
        var repeat = (await site.JsonAsync("/api/v1/repeats")).GetProperty("items")[0].GetProperty("claims").EnumerateArray().ToList();
        var key = repeat[0].GetProperty("key").GetString();
        var articles = repeat.Select(c => c.GetProperty("article")).DistinctBy(a => a.GetProperty("key").GetString()).ToList();
        Assert.True(articles.Count > 1);

        var graph = await site.JsonAsync("/api/v1/claims.jsonld");

        Assert.Equal("https://schema.org", graph.GetProperty("@context")[0].GetString());
        var claim = graph.GetProperty("@graph").EnumerateArray().Single(c => c.GetProperty("identifier").GetString() == key);
        Assert.Equal("Claim", claim.GetProperty("@type").GetString());
        Assert.Equal(
            articles.Select(a => a.GetProperty("url").GetString()).Order(),
            claim.GetProperty("appearance").EnumerateArray().Select(a => a.GetProperty("@id").GetString()).Order());
        var earliest = articles.Select(a => a.GetProperty("published").GetProperty("date").GetString()).Where(d => d is not null).Min(StringComparer.Ordinal);
        Assert.Equal(earliest, claim.GetProperty("firstAppearance").GetProperty("datePublished").GetString());
        Assert.Equal(key, claim.GetProperty("record").GetProperty("key").GetString());
    }

    [Fact]
    public async Task AComparisonIsTakenAwayColumnByColumn()
    {
        var left = await site.JsonAsync("/api/v1/claims?side=pakistan&from=2025-11-01&to=2025-11-30&pageSize=500");
        var right = await site.JsonAsync("/api/v1/claims?side=afghanistan&from=2025-11-01&to=2025-11-30&pageSize=500");

        var rows = await RowsAsync("/api/v1/compare.csv?left=side:pakistan&right=side:afghanistan&from=2025-11-01&to=2025-11-30");
        var lines = await LinesAsync("/api/v1/compare.jsonl?left=side:pakistan&right=side:afghanistan&from=2025-11-01&to=2025-11-30");

        Assert.Equal(left.GetProperty("total").GetInt32(), rows.Count(r => r["column"] == "left"));
        Assert.Equal(right.GetProperty("total").GetInt32(), rows.Count(r => r["column"] == "right"));
        Assert.Equal(rows.Select(r => (r["column"], r["claim"])), lines.Select(l => (l.GetProperty("column").GetString()!, l.GetProperty("claim").GetProperty("key").GetString()!)));
    }

    [Fact]
    public async Task AClaimOfBothPartiesOfAComparisonStandsOnceAndLeft()
    {
        var rows = await RowsAsync("/api/v1/compare.csv?left=actor:ahmed-sharif-chaudhry&right=side:pakistan");

        Assert.Equal(rows.Count, rows.DistinctBy(r => r["claim"]).Count());
        Assert.All(rows, r => Assert.Equal(r["column"] == "left", r["speaker_id"] == "ahmed-sharif-chaudhry"));
    }

    [Fact]
    public async Task ClaimsThatWereTickedAreTakenAwayByTheSideOfWhoSpeaks()
    {
        string[] keys = [Gold.Key("003.c10"), Gold.Key("000.c1")];

        var rows = await RowsAsync($"/api/v1/compare.csv?claims={string.Join(',', keys)}");

        Assert.Equal(keys.Order(), rows.Select(r => r["claim"]).Order());
        Assert.All(rows, r => Assert.Equal(r["side"] switch { "pakistan" => "left", "afghanistan" => "right", _ => "below" }, r["column"]));
    }

    [Theory]
    [InlineData("claims.csv?side=pakistan&from=2025-11-01", "claims-side-pakistan-from-2025-11-01.csv")]
    [InlineData("claims.jsonl", "claims.jsonl")]
    [InlineData("claims.jsonld?q=%22at+the+border%22", "claims-q-at-the-border.jsonld")]
    [InlineData("compare.csv?left=side:pakistan&right=side:afghanistan", "compare-left-side-pakistan-right-side-afghanistan.csv")]
    public async Task AFileIsNamedAfterWhatWasAskedFor(string address, string name)
    {
        using var response = await site.GetAsync($"/api/v1/{address}");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("claims.csv?side=atlantis", "side")]
    [InlineData("claims.jsonld?from=yesterday", "from")]
    [InlineData("compare.csv", "claims")]
    [InlineData("compare.csv?left=side:pakistan", "claims")]
    [InlineData("compare.jsonl?claims=junk", "claims")]
    [InlineData("claims.atom?after=junk", "after")]
    public async Task AWrongParameterIsNamedAndNoFileIsBegun(string address, string parameter)
    {
        using var response = await site.GetAsync($"/api/v1/{address}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentDisposition);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Theory]
    [InlineData("/claims?side=pakistan&q=border", "/api/v1/claims.{0}?q=border&side=pakistan")]
    [InlineData("/compare?left=side:pakistan&right=side:afghanistan", "/api/v1/compare.{0}?left=side%3Apakistan&right=side%3Aafghanistan")]
    public async Task ThePageLeadsToItsFiles(string address, string file)
    {
        var page = await site.PageAsync(address);

        var links = page.QuerySelectorAll("section[aria-labelledby=take] a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href"));

        foreach (var (name, extension) in new[] { ("CSV", "csv"), ("JSON Lines", "jsonl"), ("JSON-LD", "jsonld") })
        {
            Assert.Equal(file.Replace("{0}", extension, StringComparison.Ordinal), links[name]);
            using var response = await site.GetAsync(links[name]!);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(string address) => Csv.Read(await BytesAsync(address));

    private async Task<List<JsonElement>> LinesAsync(string address) =>
        [.. System.Text.Encoding.UTF8.GetString(await BytesAsync(address)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private async Task<byte[]> BytesAsync(string address)
    {
        using var response = await site.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        return await response.Content.ReadAsByteArrayAsync();
    }
}
