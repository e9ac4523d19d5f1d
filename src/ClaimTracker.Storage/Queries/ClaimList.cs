using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>What a filter finds, in an order, repeats folded where that is asked for.</summary>
internal sealed class ClaimList
{
    /// <summary>Above every key of a ranked hit: hits without a rank follow them, by day.</summary>
    private const long Unranked = long.MaxValue / 2;

    private readonly List<ClaimCursor> _entries = [];
    private readonly Dictionary<int, int> _sizes = [];
    private readonly Dictionary<int, int> _groupOfEntry = [];

    public ClaimList(ClaimColumns columns, ClaimScan scan, ClaimSort sort, ClaimGrouping grouping, TextHits? hits)
    {
        foreach (var row in Ordered(columns, scan, sort, hits))
        {
            Total++;
            var id = columns.Ids[row];
            if (grouping == ClaimGrouping.Repeats && columns.Groups[row] is not 0 and var group)
            {
                _sizes[group] = _sizes.GetValueOrDefault(group) + 1;
                if (_sizes[group] > 1) continue;
                _groupOfEntry[id] = group;
            }

            _entries.Add(new(sort, Key(columns, row, sort, hits), id));
        }
    }

    public int Total { get; }

    public int Groups => _entries.Count;

    public (IReadOnlyList<(int Id, int Folded)> Page, ClaimCursor? Next) Page(ClaimCursor? after, int size)
    {
        var page = _entries.Where(e => after?.Precedes(e.SortKey, e.Id) != false).Take(size + 1).ToList();
        return (
            [.. page.Take(size).Select(e => (e.Id, _groupOfEntry.TryGetValue(e.Id, out var group) ? _sizes[group] - 1 : 0))],
            page.Count > size ? page[size - 1] : null);
    }

    private static IEnumerable<int> Ordered(ClaimColumns columns, ClaimScan scan, ClaimSort sort, TextHits? hits) => sort is ClaimSort.Newest or ClaimSort.Oldest
        ? scan.Rows(sort)
        : scan.Rows(ClaimSort.Newest).OrderBy(row => Key(columns, row, sort, hits)).ThenBy(row => columns.Ids[row]);

    /// <summary>Ascending in the order.</summary>
    private static long Key(ClaimColumns columns, int row, ClaimSort sort, TextHits? hits) => sort switch
    {
        ClaimSort.Oldest => columns.Days[row] == ClaimColumns.Undated ? int.MaxValue : columns.Days[row],
        ClaimSort.EventDate => LatestFirst(columns.EventDays[row]),
        ClaimSort.Published => LatestFirst(columns.PublishedDays[row]),
        ClaimSort.Relevance => hits!.Rank(columns.Ids[row]) is { } rank ? RankKey(rank) : Unranked + LatestFirst(columns.Days[row]),
        _ => LatestFirst(columns.Days[row]),
    };

    private static long LatestFirst(int day) => day == ClaimColumns.Undated ? int.MaxValue : DateOnly.MaxValue.DayNumber - day;

    /// <summary>Ranks as whole numbers in the same order, so that a cursor carries one exactly.</summary>
    private static long RankKey(double rank)
    {
        var bits = BitConverter.DoubleToInt64Bits(rank);
        return bits < 0 ? long.MaxValue ^ bits : bits;
    }
}
