using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>A topic and how many claims two parties have on it.</summary>
public sealed record SharedTopic(string Id, string Name, int Left, int Right)
{
    /// <summary>Every topic that at least one of them speaks of, out of their facets.</summary>
    public static IReadOnlyList<SharedTopic> Of(IReadOnlyList<Facet> left, IReadOnlyList<Facet> right, Func<string, string> name)
    {
        var (one, other) = (Counts(left), Counts(right));
        return [.. one.Keys.Union(other.Keys).Select(id => new SharedTopic(id, name(id), one.GetValueOrDefault(id), other.GetValueOrDefault(id)))];
    }

    private static Dictionary<string, int> Counts(IReadOnlyList<Facet> facets) =>
        facets.Where(f => f.Name == Addresses.Parameters.Topic).SelectMany(f => f.Values).Where(v => v.Count > 0)
            .ToDictionary(v => v.Value, v => v.Count, StringComparer.Ordinal);
}
