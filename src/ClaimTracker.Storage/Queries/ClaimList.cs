using ClaimTracker.Storage.Columns;

namespace ClaimTracker.Storage.Queries;

/// <summary>What a filter finds, in an order, repeats folded where that is asked for.</summary>
internal sealed class ClaimList
{
    /// <summary>Above every key of a ranked hit: hits without a rank follow them, by day.</summary>
    private const long Unranked = long.MaxValue / 2;

    private readonly ClaimColumns _columns;
    private readonly ClaimSort _sort;
    private readonly IReadOnlyDictionary<int, double> _ranks;
    private readonly int[] _sizes = [];
    private readonly RowSet _found;
    private readonly RowSet _entries;

    /// <param name="columns">What the claims are of.</param>
    /// <param name="found">The claims.</param>
    /// <param name="sort">Their order.</param>
    /// <param name="grouping">Which stand as one.</param>
    /// <param name="ranks">Ranks by id, where the order goes by them: see <see cref="TextHits.RanksAsync"/>.</param>
    public ClaimList(ClaimColumns columns, RowSet found, ClaimSort sort, ClaimGrouping grouping, IReadOnlyDictionary<int, double> ranks)
    {
        (_columns, _sort, _ranks, _found, _entries) = (columns, sort, ranks, found, found);
        if (grouping != ClaimGrouping.Repeats) return;
        _sizes = new int[columns.Repeats.Count];
        _entries = found.Except(Folded(found));
    }

    public int Entries => _entries.Count;

    public (IReadOnlyList<(int Id, int Folded)> Page, ClaimCursor? Next) Page(ClaimCursor? after, int size)
    {
        var page = new List<ClaimCursor>(size + 1);
        if (_sort == ClaimSort.Relevance) page.AddRange(Ranked(after).Take(size + 1));
        if (page.Count <= size) page.AddRange(ByDay(after, size + 1 - page.Count));
        return (
            [.. page.Take(size).Select(e => (e.Id, _sizes.Length > 0 && _columns.Repeats.GroupOf(e.Id) is { } group ? _sizes[group] - 1 : 0))],
            page.Count > size ? page[size - 1] : null);
    }

    /// <summary>What is folded under entries of a page: the first of each entry's others, in the order.</summary>
    /// <param name="page">Entries with how many are folded under each.</param>
    /// <param name="most">How many of each entry at most.</param>
    public IReadOnlyDictionary<int, int[]> FoldedUnder(IReadOnlyList<(int Id, int Folded)> page, int most)
    {
        var repeats = _columns.Repeats;
        var entries = page.Where(p => p.Folded > 0).ToDictionary(p => repeats.GroupOf(p.Id)!.Value, p => p.Id);
        if (entries.Count == 0) return new Dictionary<int, int[]>();
        var folded = new List<(int Entry, int Id)>();
        for (var i = 0; i < repeats.Claims.Length; i++)
            if (entries.TryGetValue(repeats.Groups[i], out var entry) && repeats.Claims[i] != entry && _found.Contains(repeats.Claims[i])) folded.Add((entry, repeats.Claims[i]));
        return folded.GroupBy(f => f.Entry, f => f.Id).ToDictionary(g => g.Key, g => g.OrderBy(Key).ThenBy(id => id).Take(most).ToArray());
    }

    /// <summary>Of each group all but the first in the order.</summary>
    private RowSet Folded(RowSet found)
    {
        var repeats = _columns.Repeats;
        var (first, folded) = (new (long Key, int Id)[repeats.Count], new RowSetBuilder(_columns));
        for (var i = 0; i < repeats.Claims.Length; i++)
        {
            var (id, group) = (repeats.Claims[i], repeats.Groups[i]);
            if (!found.Contains(id)) continue;
            var entry = (Key(id), id);
            if (_sizes[group]++ == 0)
            {
                first[group] = entry;
                continue;
            }

            folded.Add(entry.CompareTo(first[group]) < 0 ? first[group].Id : id);
            if (entry.CompareTo(first[group]) < 0) first[group] = entry;
        }

        return folded.ToSet();
    }

    private IEnumerable<ClaimCursor> Ranked(ClaimCursor? after) => _ranks.Keys.Where(_entries.Contains)
        .Select(id => new ClaimCursor(_sort, Key(id), id)).Where(e => after?.Precedes(e.SortKey, e.Id) != false)
        .OrderBy(e => e.SortKey).ThenBy(e => e.Id);

    private IEnumerable<ClaimCursor> ByDay(ClaimCursor? after, int most)
    {
        var (from, rows, sort) = (after, _entries, _sort);
        if (_sort == ClaimSort.Relevance)
        {
            var ranked = new RowSetBuilder(_columns);
            foreach (var id in _ranks.Keys) ranked.Add(id);
            (rows, sort) = (_entries.Except(ranked.ToSet()), ClaimSort.Newest);
            if (after is { SortKey: < Unranked }) from = null;
        }

        RankedRow? place = from is { } cursor ? new(sort == ClaimSort.Added ? cursor.Id : Score(cursor.SortKey - Offset), cursor.Id) : null;
        return TopRows.Of(_columns, rows, sort, place, most).Select(r => new ClaimCursor(_sort, SortKey(r.Score) + Offset, r.Id));
    }

    private long Offset => _sort == ClaimSort.Relevance ? Unranked : 0;

    /// <summary>Ascending in the order.</summary>
    private long Key(int id)
    {
        if (_sort != ClaimSort.Relevance) return SortKey(TopRows.Score(_columns, id, _sort));
        return _ranks.TryGetValue(id, out var rank) ? RankKey(rank) : Unranked + SortKey(TopRows.Score(_columns, id, ClaimSort.Newest));
    }

    /// <summary>The score of a day (see <see cref="TopRows"/>) as cursors carry it, ascending in the order.</summary>
    private static long SortKey(int score) => score == DayColumn.Undated ? int.MaxValue : DateOnly.MaxValue.DayNumber - score;

    /// <summary>What <see cref="SortKey"/> was made of. A key that no day has comes from nobody's page and is beyond the last.</summary>
    private static int Score(long key) => key >= 0 && key <= DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue.DayNumber - (int)key : DayColumn.Undated;

    /// <summary>Ranks as whole numbers in the same order, so that a cursor carries one exactly.</summary>
    private static long RankKey(double rank)
    {
        var bits = BitConverter.DoubleToInt64Bits(rank);
        return bits < 0 ? long.MaxValue ^ bits : bits;
    }
}
