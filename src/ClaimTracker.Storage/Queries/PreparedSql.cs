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

    /// <summary>As many ids as one list takes.</summary>
    public static int MostIds => Lengths[^1];

    public static async Task<DbDataReader> ReadAsync(ClaimDbContext db, string sql, IReadOnlyList<object> values, CancellationToken stop)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        // SQLite finds a parameter by its name, “$1” as any other; PostgreSQL's driver by its place, and only where it has no name.
        var named = db.Database.IsSqlite();
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            if (named) parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i + 1}");
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Whole numbers as one text with commas between them instead of a row for each: a row costs the driver more than the number costs the engine.
    /// They come in whatever order the engine reads them.
    /// </summary>
    /// <param name="db">Where.</param>
    /// <param name="number">What is read: <c>rowid</c>.</param>
    /// <param name="from">The rest of the query: <c>FROM claims WHERE …</c>.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="found">Gets each.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task NumbersAsync(ClaimDbContext db, string number, string from, IReadOnlyList<object> values, Action<long> found, CancellationToken stop)
    {
        // The one place where the engines differ is the aggregate's name.
        var joined = db.Database.IsSqlite() ? $"group_concat({number})" : $"string_agg(({number})::text, ',')";
        await using var rows = await ReadAsync(db, $"SELECT {joined} {from}", values, stop).ConfigureAwait(false);
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

    /// <summary>The rows of a query for any number of ids.</summary>
    /// <param name="db">Where.</param>
    /// <param name="sql">With <c>{0}</c> where the list of ids stands: <c>WHERE id IN {0}</c>.</param>
    /// <param name="ids">Each once.</param>
    /// <param name="row">Makes one.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<List<T>> RowsAsync<T>(ClaimDbContext db, string sql, IReadOnlyList<int> ids, Func<DbDataReader, T> row, CancellationToken stop)
    {
        var found = new List<T>();
        for (var from = 0; from < ids.Count; from += MostIds)
        {
            var some = ids.Skip(from).Take(MostIds).ToList();
            var length = Lengths.First(l => l >= some.Count);
            var list = $"({string.Join(", ", Enumerable.Range(1, length).Select(n => string.Create(CultureInfo.InvariantCulture, $"${n}")))})";
            object[] values = [.. Enumerable.Range(0, length).Select(n => (object)some[Math.Min(n, some.Count - 1)])];
            await using var rows = await ReadAsync(db, string.Format(CultureInfo.InvariantCulture, sql, list), values, stop).ConfigureAwait(false);
            while (await rows.ReadAsync(stop).ConfigureAwait(false)) found.Add(row(rows));
        }

        return found;
    }
}
