using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Writing;
using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Files that wait to be read, shared by all programs on a database: each is worked on by one, and by another one when that one ends without a word.</summary>
/// <remarks>
/// A worker takes rows that nobody has locked (<c>FOR UPDATE SKIP LOCKED</c>), and has them for the time of a lease, by the server's clock. What it doesn't
/// report as done by then is anybody's again. Whoever lost a lease and goes on does no harm: an article is known by its bytes and stored once.
/// </remarks>
public sealed class WaitingFiles
{
    /// <summary>How long a worker has what it took. It renews this while it works, so that this is how long a dead one's work lies idle.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource _server;
    private readonly Func<Exception, StoreFault?> _explain;
    private readonly TimeSpan _lease;

    internal WaitingFiles(NpgsqlDataSource server, Func<Exception, StoreFault?> explain, TimeSpan? lease = null) => (_server, _explain, _lease) = (server, explain, lease ?? Lease);

    /// <summary>How long it waits for the server; null for not at all.</summary>
    private Patience? Patience { get; init; }

    internal WaitingFiles With(Patience patience) => new(_server, _explain, _lease) { Patience = patience };

    /// <summary>Lets a file wait, unless its bytes wait already.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="origin">The path or address that it came from.</param>
    /// <param name="contentHash">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="known">What the catalogue says of it.</param>
    /// <param name="bytes">As they came.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Its number, or that of the one with the same bytes.</returns>
    public Task<long> OfferAsync(string name, string origin, string contentHash, CatalogueEntry? known, ReadOnlyMemory<byte> bytes, CancellationToken stop) => RunAsync(
        "INSERT INTO work_items (name, origin, content_hash, catalogue_entry, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (content_hash) DO UPDATE SET content_hash = excluded.content_hash RETURNING id",
        async command => (long)(await command.ExecuteScalarAsync(stop).ConfigureAwait(false))!,
        stop, name, origin, contentHash, known is null ? DBNull.Value : JsonSerializer.Serialize(known), Compressed.Write(bytes));

    /// <summary>Takes files that nobody works on, the first ones first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<IReadOnlyList<WorkItem>> ClaimAsync(int most, CancellationToken stop) => RunAsync<IReadOnlyList<WorkItem>>(
        """
        UPDATE work_items SET leased_until = now() + $1, attempts = attempts + 1
        WHERE id IN (SELECT id FROM work_items WHERE leased_until IS NULL OR leased_until < now() ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING id, name, origin, catalogue_entry, bytes, attempts
        """,
        async command =>
        {
            var items = new List<WorkItem>();
            await using var rows = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            while (await rows.ReadAsync(stop).ConfigureAwait(false))
                items.Add(new(
                    rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.IsDBNull(3) ? null : JsonSerializer.Deserialize<CatalogueEntry>(rows.GetString(3)),
                    Compressed.Read(rows.GetFieldValue<byte[]>(4)), rows.GetInt32(5)));
            return [.. items.OrderBy(i => i.Id)];
        },
        stop, _lease, most);

    /// <summary>Keeps what was taken for another lease.</summary>
    public Task RenewAsync(IReadOnlyCollection<long> ids, CancellationToken stop) => ExecuteAsync("UPDATE work_items SET leased_until = now() + $2 WHERE id = ANY ($1)", stop, ids.ToArray(), _lease);

    /// <summary>Takes out what is stored, known or skipped.</summary>
    public Task DoneAsync(IReadOnlyCollection<long> ids, CancellationToken stop) => ExecuteAsync("DELETE FROM work_items WHERE id = ANY ($1)", stop, ids.ToArray());

    /// <summary>Whether any of some files is not done yet, whoever works on it.</summary>
    public Task<bool> AreLeftAsync(IReadOnlyCollection<long> ids, CancellationToken stop) =>
        RunAsync("SELECT EXISTS (SELECT 1 FROM work_items WHERE id = ANY ($1))", async command => (bool)(await command.ExecuteScalarAsync(stop).ConfigureAwait(false))!, stop, ids.ToArray());

    /// <summary>Whether there is a file that nobody works on.</summary>
    public Task<bool> IsWaitingAsync(CancellationToken stop) => RunAsync(
        "SELECT EXISTS (SELECT 1 FROM work_items WHERE leased_until IS NULL OR leased_until < now())",
        async command => (bool)(await command.ExecuteScalarAsync(stop).ConfigureAwait(false))!, stop);

    private Task<int> ExecuteAsync(string sql, CancellationToken stop, params object[] values) =>
        RunAsync(sql, async command => await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false), stop, values);

    private Task<T> RunAsync<T>(string sql, Func<NpgsqlCommand, Task<T>> run, CancellationToken stop, params object[] values) =>
        Patience is { } patience ? patience.TryAsync(() => RunOnceAsync(sql, run, values, stop), stop) : RunOnceAsync(sql, run, values, stop);

    private async Task<T> RunOnceAsync<T>(string sql, Func<NpgsqlCommand, Task<T>> run, object[] values, CancellationToken stop)
    {
        try
        {
            await using var connection = await _server.OpenConnectionAsync(stop).ConfigureAwait(false);
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            return await run(command).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException && _explain(e) is { } fault)
        {
            throw new StoreUnavailableException(fault, e);
        }
    }
}

/// <summary>A file that a worker took.</summary>
/// <param name="Id">Its number in the queue.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Origin">Where it came from; on another machine perhaps.</param>
/// <param name="Known">What the catalogue says of it.</param>
/// <param name="Bytes">As they came.</param>
/// <param name="Attempts">How many workers have taken it, this one included.</param>
public sealed record WorkItem(long Id, string Name, string Origin, CatalogueEntry? Known, byte[] Bytes, int Attempts);
