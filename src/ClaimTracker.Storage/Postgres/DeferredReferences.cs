using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Postgres;

/// <summary>While a large import fills an empty database, rows of the large tables come without indexes and references; both are made at the end, each in one pass.</summary>
/// <remarks>
/// Kept up row by row, a claim's row would be looked for in six other tables and written into ten trees. What is left out stands in a table of the database
/// itself, written in the transaction that leaves it out. Whoever writes next, after a kill or from another program meanwhile, makes it good first, for
/// without references nothing that hangs on a row would go with it. Rows are whole and can be read meanwhile, only slowly.
/// </remarks>
internal static class DeferredReferences
{
    private const string Table = "deferred_references";

    /// <summary>Names the large tables: their indexes beyond primary keys and their references.</summary>
    private const string Large = "'claims', 'claim_topics', 'claim_places', 'claim_statistics', 'statistics', 'mentions', 'originals'";

    /// <summary>An index is sorted or gathered in so much memory; where the server allows more, in that.</summary>
    private const string Memory =
        "SELECT set_config('maintenance_work_mem', greatest(pg_size_bytes(current_setting('maintenance_work_mem')) / 1024, 262144) || 'kB', true)";

    /// <summary>Indexes come first: references are then checked along them.</summary>
    private const string WhatThereIs =
        $"""
        INSERT INTO {Table} (taken_out_by, made_by)
        SELECT format('DROP INDEX %s', i.indexrelid::regclass), replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
        WHERE NOT i.indisprimary AND NOT c.relispartition AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND contype <> 'f')
            AND (i.indrelid::regclass::text IN ({Large}) OR (a.amname = 'gin' AND i.indrelid::regclass::text = 'articles'))
        UNION ALL SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND conrelid::regclass::text IN ({Large})
        """;

    /// <summary>Leaves them out.</summary>
    public static void Begin(WriteSession session)
    {
        session.Execute($"CREATE TABLE {Table} (ordinal integer GENERATED ALWAYS AS IDENTITY, taken_out_by text NOT NULL, made_by text NOT NULL)");
        session.Execute(WhatThereIs);
        foreach (var statement in Texts(session, "taken_out_by")) session.Execute(statement);
    }

    /// <summary>Whether they are left out now, by this program or another, or by one that was killed.</summary>
    public static bool AreLeftOut(WriteSession session) => session.NumberOrNull($"SELECT 1 WHERE to_regclass('{Table}') IS NOT NULL") is not null;

    /// <summary>Makes them. What was empty a moment ago is planned for as it is now, and not when the server comes round to it.</summary>
    public static void Finish(WriteSession session)
    {
        session.Execute(Memory);
        var statements = Texts(session, "made_by");
        session.Execute("ANALYZE");
        foreach (var statement in statements) session.Execute(statement);
        session.Execute($"DROP TABLE {Table}");
    }

    private static List<string> Texts(WriteSession session, string column) => session.Rows($"SELECT {column} FROM {Table} ORDER BY ordinal", row => row.GetString(0));
}
