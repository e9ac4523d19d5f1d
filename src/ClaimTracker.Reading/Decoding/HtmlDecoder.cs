using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Decoding;

/// <summary>Bytes of a page to text: by byte-order mark, by what the bytes prove, by what the page says, by its language.</summary>
internal static class HtmlDecoder
{
    static HtmlDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The page as text. Bytes that the encoding doesn't know become U+FFFD; nothing is refused.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, ReadingLexicon lexicon)
    {
        if (ByteOrderMark.Find(bytes) is { } mark) return mark.Encoding.GetString(bytes[mark.Length..]);
        return Choose(bytes, lexicon).GetString(bytes);
    }

    /// <summary>
    /// Bytes that are valid UTF-8 and not only ASCII are UTF-8 whatever the page says: no legacy encoding gives such text by accident.
    /// A page that says UTF-8 and mostly is keeps it; one that isn't falls back to its language's old encoding.
    /// </summary>
    private static Encoding Choose(ReadOnlySpan<byte> bytes, ReadingLexicon lexicon)
    {
        if (Utf8.IsValid(bytes)) return IsEscaped(bytes) && Declared(bytes) is { } stateful ? stateful : Encoding.UTF8;

        var declared = Declared(bytes);
        if (declared is not null and not UTF8Encoding) return declared;
        return IsMostlyUtf8(bytes) ? Encoding.UTF8 : ByLanguage(bytes, lexicon);
    }

    /// <summary>ISO-2022-JP and its kin are ASCII by their bytes and switch with escape codes.</summary>
    private static bool IsEscaped(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0x1B);

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestHead)]);
        var rest = head.AsSpan();
        for (var at = IndexOf(rest); at >= 0; at = IndexOf(rest))
        {
            rest = rest[(at + Charset.Length)..];
            if (ByName(AttributeValue(rest)) is { } encoding) return encoding;
        }

        return null;
    }

    private static int IndexOf(ReadOnlySpan<char> text) => text.IndexOf(Charset, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> AttributeValue(ReadOnlySpan<char> behindName)
    {
        var rest = behindName.TrimStart();
        if (rest is not ['=', ..]) return [];
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny(ValueEnds);
        return end < 0 ? [] : rest[..end];
    }

    private static Encoding? ByName(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty || label.Length > 30) return null;
        var name = label.ToString().ToLowerInvariant();
        // As browsers do: what is called Latin-1 is Windows-1252, and a page that calls itself UTF-16 in ASCII letters isn't.
        name = name switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "iso8859-1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "utf8" or "utf-16" or "utf-16le" or "utf-16be" => "utf-8",
            "sjis" or "x-sjis" or "shift-jis" or "ms_kanji" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            _ => name,
        };
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // A label that names no encoding says nothing; the bytes decide.
            return null;
        }
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) valid++;
            else invalid++;
            at += consumed;
        }

        return valid > invalid;
    }

    private static Encoding ByLanguage(ReadOnlySpan<byte> bytes, ReadingLexicon lexicon)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestHead)]);
        var at = head.IndexOf(" lang", StringComparison.OrdinalIgnoreCase);
        var language = at < 0 ? [] : AttributeValue(head.AsSpan(at + 5));
        var primary = language.IndexOfAny('-', '_') is var dash and > 0 ? language[..dash] : language;
        return ByName(lexicon.LegacyEncodings.TryGet(primary, out var name) ? name : "windows-1252") ?? Encoding.Latin1;
    }

    private const string Charset = "charset";
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"' ;/>\r\n");

    /// <summary>Where browsers look for a declared encoding ends at 1,024 bytes; pages that put it later mean it all the same.</summary>
    private const int LongestHead = 16_384;
}
