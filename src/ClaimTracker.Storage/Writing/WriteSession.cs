using System.Data.Common;
using System.Security.Cryptography;
using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>The connection that writes: statements, and single rows that an engine may gather. Used by one thread at a time.</summary>
/// <remarks>
/// The same SQL on every engine. Parameters are <c>$1</c>, <c>$2</c> … and stand in this order. What an engine does in its own way – full-text search,
/// rows in bulk, where a claim is put – it does behind the members that say when.
/// </remarks>
internal abstract class WriteSession : IDisposable
{
    private const string NewVersion =
        """
        INSERT INTO store_state
            (id, instance, data_version, collection_version, rebuilt_version, comparisons_version, articles_version, compared_version, compared_with, dossier_version)
        VALUES (1, $1, 1, 0, 0, 0, 0, 0, '', '')
        ON CONFLICT (id) DO UPDATE SET data_version = store_state.data_version + 1
        RETURNING data_version
        """;

    private const string Delete = "DELETE FROM ";

    /// <summary>More rows than these are looked for again.</summary>
    private const int MostKnown = 200_000;

    private readonly Dictionary<string, RowStatements> _statements = [];

    /// <summary>Ids by what tells rows apart: the slug, of articles the hash. Null for a row that is known not to be there.</summary>
    private readonly Dictionary<(string Table, string Key), long?> _ids = [];

    private readonly Dictionary<(string Table, string Key), object> _saved = [];
    private long _committed;

    /// <summary>The data version of the transaction.</summary>
    public long Version { get; private set; }

    /// <summary>Whether this session fills the database without its indexes; a transaction that begins it or ends it says so.</summary>
    public bool LeavesIndexesOut { get; set; }

    /// <summary>One transaction with a data version of its own: all of <paramref name="work"/>, or, where it throws, nothing of it.</summary>
    /// <param name="work">May be run again, where it turns out to need more than what <paramref name="addsArticles"/> promises.</param>
    /// <param name="addsArticles">Whether it stores articles and nothing else. Those that are only added are written more quickly.</param>
    public abstract T InTransaction<T>(Func<WriteSession, T> work, bool addsArticles = false);

    /// <inheritdoc cref="InTransaction{T}"/>
    public void InTransaction(Action<WriteSession> work) => InTransaction<object?>(
        session =>
        {
            work(session);
            return null;
        });

