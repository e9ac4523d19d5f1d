using System.Buffers;
using System.Numerics;

namespace ClaimTracker.Storage.Columns;

/// <summary>What of a set of claims is counted.</summary>
[Flags]
internal enum Counted
{
    Side = 1,
    Actor = 2,
    Topics = 4,
    Places = 8,
    Form = 16,
    Articles = 32,
    Weeks = 64,
    All = 127,
}

/// <summary>How many claims of a set have each code.</summary>
internal sealed class ClaimCounts
{
    private static readonly ParallelOptions TwoThreads = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>Below so many claims a second thread costs more than it saves.</summary>
    private const int WorthTwoThreads = 100_000;

    private int[] _side = [];
    private int[] _actor = [];
    private int[] _topics = [];
    private int[] _places = [];
    private int[] _form = [];
    private int[] _articles = [];
    private int[] _weeks = [];

    private ClaimCounts(ClaimColumns columns, Counted what)
    {
        if (what.HasFlag(Counted.Side)) _side = new int[columns.Tables.Sides.CodeCount];
        if (what.HasFlag(Counted.Topics)) _topics = new int[columns.Tables.Topics.CodeCount];
        if (what.HasFlag(Counted.Places)) _places = new int[columns.Tables.Places.CodeCount];
        if (what.HasFlag(Counted.Form)) _form = new int[ClaimForm.Count];
        if (what.HasFlag(Counted.Articles)) _articles = new int[columns.Articles.Length];
        if (what.HasFlag(Counted.Weeks)) _weeks = new int[columns.Weeks * columns.Tables.Sides.CodeCount];
        if (what.HasFlag(Counted.Actor)) _actor = new int[columns.MostActor + 1];
    }

    public ReadOnlySpan<int> Side => _side;

    /// <summary>By <see cref="ClaimColumns.Week"/> × number of sides + side.</summary>
    public ReadOnlySpan<int> Weeks => _weeks;

    /// <summary>By a value's index: an id for actors, sources and articles, a place in a table for others. Not to be written to.</summary>
    public int[] ByValue(ClaimColumns columns, Dimension dimension)
    {
        switch (dimension)
        {
            case Dimension.Side: return _side;
            case Dimension.Topic: return columns.Tables.Topics.ByValue(_topics);
            case Dimension.Place: return columns.Tables.Places.ByValue(_places);
            case Dimension.Actor: return _actor;
            case Dimension.Article: return _articles;
            case Dimension.Source:
                var sources = new int[columns.Tables.Sources.Keys.DefaultIfEmpty().Max() + 1];
                for (var article = 0; article < _articles.Length; article++)
                    if (_articles[article] > 0) sources[columns.Articles.Source(article)] += _articles[article];
                return sources;
            default:
                var values = new int[FacetNames.Values(dimension).Count];
                for (var form = 0; form < _form.Length; form++)
                    if (_form[form] > 0) values[ClaimForm.Value(form, dimension)] += _form[form];
                return values;
        }
    }

    /// <summary>Counts a set, or, where that is less, those that are not in it and takes them from the whole.</summary>
    public static ClaimCounts Of(ClaimColumns columns, RowSet rows, Counted what)
    {
        if (rows.Count <= columns.Count / 2) return Sum(columns, columns.Chunks, c => rows[c], rows.Count, what);
        var counts = new ClaimCounts(columns, what);
        counts.Add(columns.Totals, 1);
        var others = columns.All.Except(rows);
        if (others.Count > 0) counts.Add(Sum(columns, columns.Chunks, c => others[c], others.Count, what), -1);
        return counts;
    }

    /// <param name="columns">What is counted.</param>
    /// <param name="before">Columns that are counted already; only chunks that are not in both are looked at.</param>
    public static ClaimCounts Totals(ClaimColumns columns, ClaimColumns? before)
    {
        if (before is null) return Sum(columns, columns.Chunks, c => columns.Chunks[c]?.Present, columns.Count, Counted.All);
        var counts = new ClaimCounts(columns, Counted.All);
        counts.Add(before.Totals, 1);
        bool IsNew(int c) => c >= before.Chunks.Length || before.Chunks[c] != columns.Chunks[c];
        counts.Add(Sum(columns, before.Chunks, c => c >= columns.Chunks.Length || IsNew(c) ? before.Chunks[c]?.Present : null, 0, Counted.All), -1);
        counts.Add(Sum(columns, columns.Chunks, c => IsNew(c) ? columns.Chunks[c]?.Present : null, 0, Counted.All), 1);
        return counts;
    }

