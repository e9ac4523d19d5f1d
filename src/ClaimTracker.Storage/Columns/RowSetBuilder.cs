namespace ClaimTracker.Storage.Columns;

/// <summary>Gathers claims into a <see cref="RowSet"/>. Ids that no claim has are left out.</summary>
internal sealed class RowSetBuilder(ClaimColumns columns)
{
    private readonly ulong[]?[] _chunks = new ulong[]?[columns.Chunks.Length];

    public void Add(int id)
    {
        var c = id >> ClaimChunk.Shift;
        if (c >= _chunks.Length || columns.Chunks[c] is not { } chunk) return;
        var row = id & (ClaimChunk.MostRows - 1);
        if (row < chunk.Rows) (_chunks[c] ??= new ulong[chunk.Words])[row / PackedColumn.Word] |= 1UL << row;
    }

    public void Add(RowSet rows)
    {
        for (var c = 0; c < _chunks.Length; c++)
        {
            if (rows[c] is not { } some) continue;
            var all = _chunks[c] ??= new ulong[some.Length];
            for (var w = 0; w < all.Length; w++) all[w] |= some[w];
        }
    }

    public RowSet ToSet()
    {
        for (var c = 0; c < _chunks.Length; c++)
            if (_chunks[c] is { } some)
                for (var w = 0; w < some.Length; w++) some[w] &= columns.Chunks[c]!.Present[w];
        return new(_chunks);
    }
}
