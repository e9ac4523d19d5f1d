using System.Reflection;
using System.Text;
using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests;

public sealed class ExportStreamTests
{
    [Fact]
    public async Task AFileHoldsEachOfThousandsOfClaimsOnce()
    {
        using var site = new Site();
        var articles = Crowd.Articles(30, 100);
        await site.StoreAsync(articles);

        using var response = await site.GetAsync("/api/v1/claims.csv");
        var rows = Csv.Read(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(articles.SelectMany(a => a.Claims).Select(c => c.Key).Order(StringComparer.Ordinal), rows.Select(r => r["claim"]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("jsonld")]
    public async Task ACollectionWithoutEndIsReadAsFarAsSomebodyReads(string extension)
    {
        using var site = new EndlessSite();
        await site.StoreAsync(Crowd.Articles(2, 300));
        using var client = site.CreateClient();

        using var response = await client.GetAsync(new Uri($"/api/v1/claims.{extension}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1_000_000]);

        Assert.InRange(site.PagesAsked, 2, 50);
    }

    [Fact]
    public async Task CellsThatASpreadsheetWouldRunAreMadeHarmlessAndAllOthersStandAsPrinted()
    {
        string[] harmful = ["=1+1", "+44 calls", "-5 degrees", "@mayor spoke", "\tindented"];
        string[] harmless = ["1=1", "he said \"no\", twice", "a; b", "’tis “so”", "0001"];
        using var site = new Site();
        await site.StoreAsync([Crowd.Article("Article", harmful.Concat(harmless))]);

        using var response = await site.GetAsync("/api/v1/claims.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var contents = Csv.Read(bytes).Select(r => r["content"]).ToList();

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.All(harmful, words => Assert.Contains($"'{words}", contents));
        Assert.All(harmless, words => Assert.Contains(words, contents));
    }

    /// <summary>A site whose claims go on for ever.</summary>
    private sealed class EndlessSite : Site
    {
        private Endless? _endless;

        public int PagesAsked => _endless!.Pages;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton(provider =>
            {
                var queries = DispatchProxy.Create<IClaimQueries, Endless>();
                _endless = (Endless)(object)queries;
                _endless.Store = ActivatorUtilities.CreateInstance<ClaimQueries>(provider);
                return queries;
            }));
        }
    }

    /// <summary>Gives the first page of a store again and again.</summary>
    public class Endless : DispatchProxy
    {
        public IClaimQueries Store { get; set; } = null!;

        /// <summary>How many were asked for.</summary>
        public int Pages { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(IClaimQueries.FindAsync))
                return targetMethod.Invoke(Store, args);
            Pages++;
            return GoOnAsync(Store.FindAsync((ClaimFilter)args![0]!, null, (int)args[2]!, (CancellationToken)args[3]!));
        }

        private static async Task<ClaimPage> GoOnAsync(Task<ClaimPage> page) => (await page) with { Next = "more" };
    }
}
