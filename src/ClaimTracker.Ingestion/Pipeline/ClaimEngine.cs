using System.Security.Cryptography;
using System.Text;
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
    public string ReadingVersion { get; } =
        $"{ClaimExtractor.EngineVersion}/{Build(typeof(Article), typeof(ArticleReader), typeof(ClaimExtractor), typeof(ClaimEngine))}/{dossier.Version}";

    /// <inheritdoc/>
    public string ComparisonVersion { get; } = $"{Build(typeof(Article), typeof(ClaimComparer))}/{dossier.Version}";

    /// <inheritdoc/>
    public ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known) => ArticleReader.Read(fileName, bytes, known);

    /// <inheritdoc/>
    public ArticleAnalysis Extract(Article article) => _extractor.Value.Extract(article);

    /// <inheritdoc/>
    public IReadOnlyList<TextSpan> Sentences(Article article) => _extractor.Value.Sentences(article);

    /// <inheritdoc/>
    public IComparisonIndex NewComparison() => new ComparisonIndex(dossier);

    /// <summary>
    /// Every build of what reads counts as a version of its own: builds are deterministic, so the same sources are the same version, and nobody
    /// has to remember that a word added to a lexicon changes what articles say.
    /// </summary>
    private static string Build(params ReadOnlySpan<Type> parts)
    {
        var versions = new StringBuilder();
        foreach (var part in parts) versions.Append(part.Module.ModuleVersionId.ToString("N"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(versions.ToString())))[..16];
    }
}
