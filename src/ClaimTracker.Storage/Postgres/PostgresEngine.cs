using System.Data;
using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;
using ClaimTracker.Storage.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>A database on a PostgreSQL server, 15 or later. Any number of processes read and write it.</summary>
internal sealed class PostgresEngine : IStoreEngine
{
    private readonly NpgsqlConnectionStringBuilder _address;
    private readonly Lazy<NpgsqlDataSource> _readers;

    /// <param name="connectionString"><c>Host=…;Database=…</c> as Npgsql reads it: https://www.npgsql.org/doc/connection-string-parameters.html.</param>
    /// <exception cref="StoreUnavailableException">It can't be read.</exception>
    public PostgresEngine(string connectionString)
    {
        try
        {
            _address = PostgresSettings.Complete(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StoreUnavailableException(PostgresFaults.NotUnderstood(e.Message), e);
        }

        Place = $"the database '{_address.Database}' on '{_address.Host}:{_address.Port}'";
        _readers = new(() => NpgsqlDataSource.Create(_address));
    }

    /// <inheritdoc/>
    public string Place { get; }

    /// <inheritdoc/>
    public Task Ready => Task.CompletedTask;

    /// <inheritdoc/>
    public ColumnsFile? Columns => null;

    /// <inheritdoc/>
    public WaitingFiles Work => new(_readers.Value, Explain);

    /// <inheritdoc/>
    public Func<ClaimDbContext> Prepare(bool suspect, Action<StoreFault> found)
    {
        var options = new DbContextOptionsBuilder<PostgresContext>()
            .UseNpgsql(_readers.Value)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;
        var contexts = new PooledDbContextFactory<PostgresContext>(options);
        try
        {
            using var connection = OpenAlone();
            PostgresMigrations.Apply(connection, Place, contexts.CreateDbContext);
        }
        catch (Exception e) when (e is not StoreUnavailableException && PostgresFaults.Of(e, Place) is { } fault)
        {
            throw new StoreUnavailableException(fault, e);
        }

        return contexts.CreateDbContext;
    }

    /// <inheritdoc/>
    public void BeginMoment(ClaimDbContext db) => db.Database.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public WriteSession OpenToWrite()
    {
        var connection = OpenAlone();
        using var command = new NpgsqlCommand(PostgresSettings.ForWriting, connection);
        command.ExecuteNonQuery();
        return new PostgresSession(connection);
    }

    /// <inheritdoc/>
    public StoreFault? Explain(Exception? error)
    {
        var fault = PostgresFaults.Of(error, Place);
        // Connections that were open before the server went are of no use when it is back.
        if (fault is { Kind: StoreFaultKind.Away } && error is not StoreUnavailableException) CloseReaders();
        return fault;
    }

    /// <inheritdoc/>
    public void BackUp(string copy) => throw new StoreUnavailableException(
        new(StoreFaultKind.Refused, $"Expected a database in a file, found {Place}. Copy it with pg_dump, which works while others use it."), null);

    /// <inheritdoc/>
    public Task WatchAsync(Action changed, TimeProvider time, CancellationToken stop) => new ChangeNotices(OpenAloneAsync, time).WatchAsync(changed, stop);

    /// <inheritdoc/>
    public void CloseReaders()
    {
        if (_readers.IsValueCreated) _readers.Value.Clear();
    }

    /// <inheritdoc/>
    public void Closed(bool sound)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_readers.IsValueCreated) _readers.Value.Dispose();
    }

    private NpgsqlConnection OpenAlone()
    {
        var connection = Alone();
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task<NpgsqlConnection> OpenAloneAsync(CancellationToken stop)
    {
        var connection = Alone();
        try
        {
            await connection.OpenAsync(stop).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private NpgsqlConnection Alone() => new(new NpgsqlConnectionStringBuilder(_address.ConnectionString) { Pooling = false }.ConnectionString);
}
