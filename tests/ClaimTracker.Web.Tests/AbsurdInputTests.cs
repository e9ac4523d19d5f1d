using System.Net;

namespace ClaimTracker.Web.Tests;

[Collection(GoldSite.Name)]
public sealed class AbsurdInputTests(GoldSite site)
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE claims; --")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("\u0000\uFFFF\u202E")]
    [InlineData("../../etc/passwd")]
    [InlineData("\"(*NEAR/OR AND NOT*)\"")]
    [InlineData("LONG")]
    public async Task AbsurdParametersNeverBreakAPageAndAreNeverEchoedAsMarkup(string junk)
    {
        var value = Uri.EscapeDataString(junk == "LONG" ? new string('x', 6_000) : junk);
        string[] names = ["side", "actor", "source", "topic", "place", "act", "quotation", "article", "from", "to", "undated", "statistics", "disputed", "q",
            "sort", "view", "group", "days", "find-actor", "find-place", "after", "pageSize", "kind", "claims", "all"];

        foreach (var path in new[] { "/claims", "/disputes", "/statistics", "/compare", "/actors", "/api/v1/claims", "/api/v1/disputes" })
        {
            using var all = await site.GetAsync($"{path}?{string.Join('&', names.Select(n => $"{n}={value}"))}");
            Assert.InRange((int)all.StatusCode, 200, 499);
            Assert.DoesNotContain("<script>alert", await all.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var name in names)
        {
            using var one = await site.GetAsync($"/claims?{name}={value}");
            Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        }

        // A null character never gets as far as a path: the server refuses it.
        foreach (var path in junk.Contains('\0', StringComparison.Ordinal) ? [] : new[] { "claims", "articles", "actors", "disputes", "sources" })
        {
            using var one = await site.GetAsync($"/{path}/{value}");
            Assert.True((int)one.StatusCode is >= 400 and < 500, $"/{path}/{junk}: {(int)one.StatusCode}");
        }
    }
}
