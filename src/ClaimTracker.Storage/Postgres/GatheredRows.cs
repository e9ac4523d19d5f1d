using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Single rows that a transaction adds, gathered and sent together: a few as one batch of statements, many by <c>COPY</c>.</summary>
/// <remarks>
/// One by one, each row would wait for an answer of the server. An insert of one row that is nothing else is kept here, and is written before the
/// first statement that could see it: one that names a table with rows waiting, or that deletes from a table others refer to. Ids are taken from
/// their sequences in blocks; since writers hold one lock (<see cref="PostgresSession"/>), what is left of a block is given back.
/// </remarks>
/// <param name="connection">Open.</param>
/// <param name="isAbsent">Whether a table is known not to have a row with a key: then a statement that would change such a row does nothing but add one.</param>
internal sealed partial class GatheredRows(NpgsqlConnection connection, Func<string, string, bool> isAbsent)
{
    /// <summary>Fewer rows of a table are statements of a batch: a <c>COPY</c> has answers of its own to wait for.</summary>
    private const int WorthACopy = 40;

    /// <summary>Ids asked for at a time.</summary>
    private const int Block = 4096;

    /// <summary>Rows that wait at most: a batch of articles should not have to fit into memory twice.</summary>
    private const int MostWaiting = 50_000;

    private static readonly Dictionary<string, Insert?> Inserts = [];
    private static readonly Dictionary<string, HashSet<string>> WordsOf = [];

    private readonly Dictionary<string, RowTable> _tables = [];
    private readonly List<RowTable> _waiting = [];
    private List<(string From, string To)>? _references;
    private int _count;

    [GeneratedRegex("""^INSERT INTO (?<table>\w+) \((?<columns>[^)]*)\) VALUES \(\$1(, \$\d+)*\)(?<others> ON CONFLICT [^$]*?)?(?<id> RETURNING id)?$""")]
    private static partial Regex OneRow();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    /// <summary>Keeps a row, where the statement adds one and does nothing else.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="id">The id that the row gets, where the statement returns one.</param>
    public bool TryAdd(string sql, ReadOnlySpan<object?> values, out long? id)
    {
        id = null;
        if (Parse(sql) is not { } insert || (insert.ChangesOthers && !(values[0] is string key && isAbsent(insert.Table, key)))) return false;
        if (_count >= MostWaiting) Write();
        if (!_tables.TryGetValue(insert.Text, out var table)) _tables[insert.Text] = table = new(insert, TypesOf(insert));
        if (insert.ReturnsId) id = NextId(table);
        Wait(table);
        table.Add(id, values);
        _count++;
        return true;
    }

    /// <summary>Writes what waits, where a statement could see it or what it lacks.</summary>
    public void WriteIfSeenBy(string sql)
    {
        if (_waiting.Count == 0) return;
        var words = Words(sql);
        if (_waiting.Exists(t => words.Contains(t.Name) || Needs(sql, t.Name)) || (sql.StartsWith("DELETE FROM ", StringComparison.Ordinal) && TakesOthersAlong(sql.Split(' ')[2]))) Write();
    }

    /// <summary>Writes what waits: tables that others refer to come before these.</summary>
    public void Write()
    {
        if (_waiting.Count == 0) return;
        using var batch = new NpgsqlBatch(connection);
        foreach (var table in _waiting.OrderBy(t => Depth(t.Name)))
        {
            if (table.Rows.Count < WorthACopy)
            {
                foreach (var row in table.Rows) batch.BatchCommands.Add(table.Command(row));
                continue;
            }

            Send(batch);
            Copy(table);
        }

        Send(batch);
        foreach (var table in _waiting) table.Rows.Clear();
        _waiting.Clear();
        _count = 0;
    }

    /// <summary>To be called last in a transaction: gives back the ids that were not needed.</summary>
    public void End()
    {
        Write();
        using var batch = new NpgsqlBatch(connection);
        foreach (var table in _tables.Values.Where(t => t.FreeIds > 0))
        {
            batch.BatchCommands.Add(new("SELECT setval($1::regclass, $2)") { Parameters = { new() { Value = table.Sequence! }, new() { Value = table.FreeId - 1 } } });
            table.FreeIds = 0;
        }

        if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
    }

    /// <summary>For a transaction of which nothing stays.</summary>
    public void Forget()
    {
        foreach (var table in _tables.Values)
        {
            table.Rows.Clear();
            table.FreeIds = 0;
        }

        _waiting.Clear();
        _count = 0;
    }

    /// <summary>To be called where tables begin or cease to refer to others.</summary>
    public void ForgetReferences() => _references = null;

