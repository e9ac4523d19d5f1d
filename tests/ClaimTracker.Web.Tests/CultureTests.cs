using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class CultureTests(GoldSite site)
{
    private static readonly string[] ForReaders = ["aria-label", "title", "content", "alt", "placeholder", "value"];

    public static TheoryData<string> Pages =>
        ["/", "/claims", "/claims?view=columns", "/statistics", "/disputes", $"/disputes/{Gold.Comparisons.Disputes[0].Slug}", "/actors", "/actors/ahmed-sharif-chaudhry",
            "/articles", $"/articles/{Gold.Articles[1].Article.Key}", "/sources", "/about", $"/claims/{Gold.Key("003.c10")}", "/compare?left=side:pakistan&right=side:afghanistan"];

    [Theory]
    [InlineData("de-DE,de;q=0.9", "25 Nov. 2025")]
    [InlineData("fr", "25 nov. 2025")]
    [InlineData("en-GB", "25 Nov 2025")]
    [InlineData("en-US,en;q=0.5", "25 Nov 2025")]
    [InlineData("xx-YY, tlh", "25 Nov 2025")]
    [InlineData("ur-PK, sv;q=0.5", "25 nov. 2025")]
    [InlineData("ps", "25 Nov 2025")]
    [InlineData("th-TH", "25 Nov 2025")]
    [InlineData("*", "25 Nov 2025")]
    [InlineData(";;q=,,", "25 Nov 2025")]
    public async Task DatesAreWrittenAsTheReaderIsUsedTo(string languages, string day)
    {
        var page = await PageAsync("/claims?from=2025-11-25&to=2025-11-25", languages);

        Assert.Contains(day, page.QuerySelectorAll("time[datetime='2025-11-25']").Select(t => t.TextContent));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task NothingThatMachinesReadDependsOnTheReader(string address)
    {
        var english = await PageAsync(address, "en");

        foreach (var language in new[] { "de-CH", "sv", "fr", "hi", "bn" })
        {
            var other = await PageAsync(address, language);
            Assert.Equal(ForMachines(english), ForMachines(other));
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?pageSize=500")]
    [InlineData("/api/v1/statistics")]
    [InlineData("/api/v1/claims.csv")]
    [InlineData("/api/v1/claims.jsonld")]
    [InlineData("/api/v1/claims.atom")]
    public async Task WhatProgramsReadIsTheSameForEverybody(string address)
    {
        Assert.Equal(await TextAsync(address, "en"), await TextAsync(address, "sv"));
    }

    /// <summary>Every element with its attributes, but for those that hold text for readers.</summary>
    private static List<string> ForMachines(IDocument page) =>
        [.. page.All.Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Where(a => !ForReaders.Contains(a.Name)).Select(a => $"{a.Name}={a.Value}"))}")];

    private async Task<IDocument> PageAsync(string address, string languages) => await new HtmlParser().ParseDocumentAsync(await TextAsync(address, languages));

    private async Task<string> TextAsync(string address, string languages)
    {
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }
}
