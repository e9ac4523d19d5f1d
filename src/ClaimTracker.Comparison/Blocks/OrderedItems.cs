using System.Runtime.InteropServices;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>The items of an episode in their order, each with its cell. An item's place in this order is its rank.</summary>
internal sealed class OrderedItems<T>(Func<T, Cell> cellOf) where T : class, IDated, IComparable<T>
{
    private readonly List<T> _items = [];
    private readonly List<Cell> _cells = [];
    private List<T> _added = [];

    public int Count => _items.Count + _added.Count;

    /// <summary>By rank, all that were there when they were settled.</summary>
    public ReadOnlySpan<Cell> Cells => CollectionsMarshal.AsSpan(_cells);

    /// <summary>All ranks.</summary>
    public List<int> Ranks => [.. Enumerable.Range(0, _items.Count)];

    public T this[int rank] => _items[rank];

    public void Add(T item) => _added.Add(item);

    /// <exception cref="InvalidOperationException">The item isn't there.</exception>
    public void Remove(T item)
    {
        var rank = Settled()._items.BinarySearch(item);
        if (rank < 0)
            throw new InvalidOperationException($"An item of {item.Claim.Key} is in no episode that it should be in.");
        _items.RemoveAt(rank);
        _cells.RemoveAt(rank);
    }

    /// <summary>The same, with all that was added at its rank. Items are moved in blocks from the end on, each of them once however many come in.</summary>
    public OrderedItems<T> Settled()
    {
        if (_added.Count == 0)
            return this;
        _added.Sort();
        var end = _items.Count;
        CollectionsMarshal.SetCount(_items, end + _added.Count);
        CollectionsMarshal.SetCount(_cells, end + _added.Count);
        var items = CollectionsMarshal.AsSpan(_items);
        var cells = CollectionsMarshal.AsSpan(_cells);
        for (var left = _added.Count; left > 0; left--)
        {
            var item = _added[left - 1];
            var found = items[..end].BinarySearch(item);
            var rank = found < 0 ? ~found : found;
            items[rank..end].CopyTo(items[(rank + left)..]);
            cells[rank..end].CopyTo(cells[(rank + left)..]);
            items[rank + left - 1] = item;
            cells[rank + left - 1] = cellOf(item);
            end = rank;
        }

        _added = [];
        return this;
    }
}
