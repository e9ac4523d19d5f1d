using System.Security.Cryptography;

namespace ClaimTracker.Storage.Columns;

/// <summary>Columns beside the database from one run of the program to the next: to read them back takes a fiftieth of the time that it takes to gather them anew.</summary>
/// <remarks>
/// Nothing depends on it: whatever is wrong with it, it counts as not there. It is good for a database that stands as the program closed it
/// (the engine deletes it otherwise), with the same stamp and instance, and for the build that wrote it. Small tables, with the names that people read, are
/// not in it. It holds the SHA-256 of what follows, then numbers as <see cref="KeptNumbers"/> has them.
/// </remarks>
internal sealed class ColumnsFile(string path)
{
    private static readonly string Build = typeof(ColumnsFile).Module.ModuleVersionId.ToString("N");

    /// <summary>What was written last, if the database has only been added to since. It is gone then: what follows a crash has no past.</summary>
    /// <param name="stamp">The file's.</param>
    /// <param name="state">How the database stands.</param>
    /// <param name="tables">As the database has them; gets the codes.</param>
    /// <returns>Null where there is nothing that can be used.</returns>
    public (long Version, ClaimColumns Columns)? Read(long stamp, StoreVersions state, ClaimTables tables)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
            var hash = new byte[SHA256.HashSizeInBytes];
            stream.ReadExactly(hash);
            if (!SHA256.HashData(stream).AsSpan().SequenceEqual(hash)) return null;
            stream.Position = hash.Length;
            var from = new KeptNumbers(stream);
            if (from.Text() != Build || from.Text() != state.Instance || from.LongNumber() != stamp) return null;
            var version = from.LongNumber();
            // Sides, topics and places are as they were where nothing was rebuilt since.
            if (version < state.RebuiltVersion || version > state.CollectionVersion || from.Number() != tables.Sides.Values.Count) return null;
            tables.Topics.ReadCodes(from);
            tables.Places.ReadCodes(from);
            var chunks = new ClaimChunk?[from.Number()];
            for (var c = 0; c < chunks.Length; c++) chunks[c] = from.Number() == 0 ? null : ClaimChunk.Read(from);
            return (version, new(chunks, tables, ArticleTable.Read(from), RepeatGroups.Read(from)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
        finally
        {
            Delete();
        }
    }

    /// <summary>Writes columns; where they can't be written, the next start gathers them.</summary>
    public void Write(long stamp, CollectionSnapshot snapshot)
    {
        var half = path + "-new";
        try
        {
            using (var stream = new FileStream(half, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16))
            {
                var hash = new byte[SHA256.HashSizeInBytes];
                stream.Write(hash);
                Write(new(stream), stamp, snapshot);
                stream.Position = hash.Length;
                SHA256.HashData(stream, hash);
                stream.Position = 0;
                stream.Write(hash);
            }

            File.Move(half, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Delete(half);
        }
    }

    /// <summary>Deletes it, where it is there.</summary>
    public void Delete() => Delete(path);

    private static void Write(KeptNumbers to, long stamp, CollectionSnapshot snapshot)
    {
        var columns = snapshot.Columns;
        to.Add(Build);
        to.Add(snapshot.Instance);
        to.Add(stamp);
        to.Add(snapshot.Version);
        to.Add(columns.Tables.Sides.Values.Count);
        columns.Tables.Topics.WriteCodes(to);
        columns.Tables.Places.WriteCodes(to);
        to.Add(columns.Chunks.Length);
        foreach (var chunk in columns.Chunks)
        {
            to.Add(chunk is null ? 0 : 1);
            chunk?.Write(to);
        }

        columns.Articles.Write(to);
        columns.Repeats.Write(to);
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What can't be deleted can't be read either, or has another stamp.
        }
    }
}
