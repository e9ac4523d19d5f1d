using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Extraction;
using ClaimTracker.Reading;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>The engine for one conflict. Its lexicon is compiled when the first article comes.</summary>
public sealed class ClaimEngine(Dossier dossier) : IArticleEngine
{
    private readonly Lazy<ClaimExtractor> _extractor = new(() => new ClaimExtractor(dossier));

    /// <inheritdoc/>
    public Dossier Dossier => dossier;

    /// <inheritdoc/>
    public string ReadingVersion => $"{ClaimExtractor.EngineVersion}/{dossier.Version}";

    /// <inheritdoc/>
    /// <remarks>Comparing again is cheap, so every build of the comparison counts as a version of its own.</remarks>
    public string ComparisonVersion => $"{typeof(ClaimComparer).Module.ModuleVersionId:N}/{dossier.Version}";

    /// <inheritdoc/>
    public ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known) => ArticleReader.Read(fileName, bytes, known);

    /// <inheritdoc/>
    public ArticleAnalysis Extract(Article article) => _extractor.Value.Extract(article);

    /// <inheritdoc/>
    public Comparisons Compare(IEnumerable<ArticleAnalysis> articles) => new ClaimComparer(dossier).Compare(articles);
}
