using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The claims of a dispute by side, in the dossier's order. Claims are to be added in the order of their keys.</summary>
internal sealed class PositionList(ConflictModel model)
{
    private readonly SortedDictionary<int, Sided> _sides = [];

    private sealed record Sided(List<ClaimFacts> Claims, List<ClaimFacts> Supporting);

    /// <summary>Every claim that opposes another position.</summary>
    public IEnumerable<ClaimFacts> Claims => _sides.Values.SelectMany(s => s.Claims);

    public IEnumerable<int> Sides => _sides.Where(s => s.Value.Claims.Count > 0).Select(s => s.Key);

    public IReadOnlyList<ClaimFacts> Of(int side) => _sides.TryGetValue(side, out var own) ? own.Claims : [];

    /// <summary>Adds a claim, twice in a row as once.</summary>
    public void Add(ClaimFacts claim, bool supporting)
    {
        if (claim.Side < 0)
            return;
        if (!_sides.TryGetValue(claim.Side, out var own))
            _sides[claim.Side] = own = new([], []);
        var list = supporting ? own.Supporting : own.Claims;
        if (list.Count == 0 || list[^1] != claim)
            list.Add(claim);
    }

    /// <summary>In how many outlets; an article whose outlet nothing tells counts as one of its own.</summary>
    public int Outlets()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ArticleFacts? last = null;
        foreach (var claim in Claims)
        {
            if (claim.Article != last)
                seen.Add(claim.Article.Source ?? claim.Article.Key);
            last = claim.Article;
        }

        return seen.Count;
    }

    /// <summary>In how many articles claims oppose each other.</summary>
    public int Articles()
    {
        // A claim's key begins with its article's, so that claims of one article stand together.
        var seen = new HashSet<ArticleFacts>();
        ArticleFacts? last = null;
        foreach (var claim in Claims)
        {
            if (claim.Article != last)
                seen.Add(claim.Article);
            last = claim.Article;
        }

        return seen.Count;
    }

    /// <summary>As the domain has them: by key, supporting claims apart.</summary>
    public IReadOnlyList<Position> Positions() =>
        [.. _sides.Select(s => new Position(model.Dossier.Sides[s.Key].Id, Keys(s.Value.Claims), Keys(s.Value.Supporting)))];

    private static string[] Keys(List<ClaimFacts> claims)
    {
        var keys = new string[claims.Count];
        var ordered = true;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = claims[i].Key;
            ordered &= i == 0 || string.CompareOrdinal(keys[i - 1], keys[i]) <= 0;
        }

        if (!ordered)
            Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }
}
