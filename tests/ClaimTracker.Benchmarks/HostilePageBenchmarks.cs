using System.Text;
using BenchmarkDotNet.Attributes;
using ClaimTracker.Domain;

namespace ClaimTracker.Benchmarks;

/// <summary>Broken pages at two sizes: four times the page should take four times the time.</summary>
[MemoryDiagnoser]
public class HostilePageBenchmarks
{
    private const string Sentence = "<p>The river rose by two metres overnight, the water authority of the province said, and three bridges were closed.</p>";

    private byte[] _page = [];

    [Params("<div>", "<b>", "<p><font color=x>word ", "<a href=x><div>", "<table><tr><td>", "<", "&", "<!--", "\"'=", "</p>", "<script>", "<div class=related>x</div>", Sentence)]
    public string Piece { get; set; } = "";

    [Params(2_500_000, 9_900_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Make() => _page = [.. Encoding.UTF8.GetBytes($"<html><body>{Sentence}"), .. Texts.Repeated(Piece, Bytes)];

    [Benchmark]
    public Article Read() => Texts.Read("page.html", _page);
}
