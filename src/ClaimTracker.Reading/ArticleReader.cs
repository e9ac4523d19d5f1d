using ClaimTracker.Domain;

namespace ClaimTracker.Reading;

/// <summary>How reading one file ended.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>It is an article.</summary>
    public sealed record Read(Article Article) : ReadOutcome;

    /// <summary>It is not; <paramref name="Reason"/> is a sentence: what was expected and what was found.</summary>
    public sealed record Rejected(string Reason) : ReadOutcome;
}

/// <summary>Bytes to <see cref="Article"/>: plain text and HTML.</summary>
public static class ArticleReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="fileName">Name without folders; its ending and the bytes decide between plain text and HTML.</param>
    /// <param name="bytes">As they came.</param>
    /// <param name="known">What the catalogue says of the file, or null.</param>
    public static ReadOutcome Read(string fileName, ReadOnlyMemory<byte> bytes, CatalogueEntry? known = null) => throw new NotImplementedException();
}
