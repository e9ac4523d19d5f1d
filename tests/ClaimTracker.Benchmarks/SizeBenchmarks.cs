using System.Text;
using BenchmarkDotNet.Attributes;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;

namespace ClaimTracker.Benchmarks;

/// <summary>How time and memory grow with the text: tenfold text should take tenfold time.</summary>
[MemoryDiagnoser]
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
[MemoryDiagnoser]
public class AdversarialBenchmarks
{
    private Article _article = null!;
    private ClaimExtractor _extractor = null!;

    [Params("“", "said ", "7", "house ", "He said he ", "claims that ")]
    public string Piece { get; set; } = "";

    [Params(2_500_000, 10_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var text = Encoding.UTF8.GetString(Texts.Repeated(Piece, Bytes));
        _article = new() { FileName = "text.txt", ContentHash = new('0', 64), Text = text, Body = new(0, text.Length) };
        _extractor = Texts.Extractor();
    }

    [Benchmark]
    public IReadOnlyList<Attribution> Attributions() => _extractor.Attributions(_article);

    [Benchmark]
    public ArticleAnalysis Analysis() => _extractor.Extract(_article);
}
