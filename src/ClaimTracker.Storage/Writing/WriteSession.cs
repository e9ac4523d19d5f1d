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
        """;

    private readonly Dictionary<string, RowStatements> _statements = [];

    private readonly Dictionary<(string Table, string Slug), long> _ids = [];

    /// <summary>Whether this session fills the database without its indexes; a transaction that begins it or ends it says so.</summary>
    public bool LeavesIndexesOut { get; set; }

    /// <summary>One transaction with a data version of its own: all of <paramref name="work"/>, or, where it throws, nothing of it.</summary>
    public abstract T InTransaction<T>(Func<WriteSession, T> work);

    /// <inheritdoc cref="InTransaction{T}"/>
    public void InTransaction(Action<WriteSession> work) => InTransaction<object?>(
        session =>
        {
            work(session);
            return null;
        });

    /// <summary>Runs one statement. Its text is the key of the prepared statement.</summary>
    public abstract void Execute(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The number that a statement returns.</summary>
    /// <exception cref="InvalidOperationException">It returned nothing.</exception>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        NumberOrNull(sql, values) ?? throw new InvalidOperationException($"Expected a number, found nothing: {sql}");

    /// <summary>The number that a statement returns, or null where it returns nothing.</summary>
    public abstract long? NumberOrNull(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The rows of a query, each made by <paramref name="row"/>. Parameters are numbers or texts.</summary>
    public abstract List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values);

    /// <summary>The id of a row that has a slug, or null where there is none. Looked for once in a transaction.</summary>
    public long? Id(string table, string slug)
    {
        if (_ids.TryGetValue((table, slug), out var known)) return known;
        if (NumberOrNull($"SELECT id FROM {table} WHERE slug = $1", slug) is not { } id) return null;
        return _ids[(table, slug)] = id;
    }

    /// <summary>To be called where a row with a slug goes.</summary>
    public void ForgetIds() => _ids.Clear();

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
        ForgetIds();
        Execute(NewVersion, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
    }
}
