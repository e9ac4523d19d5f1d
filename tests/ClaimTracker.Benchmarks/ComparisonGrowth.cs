using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Generation;

namespace ClaimTracker.Benchmarks;

/// <summary>
/// Comparing generated collections of growing size: from scratch, and one more article of 30 claims. A run takes up to a minute and its memory is the
/// point, so that this is a table of single runs, not a BenchmarkDotNet benchmark. Making the articles isn't in the times.
/// </summary>
internal static class ComparisonGrowth
{
    /// <summary>New articles that are timed for each size: half of them about the most reported event, half about nothing in particular.</summary>
    private const int NewArticles = 200;

    private const int ClaimsOfNew = 30;

    public static void Print(IEnumerable<int> sizes, TextWriter output)
    {
        output.WriteLine("| claims | from scratch | µs a claim | ÷ n log n | processor | memory | disputes | new article, median | p95 | slowest |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var first = 0.0;
        foreach (var size in sizes)
        {
            var run = Measure(size);
            var cost = run.Scratch.TotalSeconds / (run.Claims * Math.Log2(run.Claims));
            if (first == 0) first = cost;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {run.Claims:N0} | {run.Scratch.TotalSeconds:0.00} s | {run.Scratch.TotalMicroseconds / run.Claims:0.0} | {cost / first:0.00} | {run.Processor.TotalSeconds:0.0} s | {run.Megabytes:N0} MB | {run.Disputes:N0} | {run.Median:0.0} ms | {run.P95:0.0} ms | {run.Slowest:0.0} ms |"));
            output.Flush();
        }
    }

    private sealed record Run(int Claims, TimeSpan Scratch, TimeSpan Processor, double Megabytes, int Disputes, double Median, double P95, double Slowest);

    private static Run Measure(int size)
    {
        var generator = new CollectionGenerator();
        var index = new ComparisonIndex(generator.Dossier);
        var (claims, number) = (0, 0);
        var process = Process.GetCurrentProcess();
        var (watch, busy) = (new Stopwatch(), TimeSpan.Zero);
        while (claims < size)
        {
            // Some at a time: a million articles' texts are no part of what comparing needs.
            var some = Enumerable.Range(number, 1_000).Select(n => generator.Article(n).Analysis).ToList();
            number += some.Count;
            var before = process.TotalProcessorTime;
            watch.Start();
            index.AddAll(some.TakeWhile(article =>
            {
                if (claims >= size) return false;
                claims += article.Claims.Count;
                return true;
            }));

            watch.Stop();
            process.Refresh();
            busy += process.TotalProcessorTime - before;
        }

        var start = process.TotalProcessorTime;
        watch.Start();
        var found = index.Result();
        watch.Stop();
        process.Refresh();
        busy += process.TotalProcessorTime - start;
        var disputes = found.Disputes.Count;
        // As the service does once it is saved.
        index.Accept();
        found = null;
        var megabytes = GC.GetTotalMemory(forceFullCollection: true) / 1e6;

        var times = NewOnes(generator, number).Select(article =>
        {
            var began = Stopwatch.GetTimestamp();
            index.Add(article);
            index.Refresh();
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }).Skip(20).Order().ToList();
        return new(claims, watch.Elapsed, busy, megabytes, disputes, times[times.Count / 2], times[times.Count * 95 / 100], times[^1]);
    }

    /// <summary>Articles of 30 claims: several in one.</summary>
    private static IEnumerable<ArticleAnalysis> NewOnes(CollectionGenerator generator, int from) =>
        Enumerable.Range(0, NewArticles + 20).Select(n => generator.Timed(from + n, ClaimsOfNew, busiest: n % 2 == 0).Analysis);
}