    private static ClaimCounts Sum(ClaimColumns columns, ClaimChunk?[] chunks, Func<int, ulong[]?> rows, int size, Counted what)
    {
        if (size < WorthTwoThreads) return Half(0, chunks.Length);
        var halves = new ClaimCounts[2];
        Parallel.For(0, 2, TwoThreads, h => halves[h] = Half(chunks.Length * h / 2, chunks.Length * (h + 1) / 2));
        halves[0].Add(halves[1], 1);
        return halves[0];

        ClaimCounts Half(int from, int to)
        {
            var counts = new ClaimCounts(columns, what);
            var (listed, distance, side) = (Pool<ushort>(), Pool<int>(), Pool<int>());
            for (var c = from; c < to; c++)
                if (chunks[c] is { } chunk && rows(c) is { } some) counts.Count(columns, chunk, some, listed, distance, side);
            ArrayPool<ushort>.Shared.Return(listed);
            ArrayPool<int>.Shared.Return(distance);
            ArrayPool<int>.Shared.Return(side);
            return counts;
        }
    }

    private static T[] Pool<T>() => ArrayPool<T>.Shared.Rent(ClaimChunk.MostRows);

    private void Add(ClaimCounts other, int sign)
    {
        Add(ref _side, other._side, sign);
        Add(ref _actor, other._actor, sign);
        Add(ref _topics, other._topics, sign);
        Add(ref _places, other._places, sign);
        Add(ref _form, other._form, sign);
        Add(ref _articles, other._articles, sign);
        Add(ref _weeks, other._weeks, sign);
    }

    /// <summary>What was not asked for stays empty.</summary>
    private static void Add(ref int[] counts, int[] other, int sign)
    {
        if (counts.Length == 0) return;
        if (counts.Length < other.Length) Array.Resize(ref counts, other.Length);
        for (var i = 0; i < other.Length; i++) counts[i] += sign * other[i];
    }

    private void Count(ClaimColumns columns, ClaimChunk chunk, ulong[] rows, ushort[] listed, int[] distance, int[] side)
    {
        var some = List(rows, listed);
        if (some.IsEmpty) return;
        if (_side.Length > 0) chunk.Side.Count(some, _side);
        if (_actor.Length > 0) chunk.Actor.Count(some, _actor);
        if (_topics.Length > 0) chunk.Topics.Count(some, _topics);
        if (_places.Length > 0) chunk.Places.Count(some, _places);
        if (_form.Length > 0) chunk.Form.Count(some, _form);
        if (_articles.Length > 0) CountArticles(chunk, rows);
        if (_weeks.Length > 0) CountWeeks(columns, chunk, some, distance, side);
    }

    /// <summary>The numbers of the rows whose bits are set, in <paramref name="listed"/>, which has room for those of a chunk.</summary>
    internal static ReadOnlySpan<ushort> List(ulong[] rows, ushort[] listed)
    {
        var count = 0;
        for (var w = 0; w < rows.Length; w++)
            for (var left = rows[w]; left != 0; left &= left - 1)
                listed[count++] = (ushort)(w * PackedColumn.Word + BitOperations.TrailingZeroCount(left));
        return listed.AsSpan(0, count);
    }

    private void CountArticles(ClaimChunk chunk, ulong[] rows)
    {
        var starts = chunk.RunStarts;
        var articles = chunk.RunArticles;
        for (var run = 0; run < starts.Length; run++)
        {
            int start = starts[run], last = chunk.RunEnd(run) - 1;
            var (first, end) = (start / PackedColumn.Word, last / PackedColumn.Word);
            var (head, tail) = (ulong.MaxValue << start, ulong.MaxValue >> (PackedColumn.Word - 1 - last));
            if (first == end)
            {
                _articles[articles[run]] += BitOperations.PopCount(rows[first] & head & tail);
                continue;
            }

            var count = BitOperations.PopCount(rows[first] & head) + BitOperations.PopCount(rows[end] & tail);
            for (var w = first + 1; w < end; w++) count += BitOperations.PopCount(rows[w]);
            _articles[articles[run]] += count;
        }
    }

    private void CountWeeks(ClaimColumns columns, ClaimChunk chunk, ReadOnlySpan<ushort> rows, int[] distance, int[] side)
    {
        var sides = columns.Tables.Sides.CodeCount;
        chunk.Said.Distances.Read(rows, distance);
        chunk.Side.Read(rows, side);
        var (first, weeks) = (chunk.Said.First - 1, _weeks);
        for (var i = 0; i < rows.Length; i++)
        {
            var week = distance[i] == 0 ? 0 : columns.Week(first + distance[i]);
            weeks[week * sides + side[i]]++;
        }
    }
}
