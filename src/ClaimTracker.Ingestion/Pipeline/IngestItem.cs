using ClaimTracker.Domain;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Something to ingest.</summary>
/// <param name="Name">The file's name without folders.</param>
/// <param name="Origin">Its full path, or where else it came from.</param>
/// <param name="Load">Its bytes and what the catalogue says of it. Throws <see cref="UnreadableFileException"/> with the sentence for the record.</param>
public sealed record IngestItem(string Name, string Origin, Func<CancellationToken, Task<LoadedFile>> Load);

/// <summary>The bytes of a file, and what the catalogue says of it.</summary>
/// <param name="Bytes">As they came.</param>
/// <param name="Known">Null for nothing.</param>
public sealed record LoadedFile(ReadOnlyMemory<byte> Bytes, CatalogueEntry? Known);

/// <summary>A file that can't be ingested; the message is a sentence: what was expected and what was found.</summary>
public sealed class UnreadableFileException(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>How one file ended.</summary>
internal abstract record ItemOutcome(IngestItem Item)
{
    /// <summary>It is an article that is not in the store, or not as the engine would read it now.</summary>
    internal sealed record Ready(IngestItem Item, ArticleToStore Article, TimeSpan Took, bool Again) : ItemOutcome(Item);

    /// <summary>Its bytes are in the store, read as the engine would read them now.</summary>
    internal sealed record Known(IngestItem Item) : ItemOutcome(Item);

    /// <summary>It is no article, or could not be read.</summary>
    internal sealed record Skipped(IngestItem Item, string Reason, Exception? Cause = null) : ItemOutcome(Item);
}
