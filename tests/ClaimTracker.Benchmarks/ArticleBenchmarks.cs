using BenchmarkDotNet.Attributes;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;

namespace ClaimTracker.Benchmarks;

/// <summary>Decoded text to analysis over a folder, one thread; a pass over all bytes that counts words is the measure.</summary>
[MemoryDiagnoser]
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
        Console.WriteLine($"// {_articles.Length} articles, {_files.Sum(f => (long)f.Length)} bytes: divide time and allocated bytes by the number of articles");
    }

    [Benchmark(Baseline = true)]
    public int WordCount()
    {
        var words = 0;
        foreach (var file in _files)
        {
            var inWord = false;
            foreach (var b in file)
            {
                var letter = b > ' ';
                words += letter && !inWord ? 1 : 0;
                inWord = letter;
            }
        }

        return words;
    }

    [Benchmark]
    public int Analysis()
    {
        var claims = 0;
        foreach (var article in _articles)
            claims += _extractor.Extract(article).Claims.Count;
        return claims;
    }
}

/// <summary>Pages of HTML to articles over a folder.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private byte[][] _files = [];

    [GlobalSetup]
    public void Read() => _files = Texts.Files(".html");

    [Benchmark]
    public int Pages()
    {
        var letters = 0;
        foreach (var file in _files)
            letters += Texts.Read("page.html", file).Text.Length;
        return letters;
    }
}
