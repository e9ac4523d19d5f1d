using System.Buffers.Binary;
using System.Globalization;

namespace ClaimTracker.Storage.Opening;

/// <summary>What is noted beside the database: which file it was, and how it stood when the program last closed it.</summary>
/// <remarks>
/// <para>
/// A file that stands as it was closed needs no check; any other – after a crash, put back from a backup, written by something else – is looked
/// through. Reading a large file whole at every start would take longer than everything else. A log that is there because another program has the
/// file open belongs to how it stands.
/// </para>
/// <para>
/// A process that is killed leaves a log beside the file. A backup that is then copied over the file would be overwritten with the other
/// file's pages out of that log. Every database and every backup has a stamp of its own in its header (<c>user_version</c>); where the stamp
/// has changed, the log belongs to the file that is gone and is set aside.
/// </para>
/// </remarks>
internal sealed class FileRecord(string file)
{
    private const int StampOffset = 60;
    private readonly string _record = file + "-seen";

    private string Log => file + "-wal";

    /// <summary>Whether the file and its log are as this program left them.</summary>
    public bool IsAsClosed => Read() is { } seen && seen == Now();

    /// <summary>Sets a log aside that belongs to another file than the one that is here now.</summary>
    public void SetForeignLogAside()
    {
        if (!HasLog() || Read() is not { } seen || Stamp() is not { } stamp || seen.Stamp == stamp) return;
        File.Move(Log, $"{Log}-of-the-file-before", overwrite: true);
        File.Delete(file + "-shm");
    }

    /// <summary>Notes which file is in use. Call it when the stamp is in the file and not only in its log.</summary>
    /// <param name="stamp">As a connection reads it: to open the file in another way and close it would take the locks of all connections away (POSIX).</param>
    public void NoteOpened(int stamp) => Write(new(stamp, default, default));

    /// <summary>Notes how the file stands, once nothing of this process has it open.</summary>
    public void NoteClosed()
    {
        if (Now() is { } now) Write(now);
    }

    /// <param name="Stamp">Which file it was.</param>
    /// <param name="File">How it stood.</param>
    /// <param name="Log">How its log stood, which is not there or empty unless somebody has the file open or was killed.</param>
    private sealed record Seen(int Stamp, State File, State Log);

    /// <summary>Bytes, and ticks of the last writing.</summary>
    private readonly record struct State(long Length, long Written)
    {
        public static State Of(string file) => new FileInfo(file) is { Exists: true, Length: > 0 and var length } found ? new(length, found.LastWriteTimeUtc.Ticks) : default;
    }

    private bool HasLog() => State.Of(Log).Length > 0;

    private Seen? Now() => Stamp() is { } stamp ? new(stamp, State.Of(file), State.Of(Log)) : null;

    /// <returns>Null where the file has no header.</returns>
    private int? Stamp()
    {
        if (!File.Exists(file)) return null;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> header = stackalloc byte[StampOffset + sizeof(int)];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length ? BinaryPrimitives.ReadInt32BigEndian(header[StampOffset..]) : null;
    }

    private Seen? Read()
    {
        if (!File.Exists(_record)) return null;
        var numbers = new List<long>();
        foreach (var part in File.ReadAllText(_record).Split(' '))
            if (long.TryParse(part, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
        return numbers switch
        {
            [>= int.MinValue and <= int.MaxValue and var stamp, var length, var written] => new((int)stamp, new(length, written), default),
            [>= int.MinValue and <= int.MaxValue and var stamp, var length, var written, var logLength, var logWritten] => new((int)stamp, new(length, written), new(logLength, logWritten)),
            _ => null,
        };
    }

    /// <summary>A record that can't be written costs a check at the next start, nothing else.</summary>
    private void Write(Seen seen)
    {
        try
        {
            var log = seen.Log == default ? "" : string.Create(CultureInfo.InvariantCulture, $" {seen.Log.Length} {seen.Log.Written}");
            File.WriteAllText(_record, string.Create(CultureInfo.InvariantCulture, $"{seen.Stamp} {seen.File.Length} {seen.File.Written}{log}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A half-written one reads as none.
        }
    }
}
