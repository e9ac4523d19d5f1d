namespace ClaimTracker.Storage.Writing;

/// <summary>Puts the words of new rows into full-text search, all of a transaction's at once.</summary>
/// <remarks>
/// A trigger for each row would make the index write what it has gathered for every single one (a statement with a trigger is a savepoint, and a
/// savepoint empties the index's memory): several times the cost of everything else. What changes or goes is still followed by triggers, which must
/// find the row in the index: call <see cref="Fill"/> before anything is changed that this transaction may have added.
/// Ids only go up and are never given twice, so what is new is what stands above the highest id before.
/// </remarks>
internal sealed class SearchRows(SqliteSession session)
{
    private readonly (string Last, string Fill)[] _tables =
    [
        Of("claims", "claim_search", "passage"),
        Of("articles", "article_search", "title, text"),
    ];

    private readonly long[] _last = [-1, -1];

    /// <summary>Notes what is there before something is added.</summary>
    public void Begin()
    {
        if (_last[0] >= 0) return;
        for (var i = 0; i < _tables.Length; i++) _last[i] = session.NumberOrNull(_tables[i].Last) ?? 0;
    }

    /// <summary>Makes what was added since <see cref="Begin"/> be found.</summary>
    public void Fill()
    {
        if (_last[0] < 0) return;
        for (var i = 0; i < _tables.Length; i++) session.Execute(_tables[i].Fill, _last[i]);
        Forget();
    }

    /// <summary>For a transaction of which nothing stays.</summary>
    public void Forget() => Array.Fill(_last, -1);

    private static (string Last, string Fill) Of(string table, string search, string columns) =>
        ($"SELECT max(id) FROM {table}", $"INSERT INTO {search} (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id > $1 ORDER BY id");
}
