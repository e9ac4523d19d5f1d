using ClaimTracker.Domain;

namespace ClaimTracker.Comparison;

/// <summary>Sets claims against each other: disputes, repeats, arithmetic.</summary>
public sealed class ClaimComparer
{
    /// <summary>A comparer for one conflict.</summary>
    public ClaimComparer(Dossier dossier) => ArgumentNullException.ThrowIfNull(dossier);

    /// <summary>Compares all claims of some articles. The result is the same in any order of articles.</summary>
    public Comparisons Compare(IEnumerable<ArticleAnalysis> articles) => throw new NotImplementedException();
}
