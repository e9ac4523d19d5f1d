namespace ClaimTracker.Storage.Columns;

/// <summary>Makes new chunks of old ones and of what has changed. Chunks that nothing touched are shared.</summary>
internal sealed class ChunkEditor
{
    private readonly ClaimColumns _before;
    private readonly Dictionary<int, ChunkRows> _opened = [];

    /// <param name="before">Not changed.</param>
    /// <param name="articles">Their claims are taken out; those that are still there are put in again.</param>
    public ChunkEditor(ClaimColumns before, IEnumerable<int> articles)
    {
        _before = before;
        var known = articles.Where(id => before.Articles[id] is not null).ToHashSet();
        if (known.Count == 0) return;
        for (var c = 0; c < before.Chunks.Length; c++)
        {
            if (before.Chunks[c] is not { } chunk) continue;
            for (var run = 0; run < chunk.RunStarts.Length; run++)
            {
                if (!known.Contains(chunk.RunArticles[run])) continue;
                var rows = Open(c);
                for (int row = chunk.RunStarts[run], end = chunk.RunEnd(run); row < end; row++) rows.Remove(row);
            }
        }
    }

    /// <summary>A claim that was there before stays contested, or not, until told otherwise.</summary>
    public void Put(int id, ClaimCells cells) =>
        Open(id >> ClaimChunk.Shift).Set(
            id & (ClaimChunk.MostRows - 1), cells with { Form = ClaimForm.With(cells.Form, _before[id] is { } before && ClaimForm.IsDisputed(before.Form)) });

    /// <summary>Exactly these claims are contested.</summary>
    public void SetDisputed(HashSet<int> disputed)
    {
        for (var c = 0; c < _before.Chunks.Length; c++)
        {
            if (_before.Chunks[c] is not { } chunk) continue;
            for (var row = 0; row < chunk.Rows; row++)
                if (chunk.Has(row) && ClaimForm.IsDisputed(chunk.Form[row]) != disputed.Contains((c << ClaimChunk.Shift) + row))
                {
                    Open(c);
                    break;
                }
        }

        foreach (var (c, rows) in _opened)
            for (var row = 0; row < ClaimChunk.MostRows; row++)
                if (rows.Has(row)) rows.Form[row] = ClaimForm.With(rows.Form[row], disputed.Contains((c << ClaimChunk.Shift) + row));
    }

    public ClaimChunk?[] Chunks()
    {
        var chunks = new ClaimChunk?[Math.Max(_before.Chunks.Length, _opened.Count == 0 ? 0 : _opened.Keys.Max() + 1)];
        _before.Chunks.CopyTo(chunks, 0);
        foreach (var (c, rows) in _opened) chunks[c] = rows.End == 0 ? null : new(rows);
        return chunks;
    }

    private ChunkRows Open(int c)
    {
        if (_opened.TryGetValue(c, out var rows)) return rows;
        rows = new();
        rows.Clear();
        if (c < _before.Chunks.Length && _before.Chunks[c] is { } chunk) chunk.CopyTo(rows);
        return _opened[c] = rows;
    }
}
