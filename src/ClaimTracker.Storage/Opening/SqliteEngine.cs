using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Postgres;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Storage.Opening;

/// <summary>A SQLite file. Any number of readers; writers of other processes wait at SQLite's lock.</summary>
/// <remarks>
/// Every write is one <c>BEGIN IMMEDIATE</c> transaction: begun as a reader it could find the file changed when it comes to write, and fail.
/// </remarks>
internal sealed class SqliteEngine(string file) : IStoreEngine
{
    /// <summary>How long closing waits for a check that has just begun: a small file is looked through by then, and can be moved or deleted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly FileRecord _record = new(file);
    private SqliteReaders? _readers;

    /// <inheritdoc/>
    public string Place => file;

    /// <inheritdoc/>
    public Task Ready { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public ColumnsFile Columns { get; } = new(file + "-columns");

    /// <inheritdoc/>
    public WaitingFiles? Work => null;

    /// <inheritdoc/>
    public Func<ClaimDbContext> Prepare(bool suspect, Action<StoreFault> found)
    {
        var readers = new SqliteReaders(file);
        var isAsLeft = !File.Exists(file) || _record.IsAsClosed;
        // After a crash, or put back from elsewhere: what is kept of it may be of another past.
        if (!isAsLeft || suspect) Columns.Delete();
        // Migrations are written out from the model alone: a reader that is already there would lose its lock when the start looks at the file.
        SqliteStart.Run(file, _record, () => new DesignTimeContextFactory().CreateDbContext([]));
        if (suspect && IntegrityCheck.Run(file) is { } fault) throw new StoreUnavailableException(fault, null);
        Ready = isAsLeft || suspect ? Task.CompletedTask : Task.Run(() => Check(found));
        _readers = readers;
        return readers.Take;
    }

    /// <inheritdoc/>
    public void BeginMoment(ClaimDbContext db) => SqliteReaders.BeginMoment(db);

    /// <inheritdoc/>
    public WriteSession OpenToWrite()
    {
        var session = new SqliteSession(SqliteSettings.OpenToWrite(file));
        if (DeferredIndexes.AreLeftOut(session)) session.InTransaction(s => s.EndImport());
        return session;
    }

    /// <inheritdoc/>
    public StoreFault? Explain(Exception? error) => SqliteFaults.Of(error, file);

    /// <inheritdoc/>
    public void BackUp(string copy) => Backup.Make(file, copy);

    /// <inheritdoc/>
    public Task WatchAsync(Action changed, TimeProvider time, CancellationToken stop) => Task.CompletedTask;

    /// <inheritdoc/>
    public void CloseReaders() => _readers?.Close();

    /// <inheritdoc/>
    public void Closed(bool sound)
    {
        // A check that still runs keeps the file open: the next start then checks it again.
        if (sound && Ready.IsCompleted) _record.NoteClosed();
    }

    /// <inheritdoc/>
    public void Dispose() => Ready.Wait(Patience);

    private void Check(Action<StoreFault> found)
    {
        if (IntegrityCheck.Run(file) is { CanRead: false, Kind: not StoreFaultKind.Locked } fault) found(fault);
    }
}
