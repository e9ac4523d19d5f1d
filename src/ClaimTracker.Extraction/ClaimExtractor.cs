using ClaimTracker.Domain;

namespace ClaimTracker.Extraction;

/// <summary>Article to <see cref="ArticleAnalysis"/>. Safe to use from several threads; holds nothing of an article.</summary>
public sealed class ClaimExtractor
{
    /// <summary>An engine for one conflict; compiles the lexicon and the dossier's names once.</summary>
    public ClaimExtractor(Dossier dossier) => ArgumentNullException.ThrowIfNull(dossier);

    /// <summary>Changes whenever the same article could give another result.</summary>
    public static string EngineVersion => "1";

    /// <summary>Everything that can be read in one article.</summary>
    public ArticleAnalysis Extract(Article article) => throw new NotImplementedException();

    /// <summary>The linguistic layer alone.</summary>
    public IReadOnlyList<Attribution> Attributions(Article article) => throw new NotImplementedException();
}
