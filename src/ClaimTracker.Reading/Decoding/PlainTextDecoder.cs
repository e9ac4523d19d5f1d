using System.Text;
using System.Text.Unicode;

namespace ClaimTracker.Reading.Decoding;

/// <summary>Plain text is UTF-8 and nothing else: spans point into it, so a guess would move them.</summary>
internal static class PlainTextDecoder
{
    /// <summary>The text without its byte-order mark, or a sentence that names the first byte that isn't UTF-8.</summary>
    public static (string? Text, string? Refusal) Decode(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark.IsUtf16(bytes)) return (null, "Expected UTF-8, found UTF-16 (its byte-order mark is at byte 0).");

        var mark = ByteOrderMark.IsUtf8(bytes) ? 3 : 0;
        var content = bytes[mark..];
        var zero = content.IndexOf((byte)0);
        if (zero >= 0) return (null, Sentence($"Expected text, found binary data: a zero byte at byte {mark + zero}."));
        if (FirstInvalid(content) is { } at)
            return (null, Sentence($"Expected UTF-8, found byte 0x{content[at]:X2} at byte {mark + at}."));
        return (Encoding.UTF8.GetString(content), null);
    }

    private static string Sentence(FormattableString sentence) => FormattableString.Invariant(sentence);

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return null;

        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) != System.Buffers.OperationStatus.Done) return at;
            at += consumed;
        }

        return null;
    }
}
