using AngleSharp.Dom;

namespace ClaimTracker.Web.Tests;

/// <summary>What other programs show of a page that somebody links to (Open Graph).</summary>
[Collection(GoldSite.Name)]
public sealed class PreviewTests(GoldSite site)
{
    private static readonly string Claim = $"/claims/{Gold.Key("003.c10")}";
    private const string Comparison = "/compare?left=side%3Apakistan&right=side%3Aafghanistan";

    public static TheoryData<string> Addresses => [Claim, $"/disputes/{Gold.Comparisons.Disputes[0].Slug}", Comparison];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task APreviewSaysInTheClaimsOwnWordsWhatThePageShows(string address)
    {
        var page = await site.PageAsync(address);

        Assert.Equal("article", Property(page, "og:type"));
        Assert.Equal("ClaimTracker", Property(page, "og:site_name"));
        Assert.Equal(page.Title, $"{Property(page, "og:title")} – ClaimTracker");
        Assert.Equal($"http://localhost{address}", Property(page, "og:url"));
        Assert.Equal(Property(page, "og:url"), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var quoted = Property(page, "og:description").Split('“', '”').MaxBy(part => part.Length)!.TrimEnd('…');
        Assert.Contains(quoted[..Math.Min(40, quoted.Length)], Spaced(page.Body!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare?right=side:afghanistan&left=side:pakistan&topic=weather", Comparison)]
    [InlineData("/compare?topic=weather", "/compare")]
    public async Task HoweverItWasAskedForAComparisonHasOneAddress(string asked, string canonical)
    {
        var page = await site.PageAsync(asked);

        Assert.Equal($"http://localhost{canonical}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private static string Property(IDocument page, string name) => Assert.Single(page.QuerySelectorAll($"meta[property='{name}']")).GetAttribute("content")!;

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
