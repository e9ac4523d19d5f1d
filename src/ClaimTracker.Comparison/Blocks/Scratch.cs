using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What passes over episodes write down on the way, laid out once: a burst has thousands of ranks, and several passes need lists of them.</summary>
/// <remarks>For one thread; what it hands out is good for one episode.</remarks>
internal sealed class Scratch(ConflictModel model)
{
    private readonly List<List<int>> _lists = [];
    private readonly List<NumberMap> _maps = [];
    private int _usedLists, _usedMaps;

    /// <summary>The claims of a dispute; there is one at a time.</summary>
    public PositionList Positions { get; } = new(model);

    /// <summary>What was said last; of one part of an episode at a time.</summary>
    public LatestOfChain Latest { get; } = new(model);

    /// <summary>Lists by day; whoever uses it empties it first.</summary>
    public Dictionary<int, List<int>> ByDay { get; } = [];

    /// <summary>An empty list.</summary>
    public List<int> List()
    {
        if (_usedLists == _lists.Count)
            _lists.Add([]);
        var list = _lists[_usedLists++];
        list.Clear();
        return list;
    }

    /// <summary>An empty map, for numbers that a block counts.</summary>
    public NumberMap Map()
    {
        if (_usedMaps == _maps.Count)
            _maps.Add(new());
        var map = _maps[_usedMaps++];
        map.Clear();
        return map;
    }

    /// <summary>Takes back all lists and maps.</summary>
    public void Clear() => (_usedLists, _usedMaps) = (0, 0);
}

/// <summary>Numbers by small numbers. It is emptied without going over it.</summary>
internal sealed class NumberMap
{
    private (int Pass, int Value)[] _values = [];
    private int _pass = 1;

    /// <summary>The value of a number, which is put in with 0 where it isn't there.</summary>
    public ref int Of(int number, out bool known)
    {
        if (number >= _values.Length)
            Array.Resize(ref _values, Math.Max(number + 1, 2 * _values.Length));
        ref var found = ref _values[number];
        known = found.Pass == _pass;
        if (!known)
            found = (_pass, 0);
        return ref found.Value;
    }

    public bool Contains(int number) => number < _values.Length && _values[number].Pass == _pass;

    /// <returns>Whether it wasn't there.</returns>
    public bool Add(int number)
    {
        Of(number, out var known);
        return !known;
    }

    public void Clear() => _pass++;
}
