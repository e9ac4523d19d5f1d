using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Opening;
using ClaimTracker.Storage.Postgres;
using ClaimTracker.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Storage;

/// <summary>The database: made and brought to this program's schema on first use, written by one at a time.</summary>
/// <remarks>
/// Any number of readers; writers of this process queue here, those of other processes at the engine's lock.
/// What keeps the database from being used is kept as <see cref="Fault"/> and logged once, when it begins and when it has passed.
/// </remarks>
public sealed partial class ClaimDatabase : IDisposable
{
    /// <summary>How long a file that could not be used is left alone: whoever asks meanwhile is told at once.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _opening = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly IStoreEngine _engine;
    private volatile Func<ClaimDbContext>? _contexts;
    private volatile StoreFault? _fault;
    private Patience _patience;
    private WriteSession? _session;
    private ColumnsFile? _columnsOfLastTime;
    private bool _suspect;
    private long _tried;

    /// <summary>The database <c>claims.db</c> in a folder, which is made when it isn't there. Nothing is opened yet.</summary>
    public ClaimDatabase(string dataPath, ILogger<ClaimDatabase>? log = null, TimeProvider? time = null)
        : this(new SqliteEngine(FileIn(dataPath)), log, time) => File = FileIn(dataPath);

    /// <summary>The database on a PostgreSQL server, which has to be there; its tables are made when they aren't. Nothing is opened yet.</summary>
    /// <param name="server"><c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <param name="log">Told of faults.</param>
    /// <param name="time">For pauses.</param>
    /// <exception cref="StoreUnavailableException">The text can't be read.</exception>
    public static ClaimDatabase OnServer(string server, ILogger<ClaimDatabase>? log = null, TimeProvider? time = null) => new(new PostgresEngine(server), log, time);

    /// <summary>The database on a server, or, where none is named, the file in a folder.</summary>
    public static ClaimDatabase At(string dataPath, string? server, ILogger<ClaimDatabase>? log = null) =>
        string.IsNullOrWhiteSpace(server) ? new(dataPath, log) : OnServer(server, log);

    private ClaimDatabase(IStoreEngine engine, ILogger<ClaimDatabase>? log, TimeProvider? time)
    {
        (_engine, _log, _time) = (engine, log ?? NullLogger<ClaimDatabase>.Instance, time ?? TimeProvider.System);
        _patience = new(TimeSpan.Zero, _time);
    }

    /// <summary>The file's full path; empty for a database on a server.</summary>
    public string File { get; } = "";

    /// <summary>What keeps the store from being used or written; null where nothing does, as far as is known.</summary>
    public StoreFault? Fault => _fault;

    /// <summary>Files that wait to be read, where several processes share them; null where this one has its own.</summary>
    public WaitingFiles? Work => _engine.Work?.With(_patience);

    /// <summary>
    /// From now on, whoever reads or writes waits for a database that another program keeps locked, or whose server is away, and no longer than this. For
    /// programs that nobody waits for: a visitor is told at once, and so is whoever has not called this.
    /// </summary>
    public void WaitFor(TimeSpan most) => _patience = new(most, _time);

    /// <summary>Makes the file or brings it up to date; later calls cost nothing.</summary>
    /// <exception cref="StoreUnavailableException">The file can't be used. A later call tries again.</exception>
    public void Open() => _ = Contexts();

    /// <summary>What an exception says of the store: a fault that is nobody's mistake in the program, or null.</summary>
    public StoreFault? Explain(Exception? error)
    {
        if (_engine.Explain(error) is not { } fault) return null;
        if (error is not StoreUnavailableException) Note(fault);
        return fault;
    }

    /// <summary>Copies the whole database, as of one moment, into a new file while others read and write. It is there whole or not at all.</summary>
    /// <exception cref="IOException">The file is there already: a backup never overwrites one.</exception>
    /// <exception cref="StoreUnavailableException">The database can't be read, or the copy not be written.</exception>
    public void BackUp(string file)
    {
        if (System.IO.File.Exists(file)) throw new IOException($"Expected a file that is not there yet, found '{file}'.");
        _engine.BackUp(Path.GetFullPath(file));
    }

    /// <summary>Writes nothing but that it could be written, where that failed before: then <see cref="Fault"/> goes.</summary>
    /// <param name="stop">Ends the wait.</param>
    public async Task TryAgainAsync(CancellationToken stop)
    {
        if (_fault is null) return;
        try
        {
            await WriteAsync(_ => { }, stop).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // As before; it is in the fault and in the log.
        }
    }

    /// <summary>Tells of commits by any process as they happen, where the engine can; otherwise it ends at once.</summary>
    internal Task WatchAsync(Action changed, CancellationToken stop) => _engine.WatchAsync(changed, _time, stop);

