using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>Claims by week.</summary>
internal static class Histogram
{
    public static IReadOnlyList<WeekCount> Of(CollectionSnapshot snapshot, ClaimCounts counts)
    {
        var sides = snapshot.Columns.Tables.Sides.Values.Select(v => (int)snapshot.Place(v.Value)).ToArray();
        var (weeks, places) = (new List<WeekCount>(), new int[Enum.GetValues<SidePlace>().Length]);
        // The undated are week 0 and come last.
        var last = counts.Weeks.Length / sides.Length;
        for (var n = 1; n <= last; n++)
        {
            Array.Clear(places);
            var week = n % last;
            for (var side = 0; side < sides.Length; side++) places[sides[side]] += counts.Weeks[week * sides.Length + side];
            if (places.Sum() > 0) weeks.Add(new(snapshot.Columns.Monday(week), places[(int)SidePlace.Left], places[(int)SidePlace.Right], places[(int)SidePlace.Third]));
        }

        return weeks;
    }
}
