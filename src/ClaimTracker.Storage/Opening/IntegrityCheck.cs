namespace ClaimTracker.Storage.Opening;

/// <summary>Looks through all pages of a file that is not as this program closed it, beside its readers and before the first write.</summary>
/// <remarks>
/// Writing to a damaged file spreads the damage, so writers wait; readers don't: what they meet themselves, SQLite tells. It reads past the
/// shared memory map, which would make the whole file count as this process's memory.
/// </remarks>
internal static class IntegrityCheck
{
    /// <returns>Null where nothing was found.</returns>
    public static StoreFault? Run(string file)
    {
        try
        {
            using var connection = SqliteSettings.OpenToCheck(file);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            command.CommandTimeout = 0;
            return command.ExecuteScalar() is string found and not "ok" ? SqliteFaults.Damaged(file, found.Replace('\n', ' ')) : null;
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (SqliteFaults.Of(e, file) is { } fault)
        {
            return fault;
        }
    }
}
