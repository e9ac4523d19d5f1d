using System.Numerics;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>A claim's place in an order: the higher score first, of equal scores the lower id.</summary>
internal readonly record struct RankedRow(int Score, int Id) : IComparable<RankedRow>
{
    public int CompareTo(RankedRow other) => Score != other.Score ? other.Score.CompareTo(Score) : Id.CompareTo(other.Id);
}

/// <summary>The first claims of a set in an order by a day or by id, without putting the others into order.</summary>
/// <remarks>
/// Chunks with the best days are looked through first. Once the page is full only rows that would still come onto it are looked at, which in an
/// archive of any order are soon few; a chunk that has none is passed over.
/// </remarks>
internal sealed class TopRows
{
    /// <summary>Of a claim without a day, below all others.</summary>
    private const int Undated = DayColumn.Undated;

    private readonly ClaimColumns _columns;
    private readonly ClaimSort _sort;
    private readonly RankedRow? _after;
    private readonly int _most;
    private readonly List<RankedRow> _best = [];

    private TopRows(ClaimColumns columns, ClaimSort sort, RankedRow? after, int most) => (_columns, _sort, _after, _most) = (columns, sort, after, most);

    private int Worst => _best.Count < _most ? int.MinValue : _best[^1].Score;

    private int Ceiling => _after?.Score ?? int.MaxValue;

    /// <param name="columns">What the set is of.</param>
    /// <param name="rows">The set.</param>
    /// <param name="sort">Any but by relevance.</param>
    /// <param name="after">Where to begin; null for the first.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<RankedRow> Of(ClaimColumns columns, RowSet rows, ClaimSort sort, RankedRow? after, int most)
    {
        var top = new TopRows(columns, sort, after, most);
        var chunks = columns.Chunks.Index().Where(c => c.Item is not null && rows[c.Index] is not null)
            .Select(c => (c.Index, Best: top.BestOf(c.Item!, c.Index << ClaimChunk.Shift))).OrderByDescending(c => c.Best).ThenBy(c => c.Index);
        foreach (var (c, best) in chunks)
            if (best >= top.Worst) top.Look(columns.Chunks[c]!, c << ClaimChunk.Shift, rows[c]!);
        return top._best;
    }

    public static int Score(ClaimColumns columns, int id, ClaimSort sort)
    {
        var (chunk, row) = (columns.Chunks[id >> ClaimChunk.Shift]!, id & (ClaimChunk.MostRows - 1));
        return sort switch
        {
            ClaimSort.EventDate => chunk.Event[row],
            ClaimSort.Published => columns.Articles.Published[chunk.ArticleOf(row)],
            ClaimSort.Added => id,
            _ => OfDay(chunk.Said[row], sort),
        };
    }

    private static int OfDay(int day, ClaimSort sort) => day != Undated && sort == ClaimSort.Oldest ? DateOnly.MaxValue.DayNumber - day : day;

    private int BestOf(ClaimChunk chunk, int first) => _sort switch
    {
        ClaimSort.Oldest => chunk.Said.Last == Undated ? Undated : OfDay(chunk.Said.First, _sort),
        ClaimSort.EventDate => chunk.Event.Last,
        ClaimSort.Published => _columns.Articles.Published.Last,
        ClaimSort.Added => first + chunk.Rows - 1,
        _ => chunk.Said.Last,
    };

    private void Look(ClaimChunk chunk, int first, ulong[] rows)
    {
        if (_sort == ClaimSort.Published) LookByArticle(chunk, first, rows);
        else if (_sort == ClaimSort.Added) LookById(chunk, first, rows);
        else LookByDay(chunk, _sort == ClaimSort.EventDate ? chunk.Event : chunk.Said, first, rows);
    }

    private void LookByDay(ClaimChunk chunk, DayColumn days, int first, ulong[] rows)
    {
        for (var w = 0; w < chunk.Words; w++)
        {
            if (rows[w] == 0) continue;
            var (low, high) = (Math.Max(Worst, 0), Ceiling);
            var (from, to) = _sort == ClaimSort.Oldest
                ? (high == int.MaxValue ? 0 : DateOnly.MaxValue.DayNumber - high, DateOnly.MaxValue.DayNumber - low)
                : (low, high);
            for (var left = rows[w] & days.Within(w, from, to, undated: Worst <= Undated); left != 0; left &= left - 1)
            {
                var row = w * PackedColumn.Word + BitOperations.TrailingZeroCount(left);
                Offer(new(OfDay(days[row], _sort), first + row));
            }
        }
    }

    private void LookByArticle(ClaimChunk chunk, int first, ulong[] rows)
    {
        if (chunk.RunStarts.IsEmpty) return;
        var published = _columns.Articles.Published;
        var firstWord = chunk.FirstArticle / PackedColumn.Word;
        var articles = new ulong[chunk.LastArticle / PackedColumn.Word - firstWord + 1];
        for (var w = 0; w < articles.Length; w++) articles[w] = published.Within(firstWord + w, Math.Max(Worst, 0), Ceiling, undated: Worst <= Undated);
        for (var run = 0; run < chunk.RunStarts.Length; run++)
        {
            var article = chunk.RunArticles[run];
            if ((articles[article / PackedColumn.Word - firstWord] & (1UL << article)) != 0) LookAtRun(chunk, run, published[article], first, rows);
        }
    }

    private void LookAtRun(ClaimChunk chunk, int run, int score, int first, ulong[] rows)
    {
        // The page may have filled since the articles were chosen.
        if (score < Worst) return;
        int start = chunk.RunStarts[run], last = chunk.RunEnd(run) - 1, end = last / PackedColumn.Word;
        for (var w = start / PackedColumn.Word; w <= end; w++)
        {
            var left = rows[w];
            if (w == start / PackedColumn.Word) left &= ulong.MaxValue << start;
            if (w == end) left &= ulong.MaxValue >> (PackedColumn.Word - 1 - last);
            for (; left != 0; left &= left - 1) Offer(new(score, first + w * PackedColumn.Word + BitOperations.TrailingZeroCount(left)));
        }
    }

    private void LookById(ClaimChunk chunk, int first, ulong[] rows)
    {
        for (var w = chunk.Words - 1; w >= 0; w--)
        {
            for (var left = rows[w]; left != 0;)
            {
                var bit = PackedColumn.Word - 1 - BitOperations.LeadingZeroCount(left);
                var id = first + w * PackedColumn.Word + bit;
                if (id < Worst) return;
                Offer(new(id, id));
                left &= ~(1UL << bit);
            }
        }
    }

    private void Offer(RankedRow row)
    {
        if (_after is { } after && row.CompareTo(after) <= 0) return;
        if (_best.Count == _most)
        {
            if (row.CompareTo(_best[^1]) >= 0) return;
            _best.RemoveAt(_most - 1);
        }

        var at = _best.BinarySearch(row);
        _best.Insert(~at, row);
    }
}
