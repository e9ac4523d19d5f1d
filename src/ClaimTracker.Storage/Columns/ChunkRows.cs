namespace ClaimTracker.Storage.Columns;

/// <summary>Claims of one chunk while it is made: a column for each kind of cell, wide and writable.</summary>
internal sealed class ChunkRows
{
    public int[] Article { get; } = new int[ClaimChunk.MostRows];
    public int[] Actor { get; } = new int[ClaimChunk.MostRows];
    public int[] Side { get; } = new int[ClaimChunk.MostRows];
    public int[] Topics { get; } = new int[ClaimChunk.MostRows];
    public int[] Places { get; } = new int[ClaimChunk.MostRows];
    public int[] Form { get; } = new int[ClaimChunk.MostRows];
    public int[] Said { get; } = new int[ClaimChunk.MostRows];
    public int[] Event { get; } = new int[ClaimChunk.MostRows];

    /// <summary>Which rows there is a claim for.</summary>
    public ulong[] Present { get; } = new ulong[ClaimChunk.MostRows / PackedColumn.Word];

    /// <summary>One more than the last row that there is a claim for.</summary>
    public int End
    {
        get
        {
            var word = Array.FindLastIndex(Present, w => w != 0);
            return word < 0 ? 0 : (word + 1) * PackedColumn.Word - System.Numerics.BitOperations.LeadingZeroCount(Present[word]);
        }
    }

    public bool Has(int row) => (Present[row / PackedColumn.Word] & (1UL << row)) != 0;

    public void Set(int row, ClaimCells cells)
    {
        Present[row / PackedColumn.Word] |= 1UL << row;
        (Article[row], Actor[row], Side[row], Topics[row]) = (cells.Article, cells.Actor, cells.Side, cells.Topics);
        (Places[row], Form[row], Said[row], Event[row]) = (cells.Places, cells.Form, cells.Said, cells.Event);
    }

    public void Remove(int row)
    {
        Set(row, new() { Said = DayColumn.Undated, Event = DayColumn.Undated });
        Present[row / PackedColumn.Word] &= ~(1UL << row);
    }

    public void Clear()
    {
        Array.Clear(Present);
        foreach (var column in (int[][])[Article, Actor, Side, Topics, Places, Form]) Array.Clear(column);
        Array.Fill(Said, DayColumn.Undated);
        Array.Fill(Event, DayColumn.Undated);
    }
}
