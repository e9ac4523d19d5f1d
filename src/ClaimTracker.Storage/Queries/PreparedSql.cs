using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Storage.Queries;

/// <summary>Plain SQL in the moment that a context reads, for what has to be faster than a query that is translated.</summary>
/// <remarks>Texts are few and the same every time: an engine that keeps plans finds them again. Parameters are <c>$1</c>, <c>$2</c> …</remarks>
internal static class PreparedSql
{
    /// <summary>Lists of ids come in these lengths, the last id repeated, so that a text for each length is prepared once and not one for every number of ids.</summary>
    private static readonly int[] Lengths = [1, 8, 64, 128, 512];

    private static readonly string[] Lists = [.. Lengths.Select(length => $"({string.Join(", ", Enumerable.Range(0, length).Select(Parameter))})")];

    private static readonly ConcurrentDictionary<(string Sql, string List), string> Texts = [];

    /// <summary>As many ids as one list takes.</summary>
    public static int MostIds => Lengths[^1];

    public static async Task<DbDataReader> ReadAsync(ClaimDbContext db, string sql, IReadOnlyList<object> values, CancellationToken stop)
    {
        if (db.Kept is { } kept) return kept.Read(sql, values);
        // Outside a moment it is closed between questions; opened here, it goes back with the context.
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open) await db.Database.OpenConnectionAsync(stop).ConfigureAwait(false);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Count; i++)
        {
            // Without a name it is found by its place.
            var parameter = command.CreateParameter();
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
    }

    /// <summary>The name of a parameter by its place from 0.</summary>
    public static string Parameter(int place) => string.Create(CultureInfo.InvariantCulture, $"${place + 1}");

    /// <summary>Whole numbers of a query's rows, in whatever order the engine reads them.</summary>
    /// <param name="db">Where.</param>
    /// <param name="number">What is read: <c>rowid</c>.</param>
    /// <param name="from">The rest of the query: <c>FROM claims WHERE …</c>.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="found">Gets each.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task NumbersAsync(ClaimDbContext db, string number, string from, IReadOnlyList<object> values, Action<long> found, CancellationToken stop)
    {
        if (db.Kept is { } kept)
        {
            kept.Numbers($"SELECT {number} {from}", values, found);
            return;
        }

        // As one text with commas between them: a row costs the driver more than the number costs the engine.
        await using var rows = await ReadAsync(db, $"SELECT string_agg(({number})::text, ',') {from}", values, stop).ConfigureAwait(false);
        if (!await rows.ReadAsync(stop).ConfigureAwait(false) || rows.IsDBNull(0)) return;
        var value = 0L;
        foreach (var letter in rows.GetString(0))
        {
            if (letter != ',')
            {
                value = value * 10 + letter - '0';
                continue;
            }

            found(value);
            value = 0;
        }

        found(value);
    }

    /// <summary>Rows of whole numbers, in the query's order; 0 for what is not there.</summary>
    /// <param name="db">Where.</param>
    /// <param name="sql">The query.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="columns">How many numbers a row has.</param>
    /// <param name="found">Gets each row, which is another one's after it.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task NumberRowsAsync(ClaimDbContext db, string sql, IReadOnlyList<object> values, int columns, Action<ReadOnlySpan<long>> found, CancellationToken stop)
    {
        if (db.Kept is { } kept)
        {
            kept.Numbers(sql, values, columns, found);
            return;
        }

        var numbers = new long[columns];
        await using var rows = await ReadAsync(db, sql, values, stop).ConfigureAwait(false);
        while (rows.Read())
        {
            for (var i = 0; i < columns; i++) numbers[i] = rows.IsDBNull(i) ? 0 : rows.GetInt64(i);
            found(numbers);
        }
    }

    /// <summary>All rows of a query.</summary>
    public static async Task<List<T>> AllAsync<T>(ClaimDbContext db, string sql, Func<DbDataReader, T> row, CancellationToken stop)
    {
        var found = new List<T>();
        await using var rows = await ReadAsync(db, sql, [], stop).ConfigureAwait(false);
        while (await rows.ReadAsync(stop).ConfigureAwait(false)) found.Add(row(rows));
        return found;
    }

    /// <summary>The rows of a query for any number of ids.</summary>
    /// <param name="db">Where.</param>
    /// <param name="sql">With <c>{0}</c> where the list of ids stands: <c>WHERE id IN {0}</c>.</param>
    /// <param name="ids">Each once.</param>
    /// <param name="row">Makes one.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<List<T>> RowsAsync<T>(ClaimDbContext db, string sql, IReadOnlyList<int> ids, Func<DbDataReader, T> row, CancellationToken stop) =>
        await RowsOfAsync(db, sql, ids, row, stop).ConfigureAwait(false);

    /// <inheritdoc cref="RowsAsync{T}"/>
    public static async Task<List<T>> RowsOfAsync<TKey, T>(ClaimDbContext db, string sql, IReadOnlyList<TKey> ids, Func<DbDataReader, T> row, CancellationToken stop)
        where TKey : notnull
    {
        var found = new List<T>();
        for (var from = 0; from < ids.Count;)
        {
            IReadOnlyList<TKey> some = db.Kept is null || ids.Count <= MostIds ? ids : [.. ids.Skip(from).Take(MostIds)];
            from += some.Count;
            var (text, values) = ForIds(db, sql, some);
            await using var rows = await ReadAsync(db, text, values, stop).ConfigureAwait(false);
            while (await rows.ReadAsync(stop).ConfigureAwait(false)) found.Add(row(rows));
        }

        return found;
    }

    /// <summary>A query for ids, at most <see cref="MostIds"/> of them where the engine has no lists of its own.</summary>
    public static (string Sql, object[] Values) ForIds<TKey>(ClaimDbContext db, string sql, IReadOnlyList<TKey> ids)
        where TKey : notnull
    {
        var (list, values) = db.Kept is null ? ("= ANY ($1)", [ids.ToArray()]) : List(ids);
        return (Texts.GetOrAdd((sql, list), t => t.Sql.Replace(t.List[0] == '(' ? "{0}" : "IN {0}", t.List, StringComparison.Ordinal)), values);
    }

    /// <summary>A list of at least one and at most <see cref="MostIds"/> ids as SQL, and its parameters.</summary>
    public static (string Sql, object[] Values) List<TKey>(IReadOnlyList<TKey> ids)
        where TKey : notnull
    {
        var list = Array.FindIndex(Lengths, l => l >= ids.Count);
        var values = new object[Lengths[list]];
        for (var i = 0; i < values.Length; i++) values[i] = ids[Math.Min(i, ids.Count - 1)];
        return (Lists[list], values);
    }
}
