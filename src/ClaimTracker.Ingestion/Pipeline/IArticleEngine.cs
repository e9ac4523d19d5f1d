using ClaimTracker.Comparison;
using ClaimTracker.Domain;
using ClaimTracker.Reading;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>What the pipeline asks of reading, extraction and comparison. Safe to use from several threads.</summary>
public interface IArticleEngine
{
    /// <summary>Changes whenever the same bytes and catalogue entry could be read otherwise: engine and dossier.</summary>
    string ReadingVersion { get; }

    /// <summary>Changes whenever the same articles could be compared otherwise.</summary>
    string ComparisonVersion { get; }

    /// <summary>The conflict that it reads for.</summary>
    Dossier Dossier { get; }

    /// <inheritdoc cref="ArticleReader.Read"/>
    ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known);

    /// <summary>Everything that can be read in one article.</summary>
    ArticleAnalysis Extract(Article article);

    /// <summary>The article's sentences in reading order, apart from one another.</summary>
    IReadOnlyList<TextSpan> Sentences(Article article);

    /// <summary>An empty index that sets the claims of articles against each other as they come and go.</summary>
    IComparisonIndex NewComparison();
}
