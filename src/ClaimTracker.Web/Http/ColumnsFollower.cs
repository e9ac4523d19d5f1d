using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;

namespace ClaimTracker.Web.Http;

/// <summary>Has the columns loaded beside the start, and keeps them up with what any program commits, where the database tells of commits; elsewhere the next question looks.</summary>
public sealed class ColumnsFollower(ClaimQueries queries) : BackgroundService
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _prepared = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Begins to load; before the host starts, so that both go on at the same time.</summary>
    public void Begin() => _prepared = Task.Run(() => queries.PrepareAsync(ClaimView.DefaultPageSize, _stopping.Token));

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _stopping.Cancel();
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // The program has it twice, as itself and as what the host runs, and disposes both.
        if (_isDisposed) return;
        _isDisposed = true;
        // Where the host could not start, nobody has stopped it, and the database is closed next.
        _stopping.Cancel();
        ((IAsyncResult)_prepared).AsyncWaitHandle.WaitOne();
        _stopping.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _prepared;
        await queries.FollowAsync(stoppingToken);
    }
}
