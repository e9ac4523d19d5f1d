using ClaimTracker.Domain;
using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>Claims by week.</summary>
internal static class Histogram
{
    private const int DaysOfWeek = 7;

    public static IReadOnlyList<WeekCount> Of(CollectionSnapshot snapshot, ClaimScan scan)
    {
        var columns = snapshot.Columns;
        var places = columns.Table(Dimension.Side).Values.Select(v => (int)snapshot.Place(v.Value)).ToArray();
        var weeks = new SortedDictionary<int, int[]>();
        foreach (var row in scan.Rows(ClaimSort.Newest))
        {
            var week = Monday(columns.Days[row]);
            if (!weeks.TryGetValue(week, out var counts)) weeks[week] = counts = new int[Enum.GetValues<SidePlace>().Length];
            counts[places[columns.Code(Dimension.Side, row)]]++;
        }

        return [.. weeks.Select(w => new WeekCount(
            w.Key == int.MaxValue ? null : DateOnly.FromDayNumber(w.Key),
            w.Value[(int)SidePlace.Left], w.Value[(int)SidePlace.Right], w.Value[(int)SidePlace.Third]))];
    }

    /// <summary>Day 0 is a Monday. The undated come last.</summary>
    private static int Monday(int day) => day == ClaimColumns.Undated ? int.MaxValue : day - day % DaysOfWeek;
}
