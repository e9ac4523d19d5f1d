using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>An article of a generated collection, read already.</summary>
/// <param name="Analysis">What an engine would have read in it.</param>
/// <param name="Passages">For each claim, in the same order, the sentence it stands in.</param>
/// <param name="Bytes">UTF-8; the article's content hash is theirs.</param>
public sealed record GeneratedArticle(ArticleAnalysis Analysis, IReadOnlyList<TextSpan> Passages, ReadOnlyMemory<byte> Bytes);
