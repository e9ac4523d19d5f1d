using System.Collections.Concurrent;
using System.Diagnostics;
using ClaimTracker.Domain;
using ClaimTracker.Generation;
using ClaimTracker.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace ClaimTracker.Benchmarks;

/// <summary>The whole site over a generated collection, on a free port of this machine, with a plain answer beside its pages to hold them against.</summary>
internal sealed class GeneratedSite : IAsyncDisposable
{
    /// <summary>Answers with two words: what the server and the client cost by themselves.</summary>
    public const string Plain = "/plain";

    /// <summary>A page that shows one word, without and with the site's style sheet: what painting costs by itself.</summary>
    public const string OneWord = "/one-word";
    public const string OneStyledWord = "/one-styled-word";

    private readonly WebApplication _program;
    private readonly ConcurrentQueue<TimeSpan> _times;

    private GeneratedSite(WebApplication program, ConcurrentQueue<TimeSpan> times) => (_program, _times) = (program, times);

    public Uri Address => new(_program.Urls.Single());

    public IServiceProvider Services => _program.Services;

    /// <param name="claims">How many at least.</param>
    /// <param name="address">Where it listens.</param>
    public static async Task<GeneratedSite> StartAsync(int claims, string address = "http://127.0.0.1:0")
    {
        // Made where there is none yet; the program opens the same files.
        (await StoredCollection.OpenAsync(claims)).Dispose();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(
        [
            new("ClaimTracker:DataPath", StoredCollection.FolderOf(claims)),
            // The collection is what was generated.
            new("ClaimTracker:Ingest", "false"),
            new("Serilog:MinimumLevel", "Error"),
        ]);
        builder.AddClaimTracker();
        builder.WebHost.UseUrls(address);
        builder.Services.RemoveAll<Dossier>();
        builder.Services.AddSingleton(new CollectionGenerator().Dossier);
        var program = builder.Build();
        var times = new ConcurrentQueue<TimeSpan>();
        program.Use(async (_, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            await next();
            times.Enqueue(Stopwatch.GetElapsedTime(began));
        });
        program.MapGet(Plain, () => "plain text");
        program.MapGet(OneWord, () => Page(""));
        program.MapGet(OneStyledWord, () => Page("<link rel=stylesheet href=/site.css>"));
        program.MapClaimTracker();
        await program.StartAsync();
        return new(program, times);
    }

    /// <summary>How long the server took for each request since this was last asked: from the first middleware in to the last byte handed to the connection.</summary>
    public IReadOnlyList<TimeSpan> TakeServerTimes()
    {
        var taken = new List<TimeSpan>();
        while (_times.TryDequeue(out var time)) taken.Add(time);
        return taken;
    }

    private static ContentHttpResult Page(string head) => TypedResults.Content($"<!DOCTYPE html><html lang=en><title>One word</title>{head}<p>Hello", "text/html");

    public async ValueTask DisposeAsync()
    {
        await _program.StopAsync();
        await _program.DisposeAsync();
    }
}
