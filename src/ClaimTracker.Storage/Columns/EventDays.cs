using System.Numerics;

namespace ClaimTracker.Storage.Columns;

/// <summary>How many claims of a set speak of what happened on a day.</summary>
internal static class EventDays
{
    /// <summary>By <see cref="DateOnly.DayNumber"/>, ascending; claims that speak of no day are in none.</summary>
    public static IReadOnlyList<(int Day, int Claims)> Of(ClaimColumns columns, RowSet rows)
    {
        var counts = new SortedDictionary<int, int>();
        for (var c = 0; c < columns.Chunks.Length; c++)
            if (columns.Chunks[c] is { Event.Last: not DayColumn.Undated } chunk && rows[c] is { } some) Add(counts, chunk.Event, some);
        return [.. counts.Select(c => (c.Key, c.Value))];
    }

    private static void Add(SortedDictionary<int, int> counts, DayColumn days, ulong[] rows)
    {
        var byDistance = new int[days.Last - days.First + 2];
        for (var w = 0; w < rows.Length; w++)
            for (var left = rows[w]; left != 0; left &= left - 1)
                byDistance[days.Distances[w * PackedColumn.Word + BitOperations.TrailingZeroCount(left)]]++;
        for (var distance = 1; distance < byDistance.Length; distance++)
            if (byDistance[distance] > 0) counts[days.First + distance - 1] = counts.GetValueOrDefault(days.First + distance - 1) + byDistance[distance];
    }
}
