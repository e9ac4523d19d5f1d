using Npgsql;
using NpgsqlTypes;

namespace ClaimTracker.Storage.Postgres;

/// <summary>An insert of one row, read from its text.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Table">Where the row goes.</param>
/// <param name="Columns">As they stand in the statement.</param>
/// <param name="ReturnsId">Whether it returns the row's id.</param>
/// <param name="ChangesOthers">Whether it changes a row that has the same first column already.</param>
internal sealed record Insert(string Text, string Table, string Columns, bool ReturnsId, bool ChangesOthers);

/// <summary>Rows of one table that wait to be written.</summary>
/// <param name="insert">What adds one.</param>
/// <param name="types">Of the columns, in the statement's order.</param>
internal sealed class RowTable(Insert insert, NpgsqlDbType[] types)
{
    private readonly string _statement = insert.ReturnsId
        ? $"INSERT INTO {insert.Table} (id, {insert.Columns}) VALUES ({string.Join(", ", Enumerable.Range(1, types.Length + 1).Select(n => $"${n}"))})"
        : insert.Text;

    public string Name => insert.Table;

    /// <summary>Of the columns as they are written: the id first, where it is given.</summary>
    public NpgsqlDbType[] Types { get; } = insert.ReturnsId ? [NpgsqlDbType.Integer, .. types] : types;

    public string CopyText { get; } = $"COPY {insert.Table} ({(insert.ReturnsId ? "id, " : "")}{insert.Columns}) FROM STDIN (FORMAT BINARY)";

    public List<object?[]> Rows { get; } = [];

    /// <summary>The first of the ids that no row has yet.</summary>
    public long FreeId { get; set; }

    /// <summary>How many there are.</summary>
    public int FreeIds { get; set; }

    /// <summary>What ids are taken from, once one was.</summary>
    public string? Sequence { get; set; }

    /// <summary>Where each row's id stands too; null for nowhere.</summary>
    public RowTable? Ids { get; set; }

    public void Add(long? id, ReadOnlySpan<object?> values)
    {
        var (row, at) = (new object?[Types.Length], 0);
        if (id is not null) row[at++] = StoredValue.As(id, Types[0]);
        foreach (var value in values)
        {
            row[at] = StoredValue.As(value, Types[at]);
            at++;
        }

        Rows.Add(row);
        Ids?.Rows.Add([StoredValue.As(id, Ids.Types[0])]);
    }

    public NpgsqlBatchCommand Command(object?[] row)
    {
        var command = new NpgsqlBatchCommand(_statement);
        for (var i = 0; i < row.Length; i++) command.Parameters.Add(StoredValue.Parameter(row[i], Types[i]));
        return command;
    }
}
