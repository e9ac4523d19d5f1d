namespace ClaimTracker.Comparison.Reading;

/// <summary>Short lists of numbers, each kept once: a million claims name a few thousand different sets of places and topics.</summary>
internal sealed class SharedLists
{
    private readonly HashSet<int[]> _lists = new(ByNumbers.Instance);

    /// <summary>The list that holds these numbers in this order. Nobody is to change it.</summary>
    public int[] Of(IEnumerable<int> numbers)
    {
        int[] list = [.. numbers];
        if (list.Length == 0)
            return [];
        if (_lists.TryGetValue(list, out var known))
            return known;
        _lists.Add(list);
        return list;
    }

    private sealed class ByNumbers : IEqualityComparer<int[]>
    {
        public static ByNumbers Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = 0;
            foreach (var number in obj)
                hash = hash * 31 + number;
            return hash;
        }
    }
}
