using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>
/// Parts the items of a part of an episode by who can speak for whom, and keeps what each such group gave: of a burst with hundreds of
/// speakers one more article changes a few.
/// </summary>
/// <remarks>
/// Two speakers are in one group where one is above the other, or both are below one who speaks there himself. A group that has the same items
/// as at the last call gives the same again; the items of an article that was read anew are never the same.
/// </remarks>
internal sealed class SpeakerChains<T>(ConflictModel model) where T : class, IDated, IComparable<T>
{
    /// <summary>Fewer items than this are looked at again as fast as they are kept.</summary>
    private const int WorthKeeping = 64;

    private Dictionary<string, Dictionary<int, Kept>> _kept = [];
    private Dictionary<string, Dictionary<int, Kept>> _next = [];

    private readonly record struct Kept(T[] Items, Shift[] Shifts);

    /// <summary>Whether an episode of so many items should have one of these.</summary>
    public static bool IsWorth(int items) => items >= WorthKeeping;

    /// <summary>What the groups of one part give.</summary>
    /// <param name="part">Tells parts of the episode apart.</param>
    /// <param name="items">In their order.</param>
    /// <param name="find">Finds the shifts of one group.</param>
    public IEnumerable<Shift> Of(string part, IEnumerable<T> items, Func<IReadOnlyList<T>, IEnumerable<Shift>> find)
    {
        var (before, after) = (_kept.GetValueOrDefault(part), new Dictionary<int, Kept>());
        _next[part] = after;
        foreach (var (speaker, own) in Groups(items))
        {
            if (own.Count < 2)
                continue;
            var known = before is not null && before.TryGetValue(speaker, out var kept) && CollectionsMarshal.AsSpan(own).SequenceEqual(kept.Items)
                ? kept
                : new([.. own], [.. find(own)]);
            after.Add(speaker, known);
            foreach (var shift in known.Shifts)
                yield return shift;
        }
    }

    /// <summary>Ends a look at the whole episode: parts that were not asked for are forgotten.</summary>
    public void Settle()
    {
        (_kept, _next) = (_next, _kept);
        _next.Clear();
    }

    /// <summary>Items by the topmost of their speaker's chain who speaks there himself.</summary>
    private Dictionary<int, List<T>> Groups(IEnumerable<T> items)
    {
        var bySpeaker = new Dictionary<int, List<T>>();
        foreach (var item in items)
            (CollectionsMarshal.GetValueRefOrAddDefault(bySpeaker, item.Claim.Speaker, out _) ??= []).Add(item);
        var groups = new Dictionary<int, List<T>>();
        HashSet<int> mixed = [];
        foreach (var (speaker, own) in bySpeaker)
        {
            var top = speaker;
            foreach (var above in model.ChainFrom(speaker))
                if (bySpeaker.ContainsKey(above))
                    top = above;
            if (!groups.TryAdd(top, own))
            {
                groups[top] = [.. groups[top], .. own];
                mixed.Add(top);
            }
        }

        // Of several speakers: in the order of the items again, so that what is kept is the same as long as they are.
        foreach (var top in mixed)
            groups[top].Sort();
        return groups;
    }
}
