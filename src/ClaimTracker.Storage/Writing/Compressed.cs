using System.IO.Compression;

namespace ClaimTracker.Storage.Writing;

/// <summary>Bytes in a column: Brotli, which every article shrinks under.</summary>
internal static class Compressed
{
    public static byte[] Write(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes.Span);
        return packed.ToArray();
    }

    public static byte[] Read(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}
