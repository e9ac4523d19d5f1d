using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Opening;

/// <summary>SQLite's errors that are nobody's mistake here, in words.</summary>
/// <remarks>Codes: https://www.sqlite.org/rescode.html. What isn't listed is a mistake of ours and stays an exception.</remarks>
internal static class SqliteFaults
{
    public const int Full = 13;
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, CannotOpen = 14, NotADatabase = 26;
    private const string Again = "It is tried again every few seconds, and nothing is lost.";
    private const string Replace =
        "Put a backup in its place, or move it away: without it the articles are read again from their folders, but what curators decided is in backups alone.";

    /// <summary>Looks through an exception and what caused it.</summary>
    /// <returns>Null for anything else.</returns>
    public static StoreFault? Of(Exception? error, string file)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is StoreUnavailableException known) return known.Fault;
            if (error is SqliteException sqlite && Of(sqlite, file) is { } fault) return fault;
        }

        return null;
    }

    /// <summary>As <see cref="Of(Exception?, string)"/>, for what making folder and file can meet.</summary>
    public static StoreFault? OfOpening(Exception error, string file) => error switch
    {
        IOException { HResult: var code } when (code & 0xFFFF) is 28 or 0x70 => NoRoom(file),
        IOException or UnauthorizedAccessException => NotWritable(file, error.Message),
        _ => Of(error, file),
    };

    public static StoreFault Foreign(string file, string found) =>
        new(StoreFaultKind.Foreign, $"Expected a database of this program at '{file}', found {found}. {Replace}");

    public static StoreFault Damaged(string file, string found) =>
        new(StoreFaultKind.Damaged, $"Expected a whole database at '{file}', found it damaged ({found.TrimEnd('.')}). {Replace}");

    public static StoreFault Newer(string file, string change) => new(
        StoreFaultKind.Newer,
        $"Expected a database of this version of the program or an older one at '{file}', found one that a newer version has changed ({change}). "
        + "Start the newer version, or put a backup from before in its place.");

    private static StoreFault? Of(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Busy or Locked => new(
            StoreFaultKind.Locked, $"Expected to use the database '{file}', but another program keeps it locked. End that program or wait for it. {Again}"),
        Full => NoRoom(file),
        // The system refused to write or read: a quota, a limit on the size of files, a disk that has gone.
        InputOutput => NotWritable(file, $"input or output failed, code {error.SqliteExtendedErrorCode}"),
        ReadOnly or Permission or CannotOpen => NotWritable(file, Last(error.Message)),
        NotADatabase => Foreign(file, "a file of something else"),
        Corrupt => Damaged(file, Last(error.Message)),
        _ => null,
    };

    private static StoreFault NoRoom(string file) =>
        new(StoreFaultKind.Full, $"Expected room to write to the database '{file}', found the disk full. Make room on it. {Again}") { CanRead = true };

    private static StoreFault NotWritable(string file, string found) => new(
        StoreFaultKind.NotWritable,
        $"Expected to open and write the database '{file}', but the system refuses it ({found.TrimEnd('.')}). "
        + $"Let the program's user write to the file and its folder, or name another folder as data path. {Again}");

    /// <summary>The driver's messages are <c>SQLite Error 14: 'unable to open database file'.</c></summary>
    private static string Last(string message) => message.Split('\'') is [_, var said, ..] ? said : message;
}
