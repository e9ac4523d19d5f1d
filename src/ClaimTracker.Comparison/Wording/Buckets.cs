using System.Runtime.InteropServices;

namespace ClaimTracker.Comparison.Wording;

/// <summary>Claims, or articles, by a number that says what they have in common. Most numbers have one, which then needs no list.</summary>
internal sealed class Buckets<T> where T : class
{
    private readonly Dictionary<long, object> _buckets = [];

    public void Add(long key, T item)
    {
        ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, key, out var known);
        if (!known)
            there = item;
        else if (there is List<T> list)
            list.Add(item);
        else
            there = new List<T> { (T)there!, item };
    }

    public void Remove(long key, T item)
    {
        if (!_buckets.TryGetValue(key, out var there))
            return;
        if (there is List<T> list)
            list.Remove(item);
        else if (there == (object)item)
            _buckets.Remove(key);
    }

    /// <summary>How many share a number.</summary>
    public int Count(long key) => !_buckets.TryGetValue(key, out var there) ? 0 : there is List<T> list ? list.Count : 1;

    /// <summary>Appends those of a number.</summary>
    public void Find(long key, List<T> found)
    {
        if (!_buckets.TryGetValue(key, out var there))
            return;
        if (there is List<T> list)
            found.AddRange(list);
        else
            found.Add((T)there);
    }
}
