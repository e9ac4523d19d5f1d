namespace ClaimTracker.Storage.Columns;

/// <summary>Makes chunks of claims that come in the order of their ids.</summary>
/// <param name="chunks">Where they go, by number.</param>
/// <param name="disputed">Ids of claims that are contested.</param>
internal sealed class ChunkFiller(ClaimChunk?[] chunks, HashSet<int> disputed)
{
    private readonly ClaimCells?[] _rows = new ClaimCells?[ClaimChunk.MostRows];
    private int _chunk = -1;
    private int _end;

    public void Put(int id, ClaimCells cells)
    {
        if (id >> ClaimChunk.Shift != _chunk) Close();
        _chunk = id >> ClaimChunk.Shift;
        var row = id & (ClaimChunk.MostRows - 1);
        _rows[row] = cells with { Form = ClaimForm.With(cells.Form, disputed.Contains(id)) };
        _end = row + 1;
    }

    /// <summary>To be called after the last.</summary>
    public void Close()
    {
        if (_chunk >= 0) chunks[_chunk] = new(_rows.AsSpan(0, _end));
        Array.Clear(_rows);
        (_chunk, _end) = (-1, 0);
    }
}