    private static void Send(NpgsqlBatch batch)
    {
        if (batch.BatchCommands.Count == 0) return;
        batch.ExecuteNonQuery();
        batch.BatchCommands.Clear();
    }

    private void Wait(RowTable table)
    {
        if (table.Rows.Count > 0) return;
        // A claim's id stands in a table of its own, to which everything refers that hangs on the claim.
        if (table.Name == PartitionedClaims.Claims) WaitForIds(table);
        _waiting.Add(table);
    }

    private void WaitForIds(RowTable claims)
    {
        var text = $"INSERT INTO {PartitionedClaims.Ids} (\"id\") VALUES ($1)";
        if (!_tables.TryGetValue(text, out var ids)) _tables[text] = ids = new(Parse(text)!, TypesOf(Parse(text)!));
        claims.Ids = ids;
        _waiting.Add(ids);
    }

    private void Copy(RowTable table)
    {
        using var writer = connection.BeginBinaryImport(table.CopyText);
        foreach (var row in table.Rows)
        {
            writer.StartRow();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is SearchWords words) writer.Write(words.ToBinary(), NpgsqlDbType.Bytea);
                else if (row[i] is { } value) writer.Write(value, table.Types[i]);
                else writer.WriteNull();
            }
        }

        writer.Complete();
    }

    private long NextId(RowTable table)
    {
        if (table.FreeIds == 0)
        {
            table.Sequence ??= SequenceOf(table.Name == PartitionedClaims.Claims ? PartitionedClaims.Ids : table.Name);
            using var command = new NpgsqlCommand("SELECT setval($1::regclass, nextval($1::regclass) + $2)", connection)
            {
                Parameters = { new() { Value = table.Sequence }, new() { Value = Block - 1 } },
            };
            (table.FreeId, table.FreeIds) = ((long)command.ExecuteScalar()! - Block + 1, Block);
        }

        table.FreeIds--;
        return table.FreeId++;
    }

    private string SequenceOf(string table)
    {
        using var command = new NpgsqlCommand("SELECT pg_get_serial_sequence($1, 'id')", connection) { Parameters = { new() { Value = table } } };
        return (string)command.ExecuteScalar()!;
    }

    private NpgsqlDbType[] TypesOf(Insert insert)
    {
        using var command = new NpgsqlCommand($"SELECT {insert.Columns} FROM {insert.Table} LIMIT 0", connection);
        using var reader = command.ExecuteReader();
        return [.. reader.GetColumnSchema().Select(c => c.NpgsqlDbType ?? throw new InvalidOperationException($"Expected a known type, found {c.DataTypeName} in {insert.Table}."))];
    }

    /// <summary>Whether rows that a statement adds or changes can refer to those of a table.</summary>
    private bool Needs(string sql, string table)
    {
        var at = sql.StartsWith("INSERT INTO ", StringComparison.Ordinal) ? 2 : sql.StartsWith("UPDATE ", StringComparison.Ordinal) ? 1 : 0;
        return at > 0 && sql.Split(' ', at + 2)[at] is var changed && References().Exists(r => r.From == changed && r.To == table);
    }

    private bool TakesOthersAlong(string table) => table == PartitionedClaims.Claims || References().Any(r => r.To == table);

    /// <summary>How many tables one after the other have to be written before it, each of which the next refers to.</summary>
    private int Depth(string table) => References().Where(r => r.From == table && r.To != table).Select(r => Depth(r.To) + 1).DefaultIfEmpty().Max();

    private List<(string From, string To)> References()
    {
        if (_references is not null) return _references;
        using var command = new NpgsqlCommand("SELECT DISTINCT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f' AND conparentid = 0", connection);
        using var reader = command.ExecuteReader();
        var references = new List<(string, string)>();
        while (reader.Read()) references.Add((reader.GetString(0), reader.GetString(1)));
        return _references = references;
    }

    private static Insert? Parse(string sql)
    {
        lock (Inserts)
        {
            if (Inserts.TryGetValue(sql, out var known)) return known;
            var match = OneRow().Match(sql);
            var table = match.Groups["table"].Value;
            return Inserts[sql] = match.Success ? new(sql, table, match.Groups["columns"].Value, match.Groups["id"].Success, match.Groups["others"].Success) : null;
        }
    }

    private static HashSet<string> Words(string sql)
    {
        lock (WordsOf)
            return WordsOf.TryGetValue(sql, out var known) ? known : WordsOf[sql] = [.. Word().Matches(sql).Select(m => m.Value)];
    }
}
