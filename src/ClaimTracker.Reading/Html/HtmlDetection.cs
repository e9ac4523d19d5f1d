namespace ClaimTracker.Reading.Html;

/// <summary>Whether a file is HTML, by its ending or by how it begins.</summary>
internal static class HtmlDetection
{
    private static readonly string[] Endings = [".html", ".htm", ".xhtml", ".shtml", ".mhtml"];

    private static readonly string[] Beginnings = ["<!doctype html", "<html", "<head", "<body", "<?xml"];

    public static bool IsHtml(string fileName, ReadOnlySpan<byte> bytes)
    {
        foreach (var ending in Endings)
            if (fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return BeginsAsHtml(bytes);
    }

    private static bool BeginsAsHtml(ReadOnlySpan<byte> bytes)
    {
        var start = Decoding.ByteOrderMark.IsUtf8(bytes) ? bytes[3..] : bytes;
        start = start.TrimStart(" \t\r\n"u8);
        if (start.Length > LongestProlog) start = start[..LongestProlog];
        var text = System.Text.Encoding.Latin1.GetString(start);
        while (text.StartsWith("<!--", StringComparison.Ordinal) && text.IndexOf("-->", StringComparison.Ordinal) is var end and >= 0)
            text = text[(end + 3)..].TrimStart();
        foreach (var beginning in Beginnings)
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return beginning != "<?xml" || text.Contains("<html", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private const int LongestProlog = 2048;
}
