using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Repeats;

/// <summary>Claims by a number that says what they have in common. Most numbers have one claim, which then needs no list.</summary>
internal sealed class ClaimBuckets
{
    private readonly Dictionary<long, object> _buckets = [];

    public void Add(long key, ClaimFacts claim)
    {
        ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(_buckets, key, out var known);
        if (!known)
            there = claim;
        else if (there is List<ClaimFacts> list)
            list.Add(claim);
        else
            there = new List<ClaimFacts> { (ClaimFacts)there!, claim };
    }

    public void Remove(long key, ClaimFacts claim)
    {
        if (!_buckets.TryGetValue(key, out var there))
            return;
        if (there is List<ClaimFacts> list)
            list.Remove(claim);
        else if (there == claim)
            _buckets.Remove(key);
    }

    /// <summary>Appends the claims of a number.</summary>
    public void Find(long key, List<ClaimFacts> found)
    {
        if (!_buckets.TryGetValue(key, out var there))
            return;
        if (there is List<ClaimFacts> list)
            found.AddRange(list);
        else
            found.Add((ClaimFacts)there);
    }
}
