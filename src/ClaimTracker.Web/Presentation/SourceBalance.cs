using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>Whose claims an outlet carries.</summary>
public static class SourceBalance
{
    /// <summary>Claims by side over all articles of an outlet.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<ArticleRow> articles) =>
        articles.SelectMany(a => a.ClaimsBySide).GroupBy(pair => pair.Key)
            .ToDictionary(g => g.Key, g => g.Sum(pair => pair.Value), StringComparer.Ordinal);
}
