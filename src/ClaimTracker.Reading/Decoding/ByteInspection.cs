using System.Buffers;
using System.Globalization;

namespace ClaimTracker.Reading.Decoding;

/// <summary>Whether bytes can be text at all, before anything is decoded.</summary>
internal static class ByteInspection
{
    /// <summary>Why the bytes cannot be an article, as a sentence; null where they can.</summary>
    public static string? Refusal(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ArticleReader.MaximumBytes)
            return string.Create(CultureInfo.InvariantCulture,
                $"Expected at most {ArticleReader.MaximumBytes / 1_000_000} MB, found {bytes.Length / 1_000_000.0:0.0} MB.");
        if (bytes.Trim(" \t\r\n\f\v\uFEFF"u8).IsEmpty)
            return bytes.IsEmpty ? "Expected an article, found an empty file." : "Expected an article, found nothing but white space.";
        if (KnownFormat(bytes) is { } format) return $"Expected text or HTML, found {format}.";
        if (ByteOrderMark.IsUtf16(bytes)) return null;

        var first = bytes.IndexOfAny(NotInText);
        if (first < 0 || CountControl(bytes) * (long)BytesPerControl <= bytes.Length) return null;
        return string.Create(CultureInfo.InvariantCulture,
            $"Expected text or HTML, found binary data: byte 0x{bytes[first]:X2} at byte {first}.");
    }

    private static int CountControl(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var at = bytes.IndexOfAny(NotInText); at >= 0; at = bytes.IndexOfAny(NotInText))
        {
            count++;
            bytes = bytes[(at + 1)..];
        }

        return count;
    }

    private static string? KnownFormat(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in KnownFormats)
            if (bytes.StartsWith(magic)) return name;
        return null;
    }

    /// <summary>A stray control code is an accident of copying; one in so many bytes, or more, is no text.</summary>
    private const int BytesPerControl = 200;

    private static readonly (byte[] Magic, string Name)[] KnownFormats =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or office document"),
        ([0x89, .. "PNG"u8], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x1F, 0x8B], "gzip-compressed data"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
    ];

    /// <summary>Control codes that no text encoding for the web uses. Escape (0x1B) is left out: ISO-2022-JP switches with it.</summary>
    private static readonly SearchValues<byte> NotInText =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);
}
