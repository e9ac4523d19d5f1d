using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Parts what is said of different places.</summary>
internal static class PlaceGroups
{
    /// <summary>Groups whose narrow places touch, each with those that name none; <paramref name="general"/> are the latter.</summary>
    /// <returns>Each group's items, in their order, and its first place; −1 for a group that names none.</returns>
    public static List<(List<T> Items, int First)> Of<T>(IReadOnlyList<T> items, Func<T, int[]> placesOf, PlaceTree places, out List<T> general)
    {
        var joined = new SortedDictionary<int, int>();
        foreach (var item in items)
            Join(placesOf(item), places, joined);
        foreach (var place in joined.Keys.ToList())
            for (var outer = place; outer >= 0; outer = places.Within(outer))
            {
                if (outer != place && joined.ContainsKey(outer))
                    Unite(joined, place, outer);
                foreach (var opposite in places.Facing(outer))
                    if (joined.ContainsKey(opposite))
                        Unite(joined, place, opposite);
            }

        general = [];
        var groups = new SortedDictionary<int, List<T>>();
        foreach (var item in items)
        {
            var narrow = Array.FindIndex(placesOf(item), p => !places.IsWide(p));
            if (narrow < 0)
            {
                general.Add(item);
                continue;
            }

            var first = Find(joined, placesOf(item)[narrow]);
            if (!groups.TryGetValue(first, out var group))
                groups[first] = group = [];
            group.Add(item);
        }

        foreach (var group in groups.Values)
            group.AddRange(general);
        return groups.Count > 0 ? [.. groups.Select(g => (g.Value, g.Key))] : [([.. general], -1)];
    }

    private static void Join(int[] own, PlaceTree places, SortedDictionary<int, int> joined)
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
    private static void Unite(SortedDictionary<int, int> joined, int one, int other)
    {
        var (a, b) = (Find(joined, one), Find(joined, other));
        joined[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(SortedDictionary<int, int> joined, int place)
    {
        while (joined[place] != place)
            place = joined[place];
        return place;
    }
}
