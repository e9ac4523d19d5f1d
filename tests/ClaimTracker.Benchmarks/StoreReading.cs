using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Benchmarks;

/// <summary>Questions to the store, one after the other, each another one: percentiles are those of questions.</summary>
/// <remarks>Nothing is remembered from one to the next but where the name says so.</remarks>
internal static partial class StoreReading
{
    private const int WarmUps = 60, Asked = 200;

    /// <summary>p95 by question, in the order of sizes.</summary>
    private static readonly Dictionary<string, List<double>> Growth = [];

    /// <param name="args">How many claims, each of which is a table; by default 1,000,000. With a server (<see cref="MeasuredStore"/>) only the first size.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var server = MeasuredStore.TakeServer(ref args);
        int[] sizes = args.Length == 0 ? [1_000_000] : [.. args.Select(a => int.Parse(a, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
        foreach (var claims in sizes)
        {
            using var database = await StoredCollection.OpenAsync(claims, server);
            Console.WriteLine(FormattableString.Invariant($"\n{claims:N0} claims\n\n| what | p50 ms | p95 ms | slowest ms | processor ms |\n|---|---|---|---|---|"));
            await LoadAsync(database);
            using var queries = new ClaimQueries(database);
            await AskAsync(await Questions.OfAsync(queries));
            if (server is not null) break;
        }

        if (server is null && sizes.Length > 1) PrintGrowth(sizes);
        return 0;
    }

    /// <summary>What a start reads into memory. Beside it the site answers already what needs no columns.</summary>
    private static async Task LoadAsync(ClaimDatabase database)
    {
        ClaimColumns? columns = null;
        await MeasureAsync("columns, load", warmUps: 1, asked: 5, async () =>
        {
            using var cache = new SnapshotCache(database);
            await using var db = database.ReadOneMoment();
            columns = (await cache.AsOfAsync(db, default)).Columns;
        });
        Console.WriteLine(FormattableString.Invariant($"| columns, bytes a claim: {columns!.Bytes / (double)columns.Count:0.00} | | | | |"));
    }

    private static async Task AskAsync(Questions questions)
    {
        var (queries, next, spaces) = (questions.Queries, (string?)null, 0);
        // Each is a question of its own: a text with other spaces is another text to what is remembered.
        string Frequent() => questions.Frequent + new string(' ', ++spaces);
        Task Facets(ClaimFilter filter) => Task.WhenAll(queries.FacetsAsync(filter, default), queries.HistogramAsync(filter, default));
        Task<ClaimPage> Page(ClaimFilter filter, string? after = null) => queries.FindAsync(filter, after, 50, default);

        await MeasureAsync("page", WarmUps, Asked, () => Page(questions.Filter()));
        await MeasureAsync("page, repeats folded", WarmUps, Asked, () => Page(questions.Filter() with { Group = ClaimGrouping.Repeats }));
        await MeasureAsync("page after page by key", WarmUps, Asked, async () => next = (await Page(new(), next)).Next);
        await MeasureAsync("facets and weeks", WarmUps, Asked, () => Facets(questions.Filter()));
        await MeasureAsync("days of events", WarmUps, Asked, () => queries.EventDaysAsync(questions.Filter(), default));
        await MeasureAsync("search, any word, newest first", WarmUps, Asked, () => Page(new() { Text = questions.Word() }));
        var hits = (await Page(new() { Text = Frequent() })).Total;
        var of = FormattableString.Invariant($"of {hits:N0} hits");
        await MeasureAsync($"search {of}, newest first", WarmUps, Asked, () => Page(new() { Text = Frequent() }));
        await MeasureAsync($"search {of}, ranked", WarmUps / 2, Asked / 2, () => Page(new() { Text = Frequent(), Sort = ClaimSort.Relevance }));
        next = null;
        await MeasureAsync($"search {of}, the next page", WarmUps, Asked, async () => next = (await Page(new() { Text = questions.Frequent }, next)).Next);
        await MeasureAsync($"facets and weeks {of}", WarmUps / 2, Asked / 2, () => Facets(new() { Text = Frequent() }));
    }

    private static async Task MeasureAsync(string what, int warmUps, int asked, Func<Task> ask)
    {
        for (var n = 0; n < warmUps; n++) await ask();
        var (took, processor) = (new List<double>(asked), Environment.CpuUsage.TotalTime);
        for (var n = 0; n < asked; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await ask();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        took.Sort();
        // How many claims have the frequent word is another number for each size, and the same share.
        var question = Hits().Replace(what, "of a frequent word");
        if (!Growth.TryGetValue(question, out var bySize)) Growth.Add(question, bySize = []);
        bySize.Add(took[asked * 95 / 100]);
        Console.WriteLine(FormattableString.Invariant(
            $"| {what} | {took[asked / 2]:0.00} | {took[asked * 95 / 100]:0.00} | {took[^1]:0.00} | {processor.TotalMilliseconds / asked:0.00} |"));
    }

    private static void PrintGrowth(int[] sizes)
    {
        Console.WriteLine(FormattableString.Invariant($"\n| p95, ms | {string.Join(" | ", sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture)))} |\n|---|{string.Concat(sizes.Select(_ => "---|"))}"));
        foreach (var (question, bySize) in Growth)
            Console.WriteLine($"| {question} | {string.Join(" | ", bySize.Select(t => t.ToString("0.00", CultureInfo.InvariantCulture)))} |");
    }

    [GeneratedRegex("of [0-9,]+ hits")]
    private static partial Regex Hits();
}
