namespace ClaimTracker.Storage;

/// <summary>How long work is tried again while somebody else keeps the database locked, or its server is away. What doesn't pass by itself is said at once.</summary>
/// <param name="most">From when it was first tried; zero for once.</param>
/// <param name="time">For that and for pauses.</param>
internal sealed class Patience(TimeSpan most, TimeProvider time)
{
    /// <summary>Longer than a database that could not be used is left alone: see <see cref="ClaimDatabase"/>.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    /// <param name="work">All of it is done, or nothing: it may be run any number of times.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">It could not be done for so long, or for another reason.</exception>
    public async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (StoreUnavailableException e) when (e.Fault.Kind is StoreFaultKind.Locked or StoreFaultKind.Away && time.GetElapsedTime(began) < most)
            {
                await Task.Delay(Pause, time, stop).ConfigureAwait(false);
            }
        }
    }
}
