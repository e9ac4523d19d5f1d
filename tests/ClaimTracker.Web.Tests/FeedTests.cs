using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class FeedTests(GoldSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("")]
    [InlineData("?side=pakistan&q=border")]
    [InlineData("?from=2025-11-01&to=2025-11-30")]
    public async Task AFeedHasWhatAtomAsksForAndTheClaimsOfItsSelection(string query)
    {
        var all = (await site.JsonAsync($"/api/v1/claims{query}{(query.Length == 0 ? "?" : "&")}pageSize=500")).GetProperty("items").EnumerateArray()
            .Select(c => c.GetProperty("url").GetString()!).ToList();

        var feed = XDocument.Parse(await TextAsync($"/api/v1/claims.atom{query}{(query.Length == 0 ? "?" : "&")}pageSize=500")).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.StartsWith("urn:uuid:", feed.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "self");
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(all.Order(), entries.Select(e => e.Element(Atom + "link")!.Attribute("href")!.Value).Order());
        Assert.All(entries.Append(feed), e => Assert.True(XmlConvert.ToDateTimeOffset(e.Element(Atom + "updated")!.Value) >= DateTimeOffset.UnixEpoch));
        Assert.All(entries, e => Assert.NotEmpty(e.Element(Atom + "title")!.Value));
        Assert.All(entries, e => Assert.NotEmpty(e.Element(Atom + "author")!.Element(Atom + "name")!.Value));
        Assert.Equal(entries.Count, entries.DistinctBy(e => e.Element(Atom + "id")!.Value).Count());
        using var reader = feed.CreateReader();
        Assert.Equal(entries.Count, SyndicationFeed.Load(reader).Items.Count());
    }

    [Fact]
    public async Task OlderEntriesStandBehindNextAndNoneIsMissed()
    {
        var seen = new List<string>();
        var address = "/api/v1/claims.atom?pageSize=60";
        while (address is not null)
        {
            var feed = XDocument.Parse(await TextAsync(address)).Root!;
            seen.AddRange(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
            address = feed.Elements(Atom + "link").FirstOrDefault(l => l.Attribute("rel")?.Value == "next")?.Attribute("href")!.Value is { } next
                ? new Uri(next).PathAndQuery : null!;
        }

        Assert.Equal(148, seen.Count);
        Assert.Equal(148, seen.Distinct().Count());
    }

    [Fact]
    public async Task AnEntryKeepsItsIdWhateverTheHost()
    {
        using var client = site.CreateClient(new() { BaseAddress = new Uri("http://claims.example") });

        var here = XDocument.Parse(await TextAsync("/api/v1/claims.atom")).Root!;
        var there = XDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/claims.atom", UriKind.Relative))).Root!;

        Assert.Equal(here.Descendants(Atom + "id").Select(i => i.Value), there.Descendants(Atom + "id").Select(i => i.Value));
        Assert.StartsWith("http://claims.example/claims/", there.Element(Atom + "entry")!.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCameInLastStandsFirstThoughItWasSaidEarlier()
    {
        using var own = new Site();
        await own.StoreAsync([Crowd.Article("First", ["new words."])]);
        await own.StoreAsync([Crowd.Article("Second", ["old words."]) is var second
            ? second with { Article = second.Article with { Published = new(new DateOnly(2020, 1, 1), Domain.DateBasis.Stated) } } : null!]);

        using var response = await own.GetAsync("/api/v1/claims.atom");
        var entry = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Element(Atom + "entry")!;

        Assert.Contains("old words.", entry.Element(Atom + "title")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("2020-01-01", entry.Element(Atom + "published")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CharactersThatXmlCannotHoldAreShownAsMissing()
    {
        using var own = new Site();
        await own.StoreAsync([Crowd.Article("Article", ["a bell\a rings <b>twice</b> 𝄞."])]);

        using var response = await own.GetAsync("/api/v1/claims.atom?q=%07rings");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;

        var content = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(feed.Descendants(Atom + "content").Single().Value);
        Assert.Contains("a bell\uFFFD rings <b>twice</b> 𝄞.", content.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewNamesItsFeedForReadersToFind()
    {
        var page = await site.PageAsync("/claims?side=pakistan&sort=oldest&after=");

        var link = Assert.Single(page.QuerySelectorAll("link[rel=alternate]"));

        Assert.Equal("application/atom+xml", link.GetAttribute("type"));
        Assert.Equal("/api/v1/claims.atom?side=pakistan", link.GetAttribute("href"));
    }

    private async Task<string> TextAsync(string address)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
