using System.Security.Cryptography;
using ClaimTracker.Domain;
using ClaimTracker.Reading;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Turns an item into what is to be stored, or into the reason why nothing is. Safe to use from several threads.</summary>
internal sealed class ItemReader(IArticleEngine engine, ArticleStore articles, TimeProvider time)
{
    public async Task<ItemOutcome> ReadAsync(IngestItem item, CancellationToken stop)
    {
        try
        {
            var began = time.GetTimestamp();
            var file = await item.Load(stop).ConfigureAwait(false);
            var (stored, known) = await LookAsync(item, file, stop).ConfigureAwait(false);
            if (IsUpToDate(stored, known)) return new ItemOutcome.Known(item);

            return engine.Read(stored?.FileName ?? item.Name, file.Bytes, known) switch
            {
                ReadOutcome.Read(var article) => await ReadyAsync(item, file, article, known, stored, began, stop).ConfigureAwait(false),
                ReadOutcome.Rejected(var reason) => new ItemOutcome.Skipped(item, reason),
                var other => throw new InvalidOperationException($"Expected Read or Rejected, found {other.GetType().Name}."),
            };
        }
        catch (UnreadableFileException e)
        {
            return new ItemOutcome.Skipped(item, e.Message, e.InnerException);
        }
        catch (Exception e) when (e is not OperationCanceledException and not StoreUnavailableException)
        {
            // A mistake of ours on one article must not keep the others out. It is logged with its stack.
            return new ItemOutcome.Skipped(item, $"Expected to read it, but the program failed: {e.Message}", e);
        }
    }

    /// <summary>Whether the bytes of a file are in the store, read as they would be read now.</summary>
    public async Task<bool> IsKnownAsync(IngestItem item, LoadedFile file, CancellationToken stop)
    {
        var (stored, known) = await LookAsync(item, file, stop).ConfigureAwait(false);
        return IsUpToDate(stored, known);
    }

    public static string HashOf(LoadedFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    private async Task<(StoredArticle? Stored, CatalogueEntry? Known)> LookAsync(IngestItem item, LoadedFile file, CancellationToken stop)
    {
        var stored = await articles.FindAsync(HashOf(file), stop).ConfigureAwait(false);
        return (stored, WhatIsKnown(item, file.Known, stored));
    }

    private bool IsUpToDate(StoredArticle? stored, CatalogueEntry? known) => stored is not null && stored.ReadWith == engine.ReadingVersion && stored.Known == known;

    /// <summary>
    /// An article belongs to the file it first came from. The same bytes elsewhere add knowledge where there is none and take none away;
    /// where that file has gone, they are it.
    /// </summary>
    private static CatalogueEntry? WhatIsKnown(IngestItem item, CatalogueEntry? found, StoredArticle? stored)
    {
        if (stored is null || stored.Origin == item.Origin) return found;
        return File.Exists(stored.Origin) ? stored.Known ?? found : found ?? stored.Known;
    }

    private async Task<ItemOutcome> ReadyAsync(
        IngestItem item, LoadedFile file, Article article, CatalogueEntry? known, StoredArticle? stored, long began, CancellationToken stop)
    {
        var analysis = engine.Extract(article);
        var origin = stored is not null && stored.Origin != item.Origin && File.Exists(stored.Origin) ? stored.Origin : item.Origin;
        var ready = new ArticleToStore(analysis, Passages.Of(analysis, engine.Sentences(article)), file.Bytes, origin, engine.ReadingVersion)
        {
            Known = known,
            Replaces = stored is null ? await BeginningAsync(item.Origin, file.Bytes, stop).ConfigureAwait(false) : null,
        };
        return new ItemOutcome.Ready(item, ready, time.GetElapsedTime(began), stored is not null);
    }

    /// <summary>The article of the same file when it was shorter: seen before all of it was written, it is no article of its own.</summary>
    private async Task<string?> BeginningAsync(string origin, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        foreach (var (key, earlier) in await articles.FromOriginAsync(origin, stop).ConfigureAwait(false))
            if (earlier.Length < bytes.Length && bytes.Span.StartsWith(earlier)) return key;
        return null;
    }
}
