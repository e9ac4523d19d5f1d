using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Parts what is said of different places. Items of an episode name few lists of places: what joins them is found out once for each.</summary>
internal sealed class PlaceGroups(PlaceTree places, Numbers<int[]> lists)
{
    private readonly List<int> _seen = [];
    private List<int>?[] _groups = [];

    /// <summary>Groups whose narrow places touch, each with those that name none; <paramref name="general"/> are the latter.</summary>
    /// <returns>Each group's ranks, its own in their order before the others, and its first place; −1 for a group that names none.</returns>
    public List<(List<int> Ranks, int First)> Of(ReadOnlySpan<Cell> cells, List<int> ranks, Scratch scratch, out List<int> general)
    {
        if (_groups.Length < lists.Count)
            Array.Resize(ref _groups, Math.Max(lists.Count, 2 * _groups.Length));
        general = scratch.List();
        foreach (var rank in ranks)
        {
            ref var group = ref _groups[cells[rank].Places];
            if (group is not null)
                continue;
            group = general;
            _seen.Add(cells[rank].Places);
        }

        var groups = GroupSeen(scratch);
        foreach (var rank in ranks)
            _groups[cells[rank].Places]!.Add(rank);
        foreach (var list in _seen)
            _groups[list] = null;
        _seen.Clear();
        foreach (var group in groups.Values)
            group.AddRange(general);
        return groups.Count > 0 ? [.. groups.Select(g => (g.Value, g.Key))] : [(general, -1)];
    }

    /// <summary>Gives the lists of one group the same, still empty group.</summary>
    private SortedDictionary<int, List<int>> GroupSeen(Scratch scratch)
    {
        var joined = new Dictionary<int, int>();
        foreach (var list in _seen)
            Join(lists[list], joined);
        foreach (var place in joined.Keys.ToList())
            for (var outer = place; outer >= 0; outer = places.Within(outer))
            {
                if (outer != place && joined.ContainsKey(outer))
                    Unite(joined, place, outer);
                foreach (var opposite in places.Facing(outer))
                    if (joined.ContainsKey(opposite))
                        Unite(joined, place, opposite);
            }

        var groups = new SortedDictionary<int, List<int>>();
        foreach (var list in _seen)
        {
            var narrow = Array.FindIndex(lists[list], p => !places.IsWide(p));
            if (narrow < 0)
                continue;
            var first = Find(joined, lists[list][narrow]);
            if (!groups.TryGetValue(first, out var group))
                groups[first] = group = scratch.List();
            _groups[list] = group;
        }

        return groups;
    }

    private void Join(int[] own, Dictionary<int, int> joined)
    {
        var first = -1;
        foreach (var place in own)
        {
            if (places.IsWide(place))
                continue;
            joined.TryAdd(place, place);
            if (first >= 0)
                Unite(joined, first, place);
            first = place;
        }
    }

    /// <summary>Joins two sets; the smaller number stands for both, so that the order of joining makes no difference.</summary>
    private static void Unite(Dictionary<int, int> joined, int one, int other)
    {
        var (a, b) = (Find(joined, one), Find(joined, other));
        joined[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(Dictionary<int, int> joined, int place)
    {
        while (joined[place] != place)
            place = joined[place];
        return place;
    }
}
