namespace ClaimTracker.Storage.Writing;

/// <summary>While a large import fills an empty database, its rows are written without the indexes of the large tables; those are made at the end, sorted.</summary>
/// <remarks>
/// Rows come in no order of speaker, side or key: kept up row by row, each index would be written many times over. What is left out stands in a table of
/// the database itself, written in the transaction that leaves it out, so whoever writes next after a kill makes it good. Rows are whole and can be read
/// meanwhile, only slowly, and not be searched.
/// </remarks>
internal static class DeferredIndexes
{
    /// <summary>A word of memory for each place of a word: with all of a rebuild's in memory, no part of the index is written twice.</summary>
    private const int SearchMemory = 64 << 20, UsualSearchMemory = 1 << 20;

    /// <summary>Stands in the database while they are left out: their names, and the statements that make them.</summary>
    public const string Table = "deferred_indexes";

    /// <summary>
    /// What a rebuild writes are a few large parts of the index. Later batches add a small part each and merge all of them step by step; at the usual 16 parts the index would lose
    /// patience just before it is done, and write all of itself anew within one batch.
    /// </summary>
    private const int MostSearchParts = 64;

    private const string Large = "'claims', 'statistics', 'claim_topics', 'claim_places', 'claim_statistics', 'mentions'";

    /// <summary>Leaves the indexes out.</summary>
    public static void Begin(WriteSession session)
    {
        session.Execute($"CREATE TABLE {Table} (name TEXT NOT NULL, made_by TEXT NOT NULL)");
        session.Execute($"INSERT INTO {Table} SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({Large})");
        foreach (var (name, _) in Left(session)) session.Execute($"DROP INDEX \"{name}\"");
    }

    /// <summary>Whether indexes are left out now, by this process or another, or by one that was killed.</summary>
    public static bool AreLeftOut(WriteSession session) =>
        session.NumberOrNull($"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{Table}'") is not null;

    /// <summary>Makes them, and full-text search over all rows.</summary>
    public static void Finish(WriteSession session)
    {
        foreach (var (_, madeBy) in Left(session)) session.Execute(madeBy);
        foreach (var search in (string[])["claim_search", "article_search"])
        {
            session.Execute($"INSERT INTO {search} ({search}, rank) VALUES ('hashsize', {SearchMemory})");
            session.Execute($"INSERT INTO {search} ({search}) VALUES ('rebuild')");
            session.Execute($"INSERT INTO {search} ({search}, rank) VALUES ('hashsize', {UsualSearchMemory})");
            session.Execute($"INSERT INTO {search} ({search}, rank) VALUES ('crisismerge', {MostSearchParts})");
        }

        session.Execute($"DROP TABLE {Table}");
    }

    private static List<(string Name, string MadeBy)> Left(WriteSession session) =>
        session.Rows($"SELECT name, made_by FROM {Table}", row => (row.GetString(0), row.GetString(1)));
}
