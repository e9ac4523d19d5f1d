using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The claims of a dispute by side, in the dossier's order, and what they have in common. What is told of opposing claims leaves supporting ones out.</summary>
internal sealed class PositionList(ConflictModel model, Numbers<int[]> lists)
{
    private readonly Sided?[] _sides = new Sided?[model.Sides];
    private readonly int[] _topics = new int[model.Dossier.Topics.Count];
    private readonly HashSet<int> _articles = [], _outlets = [];
    private int _article = -1, _first = int.MaxValue, _last = int.MinValue;

    /// <summary>Sides that oppose another with a claim at least.</summary>
    public IEnumerable<int> Sides => Enumerable.Range(0, _sides.Length).Where(s => _sides[s] is { Claims.Count: > 0 });

    /// <summary>How many claims oppose another position.</summary>
    public int Claims => _sides.Sum(s => s?.Claims.Count ?? 0);

    /// <summary>In how many outlets; an article whose outlet nothing tells counts as one of its own.</summary>
    public int Outlets => _outlets.Count;

    /// <summary>In how many articles claims oppose each other.</summary>
    public int Articles => _articles.Count;

    /// <summary>How many of the opposing claims are about each of the dossier's topics.</summary>
    public IReadOnlyList<int> Topics => _topics;

    /// <summary>From the first to the last day on which any was said; null where nothing tells.</summary>
    public (int First, int Last)? Days => _first <= _last ? (_first, _last) : null;

    /// <summary>How sure the surest claim of a side is.</summary>
    public double Confidence(int side) => _sides[side]!.Confidence;

    /// <summary>Every place that claims of a side name.</summary>
    public HashSet<int> Places(int side) => _sides[side]!.Named.SelectMany(n => lists[n]).ToHashSet();

    /// <summary>Adds a claim, twice in a row as once.</summary>
    /// <param name="cell">The claim's.</param>
    /// <param name="rank">Its place among those that are added to its side, in the order of their keys.</param>
    /// <param name="supporting">Whether it backs the position without stating it.</param>
    public void Add(in Cell cell, int rank, bool supporting)
    {
        if (cell.Side < 0)
            return;
        var own = _sides[cell.Side] ??= new();
        if (!(supporting ? own.Supporting : own.Claims).Add(cell.Key, rank) || supporting)
            return;
        own.Confidence = Math.Max(own.Confidence, cell.Confidence);
        own.Named.Add(cell.Named);
        foreach (var topic in cell.Topics)
            _topics[topic]++;
        if (cell.Day != int.MinValue)
            (_first, _last) = (Math.Min(_first, cell.Day), Math.Max(_last, cell.Day));
        if (cell.Article == _article)
            return;
        _article = cell.Article;
        _articles.Add(cell.Article);
        _outlets.Add(cell.Outlet);
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
            if (_sides[side] is { } own)
                positions.Add(new(model.Dossier.Sides[side].Id, own.Claims.InOrder(), own.Supporting.InOrder()));
        return positions.ToArray();
    }

    private sealed class Sided
    {
        public KeyList Claims { get; } = new();

        public KeyList Supporting { get; } = new();

        public double Confidence { get; set; } = double.NegativeInfinity;

        /// <summary>Numbers of the lists of places.</summary>
        public HashSet<int> Named { get; } = [];
    }

    /// <summary>Keys with their ranks: sorting these is sorting those, without looking at them.</summary>
    private sealed class KeyList
    {
        private readonly List<string> _keys = [];
        private readonly List<int> _ranks = [];
        private bool _ordered = true;

        public int Count => _keys.Count;

        /// <returns>Whether it isn't the last one again.</returns>
        public bool Add(string key, int rank)
        {
            if (_keys.Count > 0)
            {
                if (ReferenceEquals(_keys[^1], key))
                    return false;
                _ordered &= _ranks[^1] < rank;
            }

            _keys.Add(key);
            _ranks.Add(rank);
            return true;
        }

        public string[] InOrder()
        {
            if (!_ordered)
                CollectionsMarshal.AsSpan(_ranks).Sort(CollectionsMarshal.AsSpan(_keys));
            _ordered = true;
            return [.. _keys];
        }
    }
}
