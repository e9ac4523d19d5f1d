using System.Buffers;

namespace ClaimTracker.Storage.Columns;

/// <summary>How many claims of a set speak of what happened on a day.</summary>
internal static class EventDays
{
    /// <summary>By <see cref="DateOnly.DayNumber"/>, ascending; claims that speak of no day are in none.</summary>
    public static IReadOnlyList<(int Day, int Claims)> Of(ClaimColumns columns, RowSet rows)
    {
        var (first, last) = (int.MaxValue, DayColumn.Undated);
        foreach (var chunk in columns.Chunks)
        {
            if (chunk is null) continue;
            (first, last) = (Math.Min(first, chunk.Event.First), Math.Max(last, chunk.Event.Last));
        }

        if (last == DayColumn.Undated) return [];
        // A chunk's claims speak of the days of years: lists of days by chunk would have to be merged at a cost above that of counting.
        var counts = new int[last - first + 1];
        var (listed, byDistance) = (ArrayPool<ushort>.Shared.Rent(ClaimChunk.MostRows), ArrayPool<int>.Shared.Rent(counts.Length + 1));
        for (var c = 0; c < columns.Chunks.Length; c++)
            if (columns.Chunks[c] is { Event.Last: not DayColumn.Undated } chunk && rows[c] is { } some) Add(counts, first, chunk.Event, ClaimCounts.List(some, listed), byDistance);
        ArrayPool<ushort>.Shared.Return(listed);
        ArrayPool<int>.Shared.Return(byDistance);
        return [.. counts.Index().Where(d => d.Item > 0).Select(d => (first + d.Index, d.Item))];
    }

    private static void Add(int[] counts, int first, DayColumn days, ReadOnlySpan<ushort> rows, int[] byDistance)
    {
        var own = byDistance.AsSpan(0, days.Last - days.First + 2);
        own.Clear();
        days.Distances.Count(rows, own);
        var into = counts.AsSpan(days.First - first, own.Length - 1);
        for (var day = 0; day < into.Length; day++) into[day] += own[day + 1];
    }
}
