namespace ClaimTracker.Storage.Opening;

/// <summary>A copy of the database as of one moment, made while others read and write it.</summary>
internal static class Backup
{
    /// <summary>Made beside its place and moved there when it is whole and looked through: one that is interrupted is never taken for a backup.</summary>
    /// <exception cref="StoreUnavailableException">The database can't be read, or the copy not be written.</exception>
    public static void Make(string database, string file)
    {
        var unfinished = $"{file}.unfinished-{Environment.ProcessId}";
        try
        {
            CopyTo(database, unfinished);
            Stamp(unfinished);
            if (IntegrityCheck.Run(unfinished) is { } fault) throw new StoreUnavailableException(fault, null);
            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static void CopyTo(string database, string unfinished)
    {
        try
        {
            // Not opened as the program does: a newer program's backup must not change the database of an older one that is running.
            using var connection = SqliteSettings.OpenToCheck(database);
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $1";
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$1", unfinished);
            command.ExecuteNonQuery();
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (SqliteFaults.Of(e, e.SqliteErrorCode == SqliteFaults.Full ? unfinished : database) is { } fault)
        {
            throw new StoreUnavailableException(fault, e);
        }
    }

    /// <summary>The copy is a file of its own: see <see cref="FileRecord"/>.</summary>
    private static void Stamp(string unfinished)
    {
        using var copy = SqliteSettings.OpenToCheck(unfinished);
        SqliteStart.SetNewStamp(copy);
    }
}
