using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>An insert of one row into a table that grows with every article, and the rows that wait for it: see <see cref="FedTables"/>.</summary>
internal sealed partial class FedTable : IDisposable
{
    /// <summary>Each before those that refer to it.</summary>
    private static readonly string[] Tables =
        ["articles", "originals", "article_changes", "statistics", "claims", "mentions", "claim_topics", "claim_places", "claim_statistics"];

    private readonly string _sql;
    private NativeStatement? _statement;
    private WaitingRows _taken;

    private FedTable(string table, string columns, bool givesId)
    {
        (Name, GivesId, Order) = (table, givesId, Array.IndexOf(Tables, table));
        if (givesId) columns = "\"id\", " + columns;
        var count = columns.Count(c => c == ',') + 1;
        if (count > RowFeed.MostColumns) throw new InvalidOperationException($"Expected at most {RowFeed.MostColumns} columns, found {count} in {table}.");
        (Waiting, _taken) = (new(count), new(count));
        // What was written of a statement that fails need not be taken back: the whole transaction will be. To keep what would be, SQLite copies each page.
        _sql = $"INSERT OR FAIL INTO {table} ({columns}) SELECT {string.Join(", ", Enumerable.Range(0, count).Select(RowFeed.ColumnOf))} FROM {RowFeed.Name}";
    }

    public string Name { get; }

    /// <summary>Whether a row is told its id before it is written.</summary>
    public bool GivesId { get; }

    /// <summary>Of tables that wait together, the lower is written first.</summary>
    public int Order { get; }

    /// <summary>The highest id that was given; null where that has to be asked for.</summary>
    public long? LastId { get; set; }

    /// <summary>What is gathered.</summary>
    public WaitingRows Waiting { get; private set; }

    [GeneratedRegex("""^INSERT INTO (?<table>\w+) \((?<columns>[^)]*)\) VALUES \(\$1(, \$\d+)*\)(?<id> RETURNING id)?$""")]
    private static partial Regex OneRow();

    /// <summary>Of an insert of one row that does nothing else, into one of the tables; null for any other statement.</summary>
    public static FedTable? Of(string sql) => OneRow().Match(sql) is { Success: true } match && Tables.Contains(match.Groups["table"].Value)
        ? new(match.Groups["table"].Value, match.Groups["columns"].Value, match.Groups["id"].Success)
        : null;

    /// <summary>Whether a statement could see rows that wait, or take them along.</summary>
    public static bool IsSeenBy(string sql) =>
        sql.StartsWith("DELETE", StringComparison.Ordinal) || Array.Exists(Tables, table => sql.Contains(table, StringComparison.Ordinal));

    /// <summary>What was gathered is written next; others are gathered.</summary>
    public void TakeWaiting() => (Waiting, _taken) = (_taken, Waiting);

    /// <summary>Writes what was taken.</summary>
    public void Write(RowFeed feed, SqliteConnection connection)
    {
        if (_taken.Count == 0) return;
        _taken.Feed(feed);
        (_statement ??= new(connection, _sql)).Run([]);
        _taken.Clear();
    }

    public void Forget()
    {
        Waiting.Clear();
        _taken.Clear();
        LastId = null;
    }

    public void Dispose() => _statement?.Dispose();
}
