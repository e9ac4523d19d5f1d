namespace ClaimTracker.Storage.Columns;

/// <summary>Whose claims articles carry.</summary>
internal static class ArticleSides
{
    /// <summary>For each of some articles how many claims it has of each side that it has any of.</summary>
    public static Dictionary<int, IReadOnlyDictionary<string, int>> Of(ClaimColumns columns, IReadOnlyCollection<int> articles)
    {
        var sides = columns.Tables.Sides.Values;
        var counts = articles.ToDictionary(a => a, _ => new int[sides.Count]);
        foreach (var chunk in columns.Chunks.OfType<ClaimChunk>())
            for (var run = 0; run < chunk.RunStarts.Length; run++)
            {
                if (!counts.TryGetValue(chunk.RunArticles[run], out var count)) continue;
                for (int row = chunk.RunStarts[run], end = chunk.RunEnd(run); row < end; row++)
                    if (chunk.Has(row)) count[chunk.Side[row]]++;
            }

        return counts.ToDictionary(c => c.Key, IReadOnlyDictionary<string, int> (c) =>
            c.Value.Index().Where(side => side.Item > 0).ToDictionary(side => sides[side.Index].Value, side => side.Item));
    }
}
