using System.Collections.Concurrent;
using System.Data.Common;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Storage.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Opening;

/// <summary>Contexts that read a file, each on a connection that stays open when the context is given back.</summary>
internal sealed class SqliteReaders(string file)
{
    /// <summary>As many as wait for the next question; a burst opens more and closes them again.</summary>
    private const int MostIdle = 8;

    private readonly ConcurrentBag<ClaimDbContext> _idle = [];
    private volatile bool _closed;

    public ClaimDbContext Take()
    {
        if (!_closed && _idle.TryTake(out var ready))
        {
            ((Reader)ready.Kept!).Taken();
            return ready;
        }

        var connection = SqliteSettings.OpenToRead(file);
        try
        {
            var options = new DbContextOptionsBuilder<ClaimDbContext>()
                // A list is one parameter, however long: each on its own, a long one would exceed what SQLite takes.
                .UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .Options;
            return new(options) { Kept = new Reader(this, connection) };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes all that a context reads until it is given back one moment of the file.</summary>
    public static void BeginMoment(ClaimDbContext db) => ((Reader)db.Kept!).BeginMoment();

    /// <summary>Those that are given back later are closed then.</summary>
    public void Close()
    {
        _closed = true;
        while (_idle.TryTake(out var db))
        {
            ((Reader)db.Kept!).Taken();
            db.Dispose();
        }
    }

    private sealed class Reader(SqliteReaders all, SqliteConnection connection) : KeptConnection
    {
        private readonly Dictionary<string, NativeStatement> _statements = new(StringComparer.Ordinal);
        private bool _inMoment;
        private int _isTaken = 1;

        public void Taken() => Volatile.Write(ref _isTaken, 1);

        public void BeginMoment()
        {
            // Deferred: begun as EF begins them, it would take the writer's lock.
            Execute("BEGIN DEFERRED");
            _inMoment = true;
        }

        public override bool GiveBack(ClaimDbContext db)
        {
            // Given back twice it would be lent to two.
            if (Interlocked.Exchange(ref _isTaken, 0) == 0) return !all._closed;
            if (TryEndMoment() && !all._closed && all._idle.Count < MostIdle)
            {
                all._idle.Add(db);
                // Whoever closed them meanwhile may have been done before.
                if (all._closed) all.Close();
                return true;
            }

            Dispose();
            return false;
        }

        public override void Numbers(string sql, IReadOnlyList<object> values, int columns, Action<ReadOnlySpan<long>> row) =>
            Statement(sql).Each([.. values], columns, row);

        public override void Numbers(string sql, IReadOnlyList<object> values, Action<long> found) => Statement(sql).Each([.. values], found);

        public override DbDataReader Read(string sql, IReadOnlyList<object> values)
        {
            var (statement, isKept) = (Statement(sql), true);
            if (statement.IsRead) (statement, isKept) = (new(connection, sql), false);
            statement.BeginRows(values as object[] ?? [.. values]);
            return new NativeRows(statement, isKept);
        }

        public override void Dispose()
        {
            foreach (var statement in _statements.Values) statement.Dispose();
            connection.Dispose();
        }

        private void Execute(string sql) => Statement(sql).Run([]);

        private NativeStatement Statement(string sql)
        {
            if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new(connection, sql));
            return statement;
        }

        /// <returns>False where something still reads, or nothing can be read any more.</returns>
        private bool TryEndMoment()
        {
            if (!_inMoment) return true;
            _inMoment = false;
            try
            {
                Execute("COMMIT");
                return true;
            }
            catch (SqliteException)
            {
                return false;
            }
        }
    }
}
