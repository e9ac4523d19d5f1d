using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>Moves the pages of the log to the file, beside the writer, who waits only where the log would grow too large.</summary>
/// <remarks>
/// Moving them takes as long as writing them, most of it spent waiting for the disk; left to itself, SQLite does it within the writer's commit.
/// It begins the log anew only where all of it has been moved and nobody reads out of it. With visitors coming all the time, and a writer who goes on at once, there is no
/// such moment: every so often the writer moves the rest itself, which is what one commit brought, and waits for those who read.
/// </remarks>
internal sealed unsafe partial class LogKeeper : IDisposable
{
    /// <summary>4,096 bytes each. From the first on they are moved; the writer waits for it where another commit as large as the last would bring more than the second.</summary>
    private const int WorthMoving = 4_000, MostPages = 14_000;

    /// <summary>What a log keeps of the disk when it begins anew, in bytes; one that an import made longer gives the rest back.</summary>
    private const long LargestLog = 64 << 20;

    private readonly SqliteConnection _writer;
    private readonly int* _pages;
    private SqliteConnection? _mover;
    private Task _moving = Task.CompletedTask;
    private int _before;

    /// <param name="writer">Whose commits are followed. Dispose this before it is closed.</param>
    public LogKeeper(SqliteConnection writer)
    {
        _writer = writer;
        _pages = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _ = SetHook(NativeStatement.HandleOf(writer), &NotePages, _pages);
    }

    /// <summary>To be called after each commit.</summary>
    public void Committed()
    {
        var pages = *_pages;
        var added = pages - (pages > _before ? _before : 0);
        _before = pages;
        if (pages >= WorthMoving && pages + added > MostPages)
        {
            _moving.Wait();
            SqliteSettings.BeginLogAnew(_writer, gives: pages > LargestLog / 4096);
        }
        else if (pages >= WorthMoving && _moving.IsCompleted)
        {
            _moving = Task.Run(Move);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _moving.Wait();
        _mover?.Dispose();
        _ = SetHook(NativeStatement.HandleOf(_writer), null, null);
        NativeMemory.Free(_pages);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int NotePages(int* noted, nint connection, byte* database, int pages)
    {
        *noted = pages;
        return 0;
    }

    [LibraryImport(NativeSqlite.BundledName, EntryPoint = "sqlite3_wal_hook")]
    private static partial nint SetHook(nint connection, delegate* unmanaged[Cdecl]<int*, nint, byte*, int, int> hook, int* noted);

    private void Move()
    {
        try
        {
            _mover ??= SqliteSettings.OpenToMoveTheLog(_writer.DataSource);
            SqliteSettings.MoveTheLog(_mover);
        }
        catch (SqliteException)
        {
            // What was committed stays in the log. The writer meets what is in the way when it is its turn, and says so.
        }
    }
}
