using System.Net;
using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Exports;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class CitationTests(GoldSite site)
{
    private static string Key => Gold.Key("003.c10");

    [Theory]
    [InlineData("txt", "text/plain")]
    [InlineData("bib", "application/x-bibtex")]
    [InlineData("json", "application/vnd.citationstyles.csl+json")]
    public async Task ACitationNamesSpeakerArticleAndTheClaimItself(string form, string type)
    {
        var claim = await site.JsonAsync($"/api/v1/claims/{Key}");

        using var response = await site.GetAsync($"/claims/{Key}/citation.{form}");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(claim.GetProperty("speaker").GetProperty("name").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains(claim.GetProperty("article").GetProperty("title").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains(claim.GetProperty("url").GetString()!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePageShowsEveryFormToBeSelectedWithoutScript()
    {
        var page = await site.PageAsync($"/claims/{Key}");

        var shown = page.QuerySelectorAll("pre[data-copy]").Select(p => p.TextContent).ToList();

        foreach (var form in new[] { "txt", "bib", "json" })
        {
            using var response = await site.GetAsync($"/claims/{Key}/citation.{form}");
            Assert.Contains((await response.Content.ReadAsStringAsync()).TrimEnd(), shown);
        }
    }

    [Fact]
    public async Task CslHasAWholeNameAndDatesInParts()
    {
        var item = (await site.JsonAsync($"/claims/{Key}/citation.json"))[0];

        Assert.True(item.GetProperty("author")[0].TryGetProperty("literal", out _));
        Assert.All(item.GetProperty("issued").GetProperty("date-parts").EnumerateArray(), day => Assert.Equal(3, day.GetArrayLength()));
    }

    [Fact]
    public async Task ThereIsNoCitationOfAClaimThatIsNotThere()
    {
        using var response = await site.GetAsync("/claims/nothing/citation.bib");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("100 % & more", @"100 \% \& more")]
    [InlineData("a_b #1 $5", @"a\_b \#1 \$5")]
    [InlineData("~ ^ \\", @"\textasciitilde{} \textasciicircum{} \textbackslash{}")]
    [InlineData("{one } two", @"\textbraceleft{}one \textbraceright{} two")]
    [InlineData("“so”, said کابل", "“so”, said کابل")]
    [InlineData("two\nlines", "two lines")]
    public void WhatTexWouldActOnPrintsAsItStands(string words, string escaped) => Assert.Equal(escaped, BibTeX.Escape(words));

    [Theory]
    [InlineData("a } brace alone")]
    [InlineData("a { brace alone")]
    [InlineData("\\}{\\")]
    public void BracesOfARecordAlwaysCloseAgain(string words)
    {
        var record = BibTeX.Of(new(Rows.Claim(words, speaker: words), "https://claims.example/claims/1"));

        var depth = 0;
        var closings = 0;
        foreach (var c in record)
        {
            depth += c switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth >= 0);
            closings += c == '}' && depth == 0 ? 1 : 0;
        }

        Assert.Equal((0, 1), (depth, closings));
    }

    [Fact]
    public void ADayThatIsWorkedOutSaysSo()
    {
        var claim = Rows.Claim("The bridge is open.") with { SaidOn = new(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3), DateBasis.Inferred) };
        var citation = new Citation(claim, "https://claims.example/claims/1");

        Assert.Contains("date = {2026-01-02~/2026-01-03~}", BibTeX.Of(citation), StringComparison.Ordinal);
        Assert.Contains("≈ 2026-01-02/2026-01-03", citation.Text, StringComparison.Ordinal);
        var issued = JsonDocument.Parse(CslItem.Json(citation)).RootElement[0].GetProperty("issued");
        Assert.True(issued.GetProperty("circa").GetBoolean());
        Assert.Equal(2, issued.GetProperty("date-parts").GetArrayLength());
    }

    [Fact]
    public void WithoutADayNoneIsMadeUp()
    {
        var citation = new Citation(Rows.Claim("The bridge is open."), "https://claims.example/claims/1");

        Assert.DoesNotContain("date =", BibTeX.Of(citation), StringComparison.Ordinal);
        Assert.DoesNotContain("issued", CslItem.Json(citation), StringComparison.Ordinal);
        Assert.Contains("date unknown", citation.Text, StringComparison.Ordinal);
    }
}
