using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>What was said last by a speaker, by those above or by those below it, while items come in the order in which they were said.</summary>
internal sealed class LatestOfChain<T>(ConflictModel model, Func<T, ClaimFacts> claimOf) where T : class
{
    /// <summary>The last one can be the claim itself, or stand inside it: then one before it counts.</summary>
    private const int Kept = 3;

    private readonly Dictionary<int, List<(int Number, T Item)>> _own = [];
    private readonly Dictionary<int, List<(int Number, T Item)>> _below = [];
    private int _count;

    public void Add(T item)
    {
        var speaker = claimOf(item).Speaker;
        Put(_own, speaker, item);
        foreach (var actor in model.ChainFrom(speaker))
            Put(_below, actor, item);
        _count++;
    }

    /// <summary>The latest that is another claim than this one, neither inside the other; null for none.</summary>
    public T? Before(ClaimFacts claim)
    {
        var found = Latest(_below, claim.Speaker, claim);
        foreach (var above in model.ChainFrom(claim.Speaker).Skip(1))
            if (Latest(_own, above, claim) is { } own && (found is null || found.Value.Number < own.Number))
                found = own;
        return found?.Item;
    }

    private void Put(Dictionary<int, List<(int Number, T Item)>> lists, int actor, T item)
    {
        var list = CollectionsMarshal.GetValueRefOrAddDefault(lists, actor, out _) ??= new(Kept);
        if (list.Count == Kept)
            list.RemoveAt(0);
        list.Add((_count, item));
    }

    private (int Number, T Item)? Latest(Dictionary<int, List<(int Number, T Item)>> lists, int actor, ClaimFacts claim)
    {
        if (lists.TryGetValue(actor, out var list))
            for (var i = list.Count - 1; i >= 0; i--)
                if (claimOf(list[i].Item) is var one && one != claim && one.NestedIn != claim.Key && claim.NestedIn != one.Key)
                    return list[i];
        return null;
    }
}
