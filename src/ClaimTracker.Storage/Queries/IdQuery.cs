using System.Data.Common;
using ClaimTracker.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Storage.Queries;

/// <summary>A query for rows of some ids, one of several that a page is put together from.</summary>
/// <param name="Sql">As <see cref="PreparedSql.RowsAsync{T}"/> takes it.</param>
/// <param name="Ids">Each once; none asks nothing.</param>
/// <param name="Row">Gets each row.</param>
internal sealed record IdQuery(string Sql, IReadOnlyList<int> Ids, Action<DbDataReader> Row)
{
    /// <summary>Parameters after the ids, where the engine takes those as one.</summary>
    public IReadOnlyList<object> More { get; init; } = [];

    /// <summary>Asks several. Where the answer has to come from a server, they go there together.</summary>
    public static async Task AskAsync(ClaimDbContext db, IReadOnlyList<IdQuery> queries, CancellationToken stop)
    {
        if (db.Kept is not null)
        {
            foreach (var query in queries)
                await PreparedSql.RowsAsync(db, query.Sql, query.Ids, row => { query.Row(row); return 0; }, stop).ConfigureAwait(false);
            return;
        }

        IdQuery[] asked = [.. queries.Where(q => q.Ids.Count > 0)];
        if (asked.Length == 0) return;
        await using var batch = db.Database.GetDbConnection().CreateBatch();
        batch.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var query in asked) batch.BatchCommands.Add(query.Command(db, batch.CreateBatchCommand()));
        await using var rows = await batch.ExecuteReaderAsync(stop).ConfigureAwait(false);
        foreach (var query in asked)
        {
            while (await rows.ReadAsync(stop).ConfigureAwait(false)) query.Row(rows);
            await rows.NextResultAsync(stop).ConfigureAwait(false);
        }
    }

    private DbBatchCommand Command(ClaimDbContext db, DbBatchCommand command)
    {
        (command.CommandText, var values) = PreparedSql.ForIds(db, Sql, Ids);
        foreach (var value in values.Concat(More))
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
