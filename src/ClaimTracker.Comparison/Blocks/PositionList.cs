using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The claims of a dispute by side, in the dossier's order.</summary>
internal sealed class PositionList(ConflictModel model)
{
    private readonly HashSet<ClaimFacts> _seen = [];
    private readonly SortedDictionary<int, (List<ClaimFacts> Claims, List<ClaimFacts> Supporting)> _sides = [];

    /// <summary>Every claim that opposes another position.</summary>
    public IEnumerable<ClaimFacts> Claims => _sides.Values.SelectMany(s => s.Claims);

    public IEnumerable<ClaimFacts> All => _sides.Values.SelectMany(s => s.Claims.Concat(s.Supporting));

    public IEnumerable<int> Sides => _sides.Where(s => s.Value.Claims.Count > 0).Select(s => s.Key);

    public IReadOnlyList<ClaimFacts> Of(int side) => _sides.TryGetValue(side, out var own) ? own.Claims : [];

    /// <summary>Adds a claim; what it is added as first counts.</summary>
    public void Add(ClaimFacts claim, bool supporting)
    {
        if (claim.Side < 0 || !_seen.Add(claim))
            return;
        if (!_sides.TryGetValue(claim.Side, out var own))
            _sides[claim.Side] = own = ([], []);
        (supporting ? own.Supporting : own.Claims).Add(claim);
    }

    /// <summary>As the domain has them: by key, supporting claims apart.</summary>
    public IReadOnlyList<Position> Positions() =>
        [.. _sides.Select(s => new Position(model.Dossier.Sides[s.Key].Id, Keys(s.Value.Claims), Keys(s.Value.Supporting)))];

    private static string[] Keys(List<ClaimFacts> claims) => [.. claims.Select(c => c.Key).Order(StringComparer.Ordinal)];
}
