using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// The published program asked for <c>/claims</c> over its socket: one request after the other, then as many as it answers, by wrk, which takes little of the
/// processor that both share. “Other addresses” are each asked once and no answer is kept; “one address” is what a burst of readers of one link asks.
/// </summary>
internal static class ServerLoad
{
    private const int WarmUps = 200, OneByOne = 500, Many = 20_000, Seconds = 8, Connections = 16;

    /// <param name="args">Where the program was published to; then how many claims, by default 1,000,000.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var claims = args.Length > 1 ? int.Parse(args[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 1_000_000;
        var (addresses, folder) = (await AddressesAsync(claims), Directory.CreateTempSubdirectory("server-load-").FullName);
        using var program = Start(args[0], StoredCollection.FolderOf(claims), folder, out var site);
        try
        {
            using var http = new HttpClient { BaseAddress = site };
            await WaitAsync(http, program);
            Console.WriteLine(FormattableString.Invariant($"\n{claims:N0} claims\n\n| /claims, from the socket | p50 ms | p95 ms | slowest ms | requests/s |\n|---|---|---|---|---|"));
            await OneByOneAsync(http, "", addresses.Take(WarmUps));
            await OneByOneAsync(http, "one at a time, other addresses", addresses.Skip(WarmUps).Take(OneByOne));
            await OneByOneAsync(http, "one at a time, one address", Enumerable.Repeat(addresses[0], OneByOne));
            var rest = Path.Combine(folder, "addresses");
            await File.WriteAllLinesAsync(rest, addresses.Skip(WarmUps + OneByOne));
            Load("other addresses", site, folder, rest);
            await File.WriteAllLinesAsync(rest, [addresses[0]]);
            Load("one address", site, folder, rest);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Of one to three filters, each another one.</summary>
    private static async Task<string[]> AddressesAsync(int claims)
    {
        using var database = await StoredCollection.OpenAsync(claims);
        using var queries = new ClaimQueries(database);
        var questions = await Questions.OfAsync(queries);
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; found.Count < Many && n < Many * 4; n++) found.Add(questions.Address(1 + n % 3));
        return [.. found];
    }

    private static Process Start(string published, string data, string folder, out Uri site)
    {
        site = new($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Path.Combine(Path.GetFullPath(published), "ClaimTracker.Web")) { RedirectStandardOutput = true };
        string[] arguments =
        [
            "--contentRoot", Path.GetFullPath(published), "--urls", site.ToString(), "--ClaimTracker:DataPath", data, "--ClaimTracker:Ingest", "false",
            "--ClaimTracker:Folders:0", folder, "--ClaimTracker:Dossier", Texts.DossierFile(), "--Serilog:MinimumLevel", "Error",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitAsync(HttpClient http, Process program)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/claims", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tries < 600 && !program.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task OneByOneAsync(HttpClient http, string what, IEnumerable<string> addresses)
    {
        var took = new List<double>();
        foreach (var address in addresses)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            _ = await answer.Content.ReadAsByteArrayAsync();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        took.Sort();
        if (what.Length > 0) Print(what, took[took.Count / 2], took[took.Count * 95 / 100], took[^1], 1000 / took.Average());
    }

    private static void Load(string what, Uri site, string folder, string addresses)
    {
        var script = Path.Combine(folder, "wrk.lua");
        File.WriteAllText(
            script,
            $$"""
            local asked, n = {}, 0
            for address in io.lines("{{addresses}}") do asked[#asked + 1] = address end
            request = function() n = n + 1; return wrk.format("GET", asked[(n - 1) % #asked + 1]) end
            done = function(summary, latency)
              local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
              io.write(string.format("\n%d %d %d %d %d %d\n", latency:percentile(50), latency:percentile(95), latency.max, summary.requests, summary.duration, failed))
            end
            """);
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", $"-c{Connections}", $"-d{Seconds}s", "-s", script, site.ToString()]) { RedirectStandardOutput = true })!;
        // Microseconds, requests, microseconds, failures.
        long[] said = [.. wrk.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1].Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
        wrk.WaitForExit();
        if (said[5] > 0) throw new InvalidOperationException($"Expected every request to be answered with 200, found {said[5]} that were not.");
        Print(FormattableString.Invariant($"{Connections} at a time, {what}"), said[0] / 1000.0, said[1] / 1000.0, said[2] / 1000.0, said[3] * 1_000_000.0 / said[4]);
    }

    private static void Print(string what, double median, double high, double slowest, double each) =>
        Console.WriteLine(FormattableString.Invariant($"| {what} | {median:0.00} | {high:0.00} | {slowest:0.0} | {each:N0} |"));
}
