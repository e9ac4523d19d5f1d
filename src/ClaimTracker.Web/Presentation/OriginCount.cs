using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>How many articles some claims stand in, and how many origins those have: copies of one text count once.</summary>
public sealed record OriginCount(int Articles, int Origins)
{
    public static OriginCount Of(IEnumerable<ClaimRow> claims, IReadOnlyList<OriginRow> origins)
    {
        var articles = claims.Select(c => c.Article.Key).Distinct(StringComparer.Ordinal).ToList();
        var groups = origins.Index().SelectMany(o => o.Item.Articles.Select(a => (a.Key, o.Index))).DistinctBy(a => a.Key)
            .ToDictionary(a => a.Key, a => a.Index, StringComparer.Ordinal);
        return new(articles.Count, articles.Select(key => groups.TryGetValue(key, out var group) ? (object)group : key).Distinct().Count());
    }
}