    /// <inheritdoc cref="IStoreEngine.Columns"/>
    internal ColumnsFile? ColumnsFile => _engine.Columns;

    /// <summary>The same for whoever asks first after it was opened: from then on it is not what the database holds. Null for all others.</summary>
    internal ColumnsFile? TakeColumnsFile() => Interlocked.Exchange(ref _columnsOfLastTime, null);

    internal ClaimDbContext Read() => Contexts()();

    /// <summary>What a query finds.</summary>
    /// <exception cref="StoreUnavailableException">The file can't be read.</exception>
    internal Task<T> ReadAsync<T>(Func<ClaimDbContext, Task<T>> query) => _patience.TryAsync(() => ReadOnceAsync(query), default);

    private async Task<T> ReadOnceAsync<T>(Func<ClaimDbContext, Task<T>> query)
    {
        try
        {
            await using var db = Read();
            return await query(db).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not StoreUnavailableException && Explain(e) is { } fault)
        {
            throw new StoreUnavailableException(fault, e);
        }
    }

    /// <summary>A context whose queries all see one moment. Dispose it soon: while it reads, the engine keeps what has changed since.</summary>
    internal ClaimDbContext ReadOneMoment()
    {
        var db = Read();
        _engine.BeginMoment(db);
        return db;
    }

    /// <summary>One transaction: all of <paramref name="work"/>, or, where it throws, nothing of it.</summary>
    /// <exception cref="StoreUnavailableException">It could not be written. Nothing of it is there; a later call tries again.</exception>
    internal Task<T> WriteAsync<T>(Func<WriteSession, T> work, CancellationToken stop, bool addsArticles = false) =>
        _patience.TryAsync(() => WriteOnceAsync(work, addsArticles, stop), stop);

    private async Task<T> WriteOnceAsync<T>(Func<WriteSession, T> work, bool addsArticles, CancellationToken stop)
    {
        await _writing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            Open();
            await _engine.Ready.WaitAsync(stop).ConfigureAwait(false);
            Open();
            _session ??= _engine.OpenToWrite();
            var result = _session.InTransaction(work, addsArticles);
            Clear();
            return result;
        }
        catch (Exception e) when (e is not StoreUnavailableException && Explain(e) is { } fault)
        {
            // What the connection still believes of the file may no longer hold.
            CloseWriter();
            throw new StoreUnavailableException(fault, e);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    internal Task WriteAsync(Action<WriteSession> work, CancellationToken stop, bool addsArticles = false) =>
        WriteAsync<object?>(
            session =>
            {
                work(session);
                return null;
            },
            stop,
            addsArticles);

    /// <inheritdoc/>
    public void Dispose()
    {
        var opened = _contexts is not null;
        CloseWriter();
        CloseReaders();
        _engine.Dispose();
        _writing.Dispose();
        if (opened) _engine.Closed(_fault is not { CanRead: false });
    }

    private Func<ClaimDbContext> Contexts()
    {
        if (_contexts is { } ready) return ready;
        lock (_opening)
        {
            if (_contexts is { } opened) return opened;
            if (_fault is { CanRead: false } known && _time.GetElapsedTime(_tried) < Pause) throw new StoreUnavailableException(known, null);
            try
            {
                var contexts = _engine.Prepare(_suspect, Note);
                _columnsOfLastTime = _engine.Columns;
                _contexts = contexts;
                _suspect = false;
                Clear();
                return _contexts;
            }
            catch (StoreUnavailableException e)
            {
                Note(e.Fault);
                throw;
            }
            finally
            {
                _tried = _time.GetTimestamp();
            }
        }
    }

    private static string FileIn(string dataPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataPath);
        return Path.Combine(Path.GetFullPath(dataPath), "claims.db");
    }

    private void Note(StoreFault fault)
    {
        if (_fault?.Sentence != fault.Sentence) LogFault(fault.Sentence);
        _fault = fault;
        if (fault.Kind is not (StoreFaultKind.Damaged or StoreFaultKind.Foreign)) return;
        // Nothing more is read from this file. One that is put in its place is opened anew, and looked through before it is believed.
        _suspect = true;
        _tried = _time.GetTimestamp();
        CloseReaders();
    }

    private void Clear()
    {
        if (_fault is null) return;
        _fault = null;
        LogPassed(_engine.Place);
    }

    private void CloseWriter()
    {
        _session?.Dispose();
        _session = null;
    }

    /// <summary>Pooled connections keep the file and its log open; whoever disposes the database may want to move or delete it.</summary>
    private void CloseReaders()
    {
        if (_contexts is null) return;
        _contexts = null;
        _engine.CloseReaders();
    }

    [LoggerMessage(LogLevel.Error, "{Sentence}")]
    private partial void LogFault(string sentence);

    [LoggerMessage(LogLevel.Information, "The database '{Place}' can be used again.")]
    private partial void LogPassed(string place);
}
