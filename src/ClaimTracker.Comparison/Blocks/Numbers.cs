using System.Runtime.InteropServices;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Numbers for different values, from 0 on in the order in which they first come.</summary>
internal sealed class Numbers<T>(IEqualityComparer<T> comparer) where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _values = [];

    public int Count => _values.Count;

    /// <summary>The first value that got this number.</summary>
    public T this[int number] => _values[number];

    public int Of(T value)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out var known);
        if (!known)
        {
            number = _values.Count;
            _values.Add(value);
        }

        return number;
    }
}
