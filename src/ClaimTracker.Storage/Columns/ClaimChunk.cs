using System.Numerics;

namespace ClaimTracker.Storage.Columns;

/// <summary>What a claim is filtered, counted and ordered by.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Actor">The speaker's id.</param>
/// <param name="Side">Place in the table of sides.</param>
/// <param name="Topics">Code of the set of its topics.</param>
/// <param name="Places">Code of the set of its places.</param>
/// <param name="Form">What it does, whose words it has, whether it has figures and is contested: see <see cref="ClaimForm"/>.</param>
/// <param name="Said">The day that lists go by.</param>
/// <param name="Event">The day of what it speaks of.</param>
internal readonly record struct ClaimCells(int Article, int Actor, int Side, int Topics, int Places, int Form, int Said, int Event);

/// <summary>The claims of 16,384 ids in a row as columns. Never changed once made: a commit puts new chunks in the place of those that it touched.</summary>
internal sealed class ClaimChunk
{
    /// <summary>A claim's id shifted right by this is the number of its chunk; the rest is its row.</summary>
    public const int Shift = 14;

    public const int MostRows = 1 << Shift;

    private readonly ushort[] _runStarts;
    private readonly int[] _runArticles;

    /// <param name="rows">By row; null where there is no claim with that id. At most <see cref="MostRows"/>.</param>
    public ClaimChunk(ReadOnlySpan<ClaimCells?> rows)
    {
        var column = new int[rows.Length];
        Present = new ulong[(rows.Length + PackedColumn.Word - 1) / PackedColumn.Word];
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is not { } cells) continue;
            Present[row / PackedColumn.Word] |= 1UL << row;
            MostActor = Math.Max(MostActor, cells.Actor);
        }

        foreach (var word in Present) Count += BitOperations.PopCount(word);
        Actor = PackedColumn.Of(Filled(rows, column, c => c.Actor));
        Side = PackedColumn.Of(Filled(rows, column, c => c.Side));
        Topics = PackedColumn.Of(Filled(rows, column, c => c.Topics));
        Places = PackedColumn.Of(Filled(rows, column, c => c.Places));
        Form = PackedColumn.Of(Filled(rows, column, c => c.Form));
        Said = new(Filled(rows, column, c => c.Said, DayColumn.Undated));
        Event = new(Filled(rows, column, c => c.Event, DayColumn.Undated));
        (_runStarts, _runArticles) = Runs(rows);
    }

    /// <summary>Which rows there is a claim for.</summary>
    public ulong[] Present { get; }

    public int Words => Present.Length;

    public int Rows => Words * PackedColumn.Word;

    public int Count { get; }

    /// <summary>The largest id of a speaker.</summary>
    public int MostActor { get; }

    public PackedColumn Actor { get; }
    public PackedColumn Side { get; }
    public PackedColumn Topics { get; }
    public PackedColumn Places { get; }
    public PackedColumn Form { get; }
    public DayColumn Said { get; }
    public DayColumn Event { get; }

    /// <summary>Where claims of one article stand together, as they do when they were stored together: the run's first row.</summary>
    public ReadOnlySpan<ushort> RunStarts => _runStarts;

    /// <summary>By run.</summary>
    public ReadOnlySpan<int> RunArticles => _runArticles;

    /// <summary>What the columns take, without the objects around them.</summary>
    public int Bytes => Present.Length * sizeof(ulong) + Actor.Bytes + Side.Bytes + Topics.Bytes + Places.Bytes + Form.Bytes + Said.Bytes + Event.Bytes
        + _runStarts.Length * (sizeof(ushort) + sizeof(int));

    public int RunEnd(int run) => run + 1 < _runStarts.Length ? _runStarts[run + 1] : Rows;

    /// <summary>Of a row that is present.</summary>
    public int ArticleOf(int row)
    {
        var run = Array.BinarySearch(_runStarts, (ushort)row);
        return _runArticles[run < 0 ? ~run - 1 : run];
    }

    public bool Has(int row) => row < Rows && (Present[row / PackedColumn.Word] & (1UL << row)) != 0;

    public ClaimCells? this[int row]
    {
        get
        {
            if (!Has(row)) return null;
            return new(ArticleOf(row), Actor[row], Side[row], Topics[row], Places[row], Form[row], Said[row], Event[row]);
        }
    }

    /// <param name="rows">At least as many as there are here.</param>
    public void CopyTo(Span<ClaimCells?> rows)
    {
        for (var run = 0; run < _runStarts.Length; run++)
            for (int row = _runStarts[run], end = RunEnd(run); row < end; row++)
                if (Has(row)) rows[row] = new(_runArticles[run], Actor[row], Side[row], Topics[row], Places[row], Form[row], Said[row], Event[row]);
    }

    /// <summary>The same claims with other cells.</summary>
    public ClaimChunk With(Func<ClaimCells, ClaimCells> change)
    {
        var rows = new ClaimCells?[Rows];
        CopyTo(rows);
        for (var row = 0; row < rows.Length; row++)
            if (rows[row] is { } cells) rows[row] = change(cells);
        return new(rows);
    }

    private static ReadOnlySpan<int> Filled(ReadOnlySpan<ClaimCells?> rows, int[] column, Func<ClaimCells, int> cell, int otherwise = 0)
    {
        for (var row = 0; row < rows.Length; row++) column[row] = rows[row] is { } cells ? cell(cells) : otherwise;
        return column;
    }

    private static (ushort[] Starts, int[] Articles) Runs(ReadOnlySpan<ClaimCells?> rows)
    {
        var (starts, articles) = (new List<ushort>(), new List<int>());
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row] is not { } cells || (articles.Count > 0 && articles[^1] == cells.Article)) continue;
            starts.Add((ushort)row);
            articles.Add(cells.Article);
        }

        return ([.. starts], [.. articles]);
    }
}
