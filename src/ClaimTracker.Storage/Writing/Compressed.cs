using System.Buffers;
using System.IO.Compression;
using System.Numerics;

namespace ClaimTracker.Storage.Writing;

/// <summary>Bytes in a column: Brotli, which every article shrinks under.</summary>
internal static class Compressed
{
    /// <summary>Of Brotli's levels, the one that <see cref="CompressionLevel.Fastest"/> stands for.</summary>
    private const int Fastest = 1;

    /// <summary>Bits of the smallest and the usual window: https://www.rfc-editor.org/rfc/rfc7932#section-9.1.</summary>
    private const int SmallestWindow = 10, UsualWindow = 22;

    /// <summary>In one call, with a window no larger than the bytes: of the usual one, most of the time would go into clearing it.</summary>
    public static byte[] Write(ReadOnlyMemory<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, SmallestWindow, UsualWindow);
        if (!BrotliEncoder.TryCompress(bytes.Span, room, out var length, Fastest, window)) throw new InvalidOperationException($"Expected {bytes.Length} bytes to fit in {room.Length}.");
        var packed = room.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    public static byte[] Read(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}
