namespace ClaimTracker.Storage.Columns;

/// <summary>The last few things that were worked out. Safe for any number of threads; two that ask at once may both work.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly List<(TKey Key, TValue Value)> _entries = [];

    public bool TryGet(TKey key, out TValue value)
    {
        lock (_lock)
        {
            var at = _entries.FindIndex(e => EqualityComparer<TKey>.Default.Equals(e.Key, key));
            if (at < 0)
            {
                value = default!;
                return false;
            }

            var entry = _entries[at];
            _entries.RemoveAt(at);
            _entries.Add(entry);
            value = entry.Value;
            return true;
        }
    }

    public TValue Put(TKey key, TValue value)
    {
        lock (_lock)
        {
            _entries.RemoveAll(e => EqualityComparer<TKey>.Default.Equals(e.Key, key));
            _entries.Add((key, value));
            if (_entries.Count > most) _entries.RemoveAt(0);
        }

        return value;
    }
}
