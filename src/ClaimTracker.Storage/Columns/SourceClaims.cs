namespace ClaimTracker.Storage.Columns;

/// <summary>How much each source carries, and of whom.</summary>
internal static class SourceClaims
{
    /// <summary>By the source's id; 0 gathers articles whose source is not known.</summary>
    public static IReadOnlyDictionary<int, (int Articles, IReadOnlyDictionary<string, int> BySide)> Of(ClaimColumns columns)
    {
        var sides = columns.Tables.Sides.Values;
        var counts = columns.Tables.Sources.Keys.Append(0).ToDictionary(id => id, _ => (Articles: 0, Claims: new int[sides.Count]));
        for (var article = 0; article < columns.Articles.Length; article++)
            if (columns.Articles[article] is not null)
                counts[columns.Articles.Source(article)] = counts[columns.Articles.Source(article)] is var c ? (c.Articles + 1, c.Claims) : default;
        foreach (var chunk in columns.Chunks.OfType<ClaimChunk>())
            for (var run = 0; run < chunk.RunStarts.Length; run++)
            {
                var claims = counts[columns.Articles.Source(chunk.RunArticles[run])].Claims;
                for (int row = chunk.RunStarts[run], end = chunk.RunEnd(run); row < end; row++)
                    if (chunk.Has(row)) claims[chunk.Side[row]]++;
            }

        return counts.ToDictionary(c => c.Key, c => (c.Value.Articles, (IReadOnlyDictionary<string, int>)c.Value.Claims.Index()
            .Where(side => side.Item > 0).ToDictionary(side => sides[side.Index].Value, side => side.Item)));
    }
}
