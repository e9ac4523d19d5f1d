using Microsoft.Data.Sqlite;

namespace ClaimTracker.Storage.Writing;

/// <summary>Rows that a transaction adds to the tables that grow with every article, gathered and written a table at a time: see <see cref="RowFeed"/>.</summary>
/// <remarks>
/// While SQLite writes some on another thread, the next are gathered, which takes as long. Nothing else may use the connection meanwhile: <see cref="Settle"/>
/// comes before every other statement, <see cref="Write"/> before one that could see what waits (<see cref="FedTable.IsSeenBy"/>) and at the end.
/// </remarks>
/// <param name="connection">Where to.</param>
internal sealed class FedTables(SqliteConnection connection) : IDisposable
{
    /// <summary>What waits should stay in the processor's own memory until it is written.</summary>
    private const int MostWaiting = 4_096;

    private readonly RowFeed _feed = new(connection);
    private readonly List<FedTable> _tables = [];
    private Task? _writing;
    private int _waiting;

    /// <param name="table">From then on <see cref="Add"/> takes rows for it.</param>
    public void Know(FedTable table)
    {
        Settle();
        _tables.Add(table);
        _tables.Sort((one, other) => one.Order - other.Order);
    }

    /// <param name="table">Where it goes.</param>
    /// <param name="values">Of its columns.</param>
    /// <param name="last">Asks for the highest id that a table has given. Ids only go up and are never given twice.</param>
    /// <returns>The row's id, where the table gives one.</returns>
    public long? Add(FedTable table, ReadOnlySpan<object?> values, Func<string, long> last)
    {
        if (_waiting >= MostWaiting)
        {
            TakeWaiting();
            _writing = Task.Run(WriteTaken);
        }

        if (table.GivesId) table.LastId = 1 + (table.LastId ?? last(table.Name));
        table.Waiting.Add(table.GivesId ? table.LastId : null, values);
        _waiting++;
        return table.GivesId ? table.LastId : null;
    }

    /// <summary>Writes what waits.</summary>
    public void Write()
    {
        TakeWaiting();
        WriteTaken();
    }

    /// <summary>Waits for what is being written.</summary>
    public void Settle()
    {
        if (_writing is not { } writing) return;
        _writing = null;
        writing.GetAwaiter().GetResult();
    }

    /// <summary>For a transaction of which nothing stays, before it is taken back.</summary>
    public void Abandon()
    {
        _writing?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _writing = null;
        Forget();
    }

    /// <summary>For a transaction that begins: others may have written since.</summary>
    public void Forget()
    {
        foreach (var table in _tables) table.Forget();
        _waiting = 0;
    }

    /// <summary>To be called before the connection is closed.</summary>
    public void Finish()
    {
        foreach (var table in _tables) table.Dispose();
    }

    /// <summary>To be called once the connection is closed.</summary>
    public void Dispose() => _feed.Dispose();

    private void TakeWaiting()
    {
        Settle();
        _waiting = 0;
        foreach (var table in _tables) table.TakeWaiting();
    }

    private void WriteTaken()
    {
        foreach (var table in _tables) table.Write(_feed, connection);
    }
}
