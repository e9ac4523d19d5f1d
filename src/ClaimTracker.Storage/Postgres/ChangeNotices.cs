using Npgsql;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Hears of commits as they happen, whichever process made them.</summary>
/// <remarks>It only makes it sooner: whoever asks looks at the data version anyway, and a notice that is lost while the server was away costs nothing.</remarks>
internal sealed class ChangeNotices(Func<CancellationToken, Task<NpgsqlConnection>> open, TimeProvider time)
{
    /// <summary>What writers notify.</summary>
    public const string Channel = "claimtracker";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Calls <paramref name="changed"/> after each commit, and once whenever it begins to listen. Ends only when stopped.</summary>
    public async Task WatchAsync(Action changed, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await ListenAsync(changed, stop).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // The store meets it too, and says so.
                await Task.Delay(Pause, time, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(Action changed, CancellationToken stop)
    {
        await using var connection = await open(stop).ConfigureAwait(false);
        connection.Notification += (_, _) => changed();
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
        changed();
        while (true) await connection.WaitAsync(stop).ConfigureAwait(false);
    }
}
