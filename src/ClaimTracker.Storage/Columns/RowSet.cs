using System.Numerics;

namespace ClaimTracker.Storage.Columns;

/// <summary>A set of claims as bits by chunk and row. Never changed once made.</summary>
internal sealed class RowSet
{
    private readonly ulong[]?[] _chunks;

    /// <param name="chunks">By chunk; null for one that has none of the claims. As many words as the chunk has.</param>
    public RowSet(ulong[]?[] chunks)
    {
        _chunks = chunks;
        foreach (var chunk in chunks) Count += CountOf(chunk);
    }

    public int Count { get; }

    /// <summary>Null where the chunk has none of the claims.</summary>
    public ulong[]? this[int chunk] => chunk < _chunks.Length ? _chunks[chunk] : null;

    public bool Contains(int id) => this[id >> ClaimChunk.Shift] is { } chunk && (id & (ClaimChunk.MostRows - 1)) is var row
        && row < chunk.Length * PackedColumn.Word && (chunk[row / PackedColumn.Word] & (1UL << row)) != 0;

    /// <summary>The id from which on the set has so many claims; 0 where it has no more than that.</summary>
    public int IdFromEnd(int count)
    {
        for (var c = _chunks.Length - 1; c >= 0; c--)
        {
            if (_chunks[c] is not { } chunk) continue;
            for (var w = chunk.Length - 1; w >= 0; w--)
            {
                count -= BitOperations.PopCount(chunk[w]);
                if (count <= 0) return (c << ClaimChunk.Shift) + w * PackedColumn.Word;
            }
        }

        return 0;
    }

    /// <summary>In the order of ids.</summary>
    public IEnumerable<int> Ids()
    {
        for (var c = 0; c < _chunks.Length; c++)
        {
            if (_chunks[c] is not { } chunk) continue;
            for (var w = 0; w < chunk.Length; w++)
                for (var left = chunk[w]; left != 0; left &= left - 1)
                    yield return (c << ClaimChunk.Shift) + w * PackedColumn.Word + BitOperations.TrailingZeroCount(left);
        }
    }

    /// <summary>Those that are in this set and not in another.</summary>
    public RowSet Except(RowSet other) => new([.. _chunks.Select((chunk, c) => chunk is null || other[c] is not { } without ? chunk : Less(chunk, without))]);

    private static ulong[] Less(ulong[] chunk, ulong[] without)
    {
        var left = new ulong[chunk.Length];
        for (var w = 0; w < left.Length; w++) left[w] = chunk[w] & ~without[w];
        return left;
    }

    private static int CountOf(ulong[]? chunk)
    {
        var count = 0;
        foreach (var word in chunk ?? []) count += BitOperations.PopCount(word);
        return count;
    }
}
