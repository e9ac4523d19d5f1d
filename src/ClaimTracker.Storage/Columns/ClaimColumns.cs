using System.Collections.Concurrent;

namespace ClaimTracker.Storage.Columns;

/// <summary>What every claim is filtered, counted and ordered by, in chunks by id. Never changed once made.</summary>
/// <remarks>
/// A claim's row is its id: what full-text search finds is a set of rows as it comes, no order by a day has to be kept up, and a new claim
/// touches the last chunk alone. Lists by day take the best rows of those that match (<see cref="TopRows"/>).
/// </remarks>
internal sealed class ClaimColumns
{
    private const int DaysOfWeek = 7;
    private readonly Lazy<ClaimCounts> _totals;
    private readonly Lazy<SpokenClaims> _spoken;
    private readonly ConcurrentDictionary<Dimension, int[]> _totalsOf = [];

    /// <param name="chunks">By number.</param>
    /// <param name="tables">What codes mean.</param>
    /// <param name="articles">Those of all claims.</param>
    /// <param name="repeats">Of these claims.</param>
    /// <param name="before">Columns that share chunks with these, so that only the others are counted anew; null for none.</param>
    public ClaimColumns(ClaimChunk?[] chunks, ClaimTables tables, ArticleTable articles, RepeatGroups repeats, ClaimColumns? before = null)
    {
        (Chunks, Tables, Articles, Repeats) = (chunks, tables, articles, repeats);
        (FirstDay, LastDay, MostActor) = (int.MaxValue, DayColumn.Undated, before?.MostActor ?? 0);
        foreach (var chunk in chunks.OfType<ClaimChunk>())
        {
            Count += chunk.Count;
            MostActor = Math.Max(MostActor, chunk.MostActor);
            (FirstDay, LastDay) = (Math.Min(FirstDay, chunk.Said.First), Math.Max(LastDay, chunk.Said.Last));
        }

        // Day 0 is a Monday. Weeks are counted from one that stays the first as long as nothing earlier comes; none goes while counts are carried on.
        FirstWeek = Math.Min(LastDay == DayColumn.Undated ? int.MaxValue : FirstDay / DaysOfWeek, before?.FirstWeek ?? int.MaxValue);
        Weeks = Math.Max(LastDay == DayColumn.Undated ? 1 : LastDay / DaysOfWeek - FirstWeek + 2, before is not null && before.FirstWeek == FirstWeek ? before.Weeks : 1);
        var counted = before is { _totals.IsValueCreated: true } && before.FirstWeek == FirstWeek ? before : null;
        _spoken = new(() => new(this));
        _totals = new(() => ClaimCounts.Totals(this, counted));
    }

    public ClaimChunk?[] Chunks { get; }

    public ClaimTables Tables { get; }

    public ArticleTable Articles { get; }

    public RepeatGroups Repeats { get; }

    public int Count { get; }

    /// <summary>At least the largest id of a speaker.</summary>
    public int MostActor { get; }

    /// <summary>The earliest day; <see cref="int.MaxValue"/> where no claim has one.</summary>
    public int FirstDay { get; }

    public int LastDay { get; }

    /// <summary>The week of the earliest day, counted from week 0; <see cref="int.MaxValue"/> where no claim has one.</summary>
    public int FirstWeek { get; }

    /// <summary>From the first week to the last, and one for the undated.</summary>
    public int Weeks { get; }

    /// <summary>How many claims of the whole collection have each value.</summary>
    public ClaimCounts Totals => _totals.Value;

    /// <summary>Those by value: see <see cref="ClaimCounts.ByValue"/>.</summary>
    public int[] TotalsOf(Dimension dimension) => _totalsOf.GetOrAdd(dimension, d => Totals.ByValue(this, d));

    /// <summary>Who says how much.</summary>
    public SpokenClaims Spoken => _spoken.Value;

    /// <summary>Everything that grows with the number of claims and articles.</summary>
    public long Bytes => Chunks.Sum(c => (long)(c?.Bytes ?? 0)) + Articles.Bytes + Repeats.Bytes;

    /// <summary>All claims.</summary>
    public RowSet All => new([.. Chunks.Select(c => c?.Present)]);

    /// <summary>0 for the undated, else the week counted from the first as 1.</summary>
    public int Week(int day) => day == DayColumn.Undated ? 0 : day / DaysOfWeek - FirstWeek + 1;

    /// <summary>The Monday of a <see cref="Week"/>.</summary>
    public DateOnly? Monday(int week) => week == 0 ? null : DateOnly.FromDayNumber((week - 1 + FirstWeek) * DaysOfWeek);

    public ClaimCells? this[int id] => id >> ClaimChunk.Shift is var c && c < Chunks.Length ? Chunks[c]?[id & (ClaimChunk.MostRows - 1)] : null;
}
