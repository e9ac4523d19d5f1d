using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;

namespace ClaimTracker.Benchmarks;

/// <summary>How time and memory grow with the text: tenfold text should take tenfold time.</summary>
[MemoryDiagnoser, MinColumn]
[Config(typeof(PerByte))]
public class GrowthBenchmarks
{
    private Article _article = null!;
    private ClaimExtractor _extractor = null!;

    [Params(1_000, 10_000, 100_000, 1_000_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var text = Encoding.UTF8.GetString(Texts.Files(".txt")[0]);
        _article = Texts.Read("text.txt", Texts.Repeated(Bytes < text.Length ? text[..(Bytes / 2)] + "\n" : text + "\n", Bytes));
        _extractor = Texts.Extractor();
    }

    [Benchmark]
    public ArticleAnalysis Analysis() => _extractor.Extract(_article);
}

/// <summary>Texts that no newspaper prints, at two sizes: four times the text should take four times the time.</summary>
[MemoryDiagnoser, MinColumn]
[Config(typeof(PerByte))]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 0, iterationCount: 1)]
public class AdversarialBenchmarks
{
    private Article _article = null!;
    private ClaimExtractor _extractor = null!;

    [Params("“", "said ", "7", "5 ", "house", "house ", "He said he ", "claims that ", "\"'Aa said' he said\" ")]
    public string Piece { get; set; } = "";

    [Params(2_500_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var text = Encoding.UTF8.GetString(Texts.Repeated(Piece, Bytes));
        _article = new() { FileName = "text.txt", ContentHash = new('0', 64), Text = text, Body = new(0, text.Length) };
        _extractor = Texts.Extractor();
        var few = text[..Math.Min(text.Length, 2_000)];
        for (var i = 0; i < 60; i++) // compiled for good before the one run that is measured
            _extractor.Extract(new() { FileName = "text.txt", ContentHash = new('0', 64), Text = few, Body = new(0, few.Length) });
    }

    [Benchmark]
    public ArticleAnalysis Analysis() => _extractor.Extract(_article);
}

/// <summary>Adds what a run means for one byte of text: the same at all sizes where cost grows with the length alone.</summary>
internal sealed class PerByte : ManualConfig
{
    public PerByte() => AddColumn(new PerPieceColumn("ns/byte", (seconds, run) => seconds * 1e9 / (int)run.Parameters["Bytes"], "N0"));
}
