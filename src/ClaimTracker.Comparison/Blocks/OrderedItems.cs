using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The items of an episode in their order, each with its cell. An item's place in this order is its rank.</summary>
/// <remarks>Cells are kept in order; items stay where they came in, and their cells tell where.</remarks>
internal sealed class OrderedItems<T>(Func<T, Cell> cellOf) where T : class, IDated, IComparable<T>
{
    private readonly List<(T Item, string Key)> _items = [];
    private readonly List<Cell> _cells = [];
    private List<T>? _added;

    public int Count => _items.Count + (_added?.Count ?? 0);

    /// <summary>By rank, all that were there when they were settled.</summary>
    public ReadOnlySpan<Cell> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>How often items went: what is kept by the slots of two items holds as long as none has gone.</summary>
    public int Removals { get; private set; }

    public T this[int rank] => _items[_cells[rank].Slot].Item;

    /// <summary>The key of an item's claim.</summary>
    public string Key(int rank) => _items[_cells[rank].Slot].Key;

    /// <summary>All ranks.</summary>
    public List<int> Ranks(Scratch scratch)
    {
        var ranks = scratch.List();
        CollectionsMarshal.SetCount(ranks, _cells.Count);
        for (var rank = 0; rank < ranks.Count; rank++)
            ranks[rank] = rank;
        return ranks;
    }

    public void Add(T item) => (_added ??= []).Add(item);

    /// <exception cref="InvalidOperationException">The item isn't there.</exception>
    public void Remove(T item)
    {
        var rank = Settled().RankOf(item, _cells.Count);
        if (rank == _cells.Count || this[rank].CompareTo(item) != 0)
            throw new InvalidOperationException($"An item of {item.Claim.Key} is in no episode that it should be in.");
        var slot = _cells[rank].Slot;
        // The last one takes the place that has become free.
        var last = RankOf(_items[^1].Item, _cells.Count);
        while (_cells[last].Slot != _items.Count - 1)
            last++;
        _cells[last] = _cells[last] with { Slot = slot };
        _items[slot] = _items[^1];
        _items.RemoveAt(_items.Count - 1);
        _cells.RemoveAt(rank);
        Removals++;
    }

    /// <summary>The same, with all that was added at its rank. Cells are moved in blocks from the end on, each of them once however many come in.</summary>
    public OrderedItems<T> Settled()
    {
        if (_added is null)
            return this;
        _added.Sort();
        // Most episodes have few items and never get another one: room for four would be most of what they take.
        if (_cells.Count == 0)
            (_cells.Capacity, _items.Capacity) = (_added.Count, _added.Count);
        var end = _cells.Count;
        CollectionsMarshal.SetCount(_cells, end + _added.Count);
        var cells = CollectionsMarshal.AsSpan(_cells);
        for (var left = _added.Count; left > 0; left--)
        {
            var item = _added[left - 1];
            var rank = RankOf(item, end);
            cells[rank..end].CopyTo(cells[(rank + left)..]);
            cells[rank + left - 1] = cellOf(item) with { Slot = _items.Count };
            _items.Add((item, item.Claim.Key));
            end = rank;
        }

        _added = null;
        return this;
    }

    /// <summary>The first rank whose item doesn't come before one, among the first so many.</summary>
    private int RankOf(T item, int count)
    {
        var (from, to) = (0, count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (this[middle].CompareTo(item) < 0)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
