using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The claims of a dispute by side, in the dossier's order, and what they have in common. What is told of opposing claims leaves supporting ones out.</summary>
internal sealed class PositionList
{
    private readonly ConflictModel _model;
    private readonly Sided[] _sides;
    private readonly int[] _topics;
    private readonly NumberMap _seenArticles = new(), _seenOutlets = new();
    private Numbers<int[]> _lists = new(ReferenceEqualityComparer.Instance);
    private Func<int, int, string> _keyOf = (_, _) => "";
    private int _article, _first, _last;

    public PositionList(ConflictModel model)
    {
        _model = model;
        _sides = [.. Enumerable.Range(0, model.Sides).Select(_ => new Sided())];
        _topics = new int[model.Dossier.Topics.Count];
    }

    /// <summary>Sides that oppose another with a claim at least.</summary>
    public IEnumerable<int> Sides => Enumerable.Range(0, _sides.Length).Where(s => _sides[s].Claims.Count > 0);

    /// <summary>How many claims oppose another position.</summary>
    public int Claims => _sides.Sum(s => s.Claims.Count);

    /// <summary>In how many outlets; an article whose outlet nothing tells counts as one of its own.</summary>
    public int Outlets { get; private set; }

    /// <summary>In how many articles claims oppose each other.</summary>
    public int Articles { get; private set; }

    /// <summary>How many of the opposing claims are about each of the dossier's topics.</summary>
    public IReadOnlyList<int> Topics => _topics;

    /// <summary>From the first to the last day on which any was said; null where nothing tells.</summary>
    public (int First, int Last)? Days => _first <= _last ? (_first, _last) : null;

    /// <summary>How sure the surest claim of a side is.</summary>
    public double Confidence(int side) => _sides[side].Confidence;

    /// <summary>Every place that claims of a side name.</summary>
    public HashSet<int> Places(int side) => _sides[side].Named.SelectMany(n => _lists[n]).ToHashSet();

    /// <summary>The same, of another dispute, without any claim as yet.</summary>
    /// <param name="lists">What the numbers of lists of places and topics stand for.</param>
    /// <param name="keyOf">The key of a claim, by its side and its rank.</param>
    public PositionList Of(Numbers<int[]> lists, Func<int, int, string> keyOf)
    {
        (_lists, _keyOf) = (lists, keyOf);
        (_article, _first, _last) = (-1, int.MaxValue, int.MinValue);
        (Outlets, Articles) = (0, 0);
        foreach (var side in _sides)
            side.Clear();
        Array.Clear(_topics);
        _seenArticles.Clear();
        _seenOutlets.Clear();
        return this;
    }

    /// <summary>The same, of a dispute of a few claims that no block brought together.</summary>
    public PositionList Of(IEnumerable<ClaimFacts> claims)
    {
        var cells = new CellMaker(_model);
        var inOrder = claims.OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        Of(cells.Lists, (_, rank) => inOrder[rank].Key);
        foreach (var (rank, claim) in inOrder.Index())
            Add(cells.Of(claim, claim.Places, 0, false), rank, false);
        return this;
    }

    /// <summary>Adds a claim, twice in a row as once.</summary>
    /// <param name="cell">The claim's.</param>
    /// <param name="rank">Its place among those that are added to its side, in the order of their keys.</param>
    /// <param name="supporting">Whether it backs the position without stating it.</param>
    public void Add(in Cell cell, int rank, bool supporting)
    {
        if (cell.Side < 0)
            return;
        var own = _sides[cell.Side];
        if (!(supporting ? own.Supporting : own.Claims).Add(cell.Claim, rank) || supporting)
            return;
        own.Confidence = Math.Max(own.Confidence, cell.Confidence);
        if (own.SeenNamed.Add(cell.Named))
            own.Named.Add(cell.Named);
        foreach (var topic in _lists[cell.Topics])
            _topics[topic]++;
        if (cell.Day != int.MinValue)
            (_first, _last) = (Math.Min(_first, cell.Day), Math.Max(_last, cell.Day));
        if (cell.Article == _article)
            return;
        _article = cell.Article;
        if (!_seenArticles.Add(cell.Article))
            return;
        Articles++;
        if (cell.Outlet < 0 || _seenOutlets.Add(cell.Outlet))
            Outlets++;
    }

    /// <summary>Adds claims of an episode.</summary>
    public void Add(ReadOnlySpan<Cell> cells, List<int> ranks)
    {
        foreach (var rank in ranks)
            Add(cells[rank], rank, false);
    }

    /// <summary>As the domain has them: by key, supporting claims apart.</summary>
    public IReadOnlyList<Position> Positions()
    {
        List<Position> positions = [];
        for (var side = 0; side < _sides.Length; side++)
            if (_sides[side] is { } own && own.Claims.Count + own.Supporting.Count > 0)
                positions.Add(new(_model.Dossier.Sides[side].Id, Keys(side, own.Claims), Keys(side, own.Supporting)));
        return positions.ToArray();
    }

    private string[] Keys(int side, ClaimList claims)
    {
        var ranks = claims.InOrder();
        var keys = new string[ranks.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = _keyOf(side, ranks[i]);
        return keys;
    }

    private sealed class Sided
    {
        public ClaimList Claims { get; } = new();

        public ClaimList Supporting { get; } = new();

        public double Confidence { get; set; }

        /// <summary>Numbers of the lists of places.</summary>
        public List<int> Named { get; } = [];

        public NumberMap SeenNamed { get; } = new();

        public void Clear()
        {
            Claims.Clear();
            Supporting.Clear();
            Confidence = double.NegativeInfinity;
            Named.Clear();
            SeenNamed.Clear();
        }
    }

    /// <summary>Claims by their ranks: sorting these is sorting their keys, without looking at them.</summary>
    private sealed class ClaimList
    {
        private readonly List<int> _ranks = [];
        private int _last;
        private bool _ordered = true;

        public int Count => _ranks.Count;

        /// <returns>Whether it isn't the last one again.</returns>
        public bool Add(int claim, int rank)
        {
            if (_ranks.Count > 0)
            {
                if (_last == claim)
                    return false;
                _ordered &= _ranks[^1] < rank;
            }

            _last = claim;
            _ranks.Add(rank);
            return true;
        }

        public List<int> InOrder()
        {
            if (!_ordered)
                _ranks.Sort();
            _ordered = true;
            return _ranks;
        }

        public void Clear()
        {
            _ranks.Clear();
            _ordered = true;
        }
    }
}
