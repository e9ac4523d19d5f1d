using System.Text;

namespace ClaimTracker.Reading.Decoding;

/// <summary>The bytes at the start of a file that name its encoding.</summary>
internal static class ByteOrderMark
{
    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => bytes is [0xEF, 0xBB, 0xBF, ..];

    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    /// <summary>The encoding that the mark names and the mark's length in bytes, or null.</summary>
    public static (Encoding Encoding, int Length)? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        _ => null,
    };
}
