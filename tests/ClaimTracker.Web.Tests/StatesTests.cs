using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests;

public sealed class StatesTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/claims")]
    [InlineData("/articles")]
    [InlineData("/disputes")]
    [InlineData("/statistics")]
    [InlineData("/actors")]
    [InlineData("/sources")]
    public async Task WithNothingReadEveryPageSaysHowArticlesComeIn(string address)
    {
        await using var site = new Site();

        var page = await site.PageAsync(address);

        Assert.Contains("claimtracker ingest", page.QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkupInAnArticleComesOutAsTheTextItIs()
    {
        await using var site = new Site();
        const string evil = "<script>alert(1)</script> The \"mayor\" & <img src=x onerror=alert(2)> said <b>'no'</b> & nothing else.";
        var article = Hostile(evil);
        await site.StoreAsync([article]);
        var key = article.Claims[0].Key;

        foreach (var address in new[] { "/", "/claims", "/claims?q=script", "/claims?view=columns", $"/claims/{key}", $"/articles/{article.Article.Key}", $"/compare?claims={key}", "/articles", "/actors", "/statistics" })
        {
            using var response = await site.GetAsync(address);
            var html = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        }

        var page = await site.PageAsync($"/articles/{article.Article.Key}");
        Assert.Contains("<img src=x onerror=alert(2)>", page.QuerySelector(".para > p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailureOfTheStoreIsAPageForPeopleAndAProblemForPrograms()
    {
        await using var site = new Site();
        await using var broken = site.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
            .ConfigureTestServices(services => services.AddSingleton<IClaimQueries>(_ => throw new InvalidOperationException("no store"))));
        using var client = broken.CreateClient();

        using var page = await client.GetAsync(new Uri("/claims", UriKind.Relative));
        using var api = await client.GetAsync(new Uri("/api/v1/claims", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("This did not work", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task WhatIsStoredIsSeenAtOnce()
    {
        await using var site = new Site();
        var before = await site.PageAsync("/claims");
        await site.StoreAsync([Gold.Articles[2]]);

        var after = await site.PageAsync("/claims");

        Assert.Empty(before.QuerySelectorAll("article.claim"));
        Assert.Equal(17, after.QuerySelectorAll("article.claim").Length);
    }

    private static ArticleAnalysis Hostile(string text)
    {
        TextSpan Span(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var article = new Article
        {
            FileName = "<i>a</i>.txt",
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Text = text,
            Title = "<b>Bold</b> & \"quoted\"",
            Body = new(0, text.Length),
            Source = new("s", "<b>Paper</b>"),
            Published = new(new DateOnly(2025, 1, 2), DateBasis.Inferred, "<b>because</b>"),
        };
        var actor = new Actor("mayor-x", "<b>Mayor</b>", ActorKind.Person, null) { Roles = ["<b>role</b>"] };
        var content = Span("<b>'no'</b> & nothing else");
        var claim = new Claim
        {
            Key = ClaimKey.Of(article.Key, Span("said"), [content]),
            Speaker = new(actor.Id, actor.Name, null, Span("\"mayor\" & <img src=x onerror=alert(2)>"), Resolution: "<b>why</b>"),
            Cue = new("<b>say</b>", Span("said")),
            Act = ClaimAct.Denies,
            Quotation = QuotationKind.Mixed,
            Content = [content],
            Confidence = 0.5,
            Rules = ["<b>rule</b>"],
            Statistics = [$"{article.Key}-s1"],
        };
        var statistic = new Statistic { Id = $"{article.Key}-s1", Span = Span("'no'"), Low = 1, High = 1, Qualifier = Qualifier.Exactly, Counted = "<b>x</b>", Measure = "<b>m</b>", ClaimedBy = actor.Id };
        return new(article, [claim], [statistic], [], [actor]);
    }
}
