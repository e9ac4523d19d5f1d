using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClaimTracker.Domain;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ClaimTracker.Web.Tests;

/// <summary>The whole site over a database of its own, without the ingestion service.</summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("claims-web-").FullName;

    public string Data => _data;

    public async Task StoreAsync(IReadOnlyList<ArticleAnalysis> articles, Comparisons? comparisons = null)
    {
        await Services.GetRequiredService<DossierStore>().SaveAsync(Gold.Dossier, default);
        var store = Services.GetRequiredService<ArticleStore>();
        foreach (var analysis in articles)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(analysis.Article.Text);
            var passages = analysis.Claims.Select(c => Sentences.Around(analysis.Article.Text, c)).ToList();
            await store.StoreAsync(new(analysis, passages, bytes, analysis.Article.FileName, "1"), DateTimeOffset.UnixEpoch, default);
        }

        var compare = Services.GetRequiredService<ComparisonStore>();
        if (comparisons is not null && await compare.PendingAsync("1", default) is { } version)
            await compare.SaveAsync(comparisons, version, "1", default);
    }

    /// <summary>A page as a browser without script reads it.</summary>
    public async Task<IDocument> PageAsync(string address)
    {
        using var client = CreateClient();
        return await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = CreateClient(new() { AllowAutoRedirect = false });
        return await client.GetAsync(new Uri(address, UriKind.Relative));
    }

    /// <summary>An answer that is one JSON text; fails where it is none.</summary>
    public async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Repository.PathOf("src", "ClaimTracker.Web"));
        builder.UseSetting("ClaimTracker:DataPath", _data);
        builder.UseSetting("Serilog:MinimumLevel", "Error");
        builder.ConfigureServices(services =>
        {
            // The collection is what a test puts there: nothing is read from folders.
            services.RemoveAll<IHostedService>();
            services.RemoveAll<Dossier>();
            services.AddSingleton(Gold.Dossier);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_data))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Folders.Delete(_data);
        }
    }
}
