using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>Everything of one article that goes into the store, in one transaction.</summary>
/// <param name="Analysis">What the engine read.</param>
/// <param name="Passages">For each claim, in the same order, the sentences around it. Contains the claim's content.</param>
/// <param name="Bytes">As they came.</param>
/// <param name="Origin">The path or address they came from.</param>
/// <param name="ReadWith">Versions of whatever could make the reading come out differently.</param>
public sealed record ArticleToStore(
    ArticleAnalysis Analysis, IReadOnlyList<TextSpan> Passages, ReadOnlyMemory<byte> Bytes, string Origin, string ReadWith)
{
    /// <summary>What the catalogue said of the file.</summary>
    public CatalogueEntry? Known { get; init; }

    /// <summary>Key of a stored article that this one takes the place of: the same file, read before all of it was written.</summary>
    public string? Replaces { get; init; }
}

/// <summary>What is known of the bytes of a stored article.</summary>
/// <param name="ArticleKey">The article's key.</param>
/// <param name="FileName">The name under which it was read.</param>
/// <param name="Origin">The path or address it came from.</param>
/// <param name="ReadWith">What it was read with.</param>
/// <param name="Known">What the catalogue said of the file then.</param>
public sealed record StoredArticle(string ArticleKey, string FileName, string Origin, string ReadWith, CatalogueEntry? Known);
