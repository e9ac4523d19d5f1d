using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>Sets claims against each other: disputes, repeats, arithmetic.</summary>
public sealed class ClaimComparer
{
    private readonly Dossier _dossier;

    /// <summary>A comparer for one conflict.</summary>
    public ClaimComparer(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        _dossier = dossier;
    }

    /// <summary>Compares all claims of some articles. The result is the same in any order of articles.</summary>
    public Comparisons Compare(IEnumerable<ArticleAnalysis> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var index = new ComparisonIndex(_dossier);
        index.AddAll(articles);
        return index.Result();
    }
}