    /// <summary>Runs one statement. Its text is the key of the prepared statement.</summary>
    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        if (sql.StartsWith(Delete, StringComparison.Ordinal)) ForgetWhatGoes(sql.AsSpan(Delete.Length));
        Run(sql, values);
    }

    /// <summary>See <see cref="Execute"/>.</summary>
    protected abstract void Run(string sql, ReadOnlySpan<object?> values);

    /// <summary>The number that a statement returns.</summary>
    /// <exception cref="InvalidOperationException">It returned nothing.</exception>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        NumberOrNull(sql, values) ?? throw new InvalidOperationException($"Expected a number, found nothing: {sql}");

    /// <summary>The number that a statement returns, or null where it returns nothing.</summary>
    public abstract long? NumberOrNull(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The rows of a query, each made by <paramref name="row"/>. Parameters are numbers or texts.</summary>
    public abstract List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values);

    /// <summary>Tells which rows will be looked for or saved by their keys, so that all are asked for at once and before any is added.</summary>
    public abstract void Expect(string table, string column, IEnumerable<string> keys);

    /// <summary>The id of a row that has a slug, or null where there is none. Looked for once, until somebody else has written.</summary>
    public long? Id(string table, string slug) => Id(table, "slug", slug);

    /// <inheritdoc cref="Id(string, string)"/>
    public long? Id(string table, string column, string key)
    {
        if (_ids.TryGetValue((table, key), out var known)) return known;
        var id = NumberOrNull($"SELECT id FROM {table} WHERE {column} = $1", key);
        if (id is not null) Know(table, key, id);
        return id;
    }

    /// <summary>Adds a row or brings the one with the same first column in step: see <see cref="RowStatements"/>.</summary>
    /// <param name="table">Where the row is.</param>
    /// <param name="statement">Returns its id; of a row that isn't there, an insert is cheaper than an upsert.</param>
    /// <param name="values">The first is what it is known by.</param>
    /// <returns>Its id.</returns>
    public long Save(string table, string statement, params ReadOnlySpan<object?> values)
    {
        var id = Number(statement, values);
        Know(table, (string)values[0]!, id);
        return id;
    }

    /// <summary>Whether a row was saved with just these words already, so that there is nothing to write. Notes them where not.</summary>
    /// <param name="table">Where the row is.</param>
    /// <param name="key">What it is known by.</param>
    /// <param name="words">What it says.</param>
    /// <param name="same">Whether two such say the same.</param>
    public bool HasSaved<T>(string table, string key, T words, Func<T, T, bool> same)
        where T : class
    {
        if (_saved.TryGetValue((table, key), out var saved) && same((T)saved, words)) return true;
        _saved[(table, key)] = words;
        return false;
    }

    /// <summary>To be called where a row is saved in another way than <see cref="HasSaved"/> knows of.</summary>
    public void ForgetSaved(string table, string key) => _saved.Remove((table, key));

    /// <summary>To be called before an article's rows are added.</summary>
    /// <param name="article">What is added.</param>
    /// <param name="changes">Whether rows that are there already will be changed or go.</param>
    public abstract void Begin(Article article, bool changes);

    /// <summary>Names of columns that only this engine has in a table, written together with a row's others.</summary>
    protected virtual IReadOnlyList<string> OwnColumns(string table) => [];

    /// <summary>Statements that write all columns of a row, those that only this engine has last.</summary>
    public RowStatements StatementsFor(string table, string[] columns) => _statements.TryGetValue(table, out var known)
        ? known
        : _statements[table] = RowStatements.Of(table, [.. columns, .. OwnColumns(table)]);

    /// <summary>What stands in <see cref="OwnColumns"/> of an article's row.</summary>
    public virtual object?[] OwnValues(Article article) => [];

    /// <summary>What stands in <see cref="OwnColumns"/> of a claim's row.</summary>
    public virtual object?[] OwnValues(Article article, string passage) => [];

    /// <summary>Leaves out what makes rows be found quickly, in an empty database that many are written to.</summary>
    public abstract void BeginImport();

    /// <summary>Makes what <see cref="BeginImport"/> left out.</summary>
    public abstract void EndImport();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>To be run first in each transaction.</summary>
    protected void TakeVersion()
    {
        Version = Number(NewVersion, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        // What this session has seen still holds where its own commit was the last one.
        if (Version != _committed + 1 || _ids.Count > MostKnown) Forget();
        _committed = 0;
    }

    /// <summary>To be called once a transaction is committed.</summary>
    protected void Committed() => _committed = Version;

    /// <param name="table">Where the row is.</param>
    /// <param name="key">What it is known by.</param>
    /// <param name="id">Null where it is not there.</param>
    protected void Know(string table, string key, long? id) => _ids[(table, key)] = id;

    /// <summary>Whether anything is known of a row.</summary>
    protected bool IsKnown(string table, string key) => _ids.ContainsKey((table, key));

    /// <summary>Whether a row is known not to be there.</summary>
    protected bool IsAbsent(string table, string key) => _ids.TryGetValue((table, key), out var id) && id is null;

    private void ForgetWhatGoes(ReadOnlySpan<char> deleted)
    {
        var end = deleted.IndexOf(' ');
        if ((end < 0 ? deleted : deleted[..end]) is "actors" or "articles" or "sources" or "topics" or "places") Forget();
    }

    private void Forget()
    {
        _ids.Clear();
        _saved.Clear();
    }
}
