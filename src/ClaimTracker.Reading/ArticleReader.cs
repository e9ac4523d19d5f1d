using System.Security.Cryptography;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Decoding;
using ClaimTracker.Reading.Html;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading;

/// <summary>Bytes to <see cref="Article"/>: plain text and HTML.</summary>
/// <remarks>The same bytes give the same article. Safe to use from several threads.</remarks>
public static class ArticleReader
{
    /// <summary>The largest file that is read, in bytes: 10 MB.</summary>
    public const int MaximumBytes = 10_000_000;

    /// <summary>Reads one file.</summary>
    /// <param name="fileName">Name without folders; its ending and the bytes decide between plain text and HTML.</param>
    /// <param name="bytes">As they came.</param>
    /// <param name="known">What the catalogue says of the file, or null.</param>
    public static ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known = null)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (ByteInspection.Refusal(bytes.Span) is { } refusal) return new ReadOutcome.Rejected(refusal);

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        return HtmlDetection.IsHtml(fileName, bytes.Span)
            ? HtmlArticleReader.Read(fileName, hash, bytes, known)
            : PlainTextReader.Read(fileName, hash, bytes.Span, known);
    }
}
