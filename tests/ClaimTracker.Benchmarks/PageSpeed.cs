using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Browser.Tests.Running;
using ClaimTracker.Storage.Queries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// Every page over 100,000 generated claims: how long the server takes, what that is beside a plain answer, and when Chromium has painted. A table of
/// single runs, not a BenchmarkDotNet benchmark: server, client and browser are the machine's own, and what counts is the slowest of a hundred.
/// </summary>
internal static class PageSpeed
{
    private const int Claims = 100_000;
    private const int WarmUps = 200;
    private const int Requests = 200;
    private const int Paints = 20;
    private const string Filters = "/claims, three filters";
    private const string FullPage = "/claims, 50 claims";

    private static readonly string[] Others =
        ["/", "/claims?group=repeats", "/claims?view=columns", "/disputes", "/compare?left=side:norvania&right=side:sudovia", "/statistics", "/actors", "/articles", "/sources", "/about"];

    /// <param name="args"><c>serve ADDRESS</c> serves the pages to look at; nothing measures them. <c>paint</c> measures what Chromium says of itself and nothing else.</param>
    /// <param name="output">Gets the tables.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output)
    {
        if (args is ["serve", var address])
        {
            await using var served = await GeneratedSite.StartAsync(Claims, address);
            await output.WriteLineAsync($"Serving {Claims:N0} claims at {served.Address}. Ctrl+C ends it.");
            await Task.Delay(Timeout.Infinite);
        }

        await using var site = await GeneratedSite.StartAsync(Claims);
        var questions = await Questions.OfAsync((ClaimQueries)site.Services.GetRequiredService<IClaimQueries>());
        if (args is ["paint"])
        {
            await PaintAsync(site, questions, output);
            return 0;
        }

        using var http = new HttpClient { BaseAddress = site.Address };
        await output.WriteLineAsync("| page | server, p50 | p95 | slowest | beside a plain answer | size | allocated |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        var plain = await MeasureAsync(site, http, _ => GeneratedSite.Plain, 2_000);
        await PrintAsync(output, "a plain answer", plain, plain);
        await PrintAsync(output, FullPage, await MeasureAsync(site, http, n => $"/claims?to={questions.Day(n):yyyy-MM-dd}", Requests), plain);
        await PrintAsync(output, Filters, await MeasureAsync(site, http, _ => questions.Address(3), Requests), plain);
        // An answer that is kept would be measured otherwise: a parameter that asks for nothing makes each address another one.
        foreach (var page in Others)
            await PrintAsync(output, page, await MeasureAsync(site, http, n => $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}run={n}", Requests / 4), plain);
        await output.WriteLineAsync();
        await PaintAsync(site, questions, output);
        return 0;
    }

    /// <param name="Server">Ascending.</param>
    /// <param name="Client">The mean time of a whole request, connection and reading included.</param>
    /// <param name="Bytes">The largest answer.</param>
    /// <param name="Allocated">Bytes of new objects a request, the client's (two or three times the answer's bytes) among them: what other programs don't change.</param>
    private sealed record Times(IReadOnlyList<TimeSpan> Server, TimeSpan Client, long Bytes, long Allocated)
    {
        public double At(double share) => Server[Math.Min(Server.Count - 1, (int)(share * Server.Count))].TotalMilliseconds;
    }

    /// <summary>One request after the other.</summary>
    private static async Task<Times> MeasureAsync(GeneratedSite site, HttpClient http, Func<int, string> address, int requests)
    {
        for (var n = 0; n < Math.Min(WarmUps, requests); n++) await ReadAsync(http, address(-1 - n));
        site.TakeServerTimes();
        GC.Collect();
        var (largest, watch, allocated) = (0L, new Stopwatch(), GC.GetTotalAllocatedBytes(precise: true));
        for (var n = 0; n < requests; n++)
        {
            var next = address(n);
            watch.Start();
            largest = Math.Max(largest, await ReadAsync(http, next));
            watch.Stop();
        }

        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new([.. site.TakeServerTimes().Order()], watch.Elapsed / requests, largest, allocated / requests);
    }

    private static async Task<long> ReadAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).LongLength;
    }

    private static Task PrintAsync(TextWriter output, string page, Times times, Times plain) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
        $"| {page} | {times.At(0.5):0.00} ms | {times.At(0.95):0.00} ms | {times.At(1):0.0} ms | {times.Client / plain.Client:0.0} × | {times.Bytes / 1000.0:0.0} kB | {times.Allocated / 1000.0:N0} kB |"));

    /// <summary>What Chromium says of itself, each page in a window of its own with nothing kept from before; a page of one word beside it says what the machine gives.</summary>
    private static async Task PaintAsync(GeneratedSite site, Questions questions, TextWriter output)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await ChromiumBrowser.LaunchAsync(playwright);
        (string Name, Func<string> Address)[] pages =
            [("a page of one word", () => GeneratedSite.OneWord), ("a page of one word with the site's style sheet", () => GeneratedSite.OneStyledWord), (Filters, () => questions.Address(3))];
        var paints = pages.Select(_ => new List<Painted>()).ToArray();
        // In turns: whatever else the machine does meets them alike.
        for (var n = -3; n < Paints; n++)
        {
            foreach (var (page, painted) in pages.Zip(paints))
            {
                var times = await PaintAsync(browser, site.Address, page.Address());
                if (n >= 0) painted.Add(times);
            }
        }

        await output.WriteLineAsync("| in Chromium | first contentful paint, fastest | median | slowest | total blocking time, median | at most | longest task, median |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        foreach (var (page, painted) in pages.Zip(paints))
        {
            var (first, blocked, longest) = (Ascending(painted, p => p.First), Ascending(painted, p => p.Blocked), Ascending(painted, p => p.Longest));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"| {page.Name} | {first[0]:0} ms | {first[Paints / 2]:0} ms | {first[^1]:0} ms | {blocked[Paints / 2]:0} ms | {blocked[^1]:0} ms | {longest[Paints / 2]:0} ms |"));
        }
    }

    private static List<double> Ascending(List<Painted> painted, Func<Painted, double> time) => [.. painted.Select(time).Order()];

    /// <param name="First">First contentful paint, ms from the beginning of the navigation.</param>
    /// <param name="Blocked">Total blocking time: what tasks take over 50 ms, counted from the first contentful paint on, as web.dev defines it.</param>
    /// <param name="Longest">The longest task, before or after the paint; 0 for none of 50 ms.</param>
    private sealed record Painted(double First, double Blocked, double Longest);

    private static async Task<Painted> PaintAsync(IBrowser browser, Uri site, string address)
    {
        const string Script =
            """
            () => new Promise(done => new PerformanceObserver((list, observer) => {
              const [painted] = list.getEntriesByName("first-contentful-paint");
              // The background can come first, alone.
              if (!painted) return;
              observer.disconnect();
              setTimeout(() => {
                const tasks = new PerformanceObserver(() => {});
                tasks.observe({ type: "longtask", buffered: true });
                const records = tasks.takeRecords();
                const after = task => task.startTime + task.duration - Math.max(task.startTime + 50, painted.startTime);
                const blocked = records.reduce((sum, task) => sum + Math.max(0, after(task)), 0);
                done([painted.startTime, blocked, Math.max(0, ...records.map(task => task.duration))]);
              }, 500);
            }).observe({ type: "paint", buffered: true }))
            """;
        await using var context = await browser.NewContextAsync(new() { BaseURL = site.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        var times = await page.EvaluateAsync<double[]>(Script);
        return new(times[0], times[1], times[2]);
    }
}
