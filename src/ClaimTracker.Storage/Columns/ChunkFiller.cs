namespace ClaimTracker.Storage.Columns;

/// <summary>Makes chunks of claims that come in the order of their ids.</summary>
/// <param name="chunks">Where they go, by number.</param>
/// <param name="disputed">Ids of claims that are contested.</param>
internal sealed class ChunkFiller(ClaimChunk?[] chunks, HashSet<int> disputed)
{
    private readonly ChunkRows _rows = new();
    private int _chunk = -1;

    public void Put(int id, ClaimCells cells)
    {
        if (id >> ClaimChunk.Shift != _chunk)
        {
            Close();
            _rows.Clear();
            _chunk = id >> ClaimChunk.Shift;
        }

        _rows.Set(id & (ClaimChunk.MostRows - 1), cells with { Form = ClaimForm.With(cells.Form, disputed.Contains(id)) });
    }

    /// <summary>To be called after the last.</summary>
    public void Close()
    {
        if (_chunk >= 0) chunks[_chunk] = new(_rows);
        _chunk = -1;
    }
}
