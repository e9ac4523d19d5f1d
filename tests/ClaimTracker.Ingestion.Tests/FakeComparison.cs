using ClaimTracker.Comparison;
using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>Finds one dispute of the first claim of each side, when both have one.</summary>
/// <param name="comparing">Called before each comparison.</param>
internal sealed class FakeComparison(Action comparing) : IComparisonIndex
{
    private readonly Dictionary<string, ArticleAnalysis> _articles = new(StringComparer.Ordinal);
    private Dispute? _accepted;

    public int Count => _articles.Count;

    public void Add(ArticleAnalysis analysis) => _articles[analysis.Article.Key] = analysis;

    public void AddAll(IEnumerable<ArticleAnalysis> analyses)
    {
        foreach (var analysis in analyses) Add(analysis);
    }

    public bool Remove(string articleKey) => _articles.Remove(articleKey);

    public ComparisonChange Changes()
    {
        comparing();
        var now = Find();
        return new(now is null ? [] : [now], _accepted is null || now is not null ? [] : [_accepted.Slug]);
    }

    public void Accept() => _accepted = Find();

    public Comparisons Result()
    {
        comparing();
        return new(Find() is { } found ? [found] : [], [], []);
    }

    private Dispute? Find()
    {
        var claims = _articles.Values.SelectMany(a => a.Claims).OrderBy(c => c.Key, StringComparer.Ordinal).ToLookup(c => c.Speaker.Side);
        return claims.Contains("upper") && claims.Contains("lower")
            ? new("rain", "Did it rain?", DisputeKind.Denial, [new("upper", [claims["upper"].First().Key], []), new("lower", [claims["lower"].First().Key], [])], 1, "so")
            : null;
    }
}
