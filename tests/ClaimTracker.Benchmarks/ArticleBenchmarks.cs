using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;

namespace ClaimTracker.Benchmarks;

/// <summary>Decoded text to analysis over a folder; a pass over all bytes that counts words is the measure.</summary>
[MemoryDiagnoser, MinColumn]
[Config(typeof(PerArticle))]
public class ArticleBenchmarks
{
    private byte[][] _files = [];
    private Article[] _articles = [];
    private ClaimExtractor _extractor = null!;

    [GlobalSetup]
    public void Read()
    {
        _files = Texts.Files(".txt");
        _articles = [.. _files.Select((f, i) => Texts.Read($"{i}.txt", f))];
        _extractor = Texts.Extractor();
    }

    /// <summary>What <c>wc -w</c> does, without opening a file.</summary>
    [Benchmark(Baseline = true)]
    public int WordCount() => _files.Sum(Texts.Words);

    /// <summary>The layout alone: bytes to title, dateline, body, boilerplate, published date.</summary>
    [Benchmark]
    public int Reading() => _files.Sum(f => Texts.Read("1.txt", f).Body.Length);

    /// <summary>The linguistic layer alone.</summary>
    [Benchmark]
    public int Attributions() => _articles.Sum(a => _extractor.Attributions(a).Count);

    /// <summary>The whole way on one thread.</summary>
    [Benchmark]
    public int Analysis() => _articles.Sum(a => _extractor.Extract(a).Claims.Count);

    /// <summary>The same on two.</summary>
    [Benchmark]
    public int AnalysisOnTwoThreads()
    {
        var claims = 0;
        Parallel.ForEach(_articles, new ParallelOptions { MaxDegreeOfParallelism = 2 }, a => Interlocked.Add(ref claims, _extractor.Extract(a).Claims.Count));
        return claims;
    }

    /// <summary>Adds what a run over all articles means for one of them.</summary>
    private sealed class PerArticle : ManualConfig
    {
        public PerArticle() => AddColumn(new PerPieceColumn("Articles/s", seconds => Texts.Files(".txt").Length / seconds, "N0"));
    }
}

/// <summary>Pages of HTML to articles over a folder.</summary>
[MemoryDiagnoser, MinColumn]
[Config(typeof(PerPage))]
public class PageBenchmarks
{
    private byte[][] _files = [];

    [GlobalSetup]
    public void Read() => _files = Texts.Files(".html");

    [Benchmark]
    public int Pages() => _files.Sum(f => Texts.Read("page.html", f).Text.Length);

    private sealed class PerPage : ManualConfig
    {
        public PerPage() => AddColumn(new PerPieceColumn("Pages/s", seconds => Texts.Files(".html").Length / seconds, "N0"));
    }
}
