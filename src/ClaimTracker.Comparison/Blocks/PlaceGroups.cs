using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Parts what is said of different places.</summary>
internal static class PlaceGroups
{
    /// <summary>Groups whose narrow places touch, each with those that name none; <paramref name="general"/> are the latter.</summary>
    /// <returns>Each group's items and its first place; −1 for a group that names none.</returns>
    public static List<(List<T> Items, int First)> Of<T>(IReadOnlyList<T> items, Func<T, int[]> placesOf, PlaceTree places, out List<T> general)
    {
        general = [];
        List<(SortedSet<int> Places, List<T> Items)> groups = [];
        foreach (var item in items)
        {
            var narrow = placesOf(item).Where(p => !places.IsWide(p)).ToList();
            if (narrow.Count == 0)
            {
                general.Add(item);
                continue;
            }

            var touching = groups.Where(g => g.Places.Any(p => narrow.Any(n => places.Touch(p, n)))).ToList();
            var group = touching.Count > 0 ? touching[0] : ([], []);
            if (touching.Count == 0)
                groups.Add(group);
            foreach (var other in touching.Skip(1))
            {
                group.Places.UnionWith(other.Places);
                group.Items.AddRange(other.Items);
                groups.Remove(other);
            }

            group.Places.UnionWith(narrow);
            group.Items.Add(item);
        }

        foreach (var group in groups)
            group.Items.AddRange(general);
        return groups.Count > 0 ? [.. groups.Select(g => (g.Items, g.Places.Min))] : [([.. general], -1)];
    }
}
