using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;
using ClaimTracker.Reading;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Files on disk as items.</summary>
public static class FileItems
{
    /// <summary>A file that is read when its turn comes.</summary>
    public static IngestItem Of(string path, FolderCatalogues catalogues)
    {
        var full = Path.GetFullPath(path);
        return new(Path.GetFileName(full), full, stop => LoadAsync(full, catalogues, File.ReadAllBytesAsync, stop));
    }

    internal static async Task<LoadedFile> LoadAsync(
        string path, FolderCatalogues catalogues, Func<string, CancellationToken, Task<byte[]>> read, CancellationToken stop)
    {
        try
        {
            var file = new FileInfo(path);
            var before = State(file);
            // The reader would say so too, but only of bytes that were read: a disk image must not be.
            if (before.Length > ArticleReader.MaximumBytes)
                throw new UnreadableFileException(FormattableString.Invariant($"Expected at most {ArticleReader.MaximumBytes:N0} bytes, found {before.Length:N0}."));
            var bytes = await read(path, stop).ConfigureAwait(false);
            if (State(file) != before || bytes.Length != before.Length)
                throw new UnreadableFileException("Expected a finished file, found one that is still being written. It is read when it is whole.");
            return new(bytes, catalogues.Find(path));
        }
        catch (InvalidDataFileException broken)
        {
            throw new UnreadableFileException("Expected a catalogue without problems, found: " + string.Join("; ", broken.Problems), broken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"Expected a file that can be read, found: {e.Message}", e);
        }
    }

    private static (long Length, DateTime Written) State(FileInfo file)
    {
        file.Refresh();
        return (file.Length, file.LastWriteTimeUtc);
    }
}
