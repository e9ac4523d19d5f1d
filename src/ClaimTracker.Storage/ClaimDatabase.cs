using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ClaimTracker.Storage;

/// <summary>The database file: made and brought to this program's schema on first use, written by one at a time.</summary>
/// <remarks>
/// Any number of readers; writers of this process queue here, those of other processes at SQLite's lock. Every write is one
/// <c>BEGIN IMMEDIATE</c> transaction: begun as a reader it could find the file changed when it comes to write, and fail.
/// </remarks>
public sealed class ClaimDatabase : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lazy<PooledDbContextFactory<ClaimDbContext>> _contexts;
    private WriteSession? _session;

    /// <summary>The database <c>claims.db</c> in a folder, which is made when it isn't there. Nothing is opened yet.</summary>
    public ClaimDatabase(string dataPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataPath);
        File = Path.Combine(Path.GetFullPath(dataPath), "claims.db");
        _contexts = new(Prepare);
    }

    /// <summary>The file's full path.</summary>
    public string File { get; }

    /// <summary>Makes the file or brings it up to date; later calls cost nothing.</summary>
    public void Open() => _ = _contexts.Value;

    /// <summary>Copies the whole database, as of one moment, into a new file while others read and write.</summary>
    /// <exception cref="IOException">The file is there already: a backup never overwrites one.</exception>
    public void BackUp(string file)
    {
        if (System.IO.File.Exists(file)) throw new IOException($"Expected a file that is not there yet, found '{file}'.");
        Open();
        using var connection = SqliteSettings.Open(File);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $1";
        command.Parameters.AddWithValue("$1", Path.GetFullPath(file));
        command.ExecuteNonQuery();
    }

    internal ClaimDbContext Read() => _contexts.Value.CreateDbContext();

    /// <summary>A context whose queries all see the file as of one moment. Dispose it soon: while it reads, the log can't be given back.</summary>
    internal ClaimDbContext ReadOneMoment()
    {
        var db = Read();
        db.Database.OpenConnection();
        // Deferred: begun as EF begins them, it would take the writer's lock.
        db.Database.UseTransaction(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true));
        return db;
    }

    /// <summary>One transaction: all of <paramref name="work"/>, or, where it throws, nothing of it.</summary>
    internal async Task<T> WriteAsync<T>(Func<WriteSession, T> work, CancellationToken stop)
    {
        await _writing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            Open();
            _session ??= new(SqliteSettings.Open(File));
            return _session.InTransaction(work);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    internal Task WriteAsync(Action<WriteSession> work, CancellationToken stop) =>
        WriteAsync<object?>(
            session =>
            {
                work(session);
                return null;
            },
            stop);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session?.Dispose();
        _writing.Dispose();
        if (!_contexts.IsValueCreated) return;
        // Pooled connections keep the file and its log open; whoever disposes the database may want to move or delete it.
        using var connection = new SqliteConnection(SqliteSettings.ConnectionString(File));
        SqliteConnection.ClearPool(connection);
    }

    private PooledDbContextFactory<ClaimDbContext> Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var options = new DbContextOptionsBuilder<ClaimDbContext>()
            // A list is one parameter, however long: each on its own, a long one would exceed what SQLite takes.
            .UseSqlite(SqliteSettings.ConnectionString(File), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(SqliteSettings.Instance)
            .Options;
        var contexts = new PooledDbContextFactory<ClaimDbContext>(options);
        using var db = contexts.CreateDbContext();
        Migrate(db);
        return contexts;
    }

    private static void Migrate(ClaimDbContext db)
    {
        db.Database.OpenConnection();
        SqliteSettings.PrepareFile(db.Database.GetDbConnection());
        db.Database.Migrate();
    }
}
