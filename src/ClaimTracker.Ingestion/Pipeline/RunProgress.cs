namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>How far a run is.</summary>
/// <param name="Run">Its id in the store.</param>
/// <param name="Trigger">What made it run: <c>start</c>, <c>folder</c>, <c>command</c>.</param>
/// <param name="Total">Files in it.</param>
/// <param name="Stored">Articles stored or read again.</param>
/// <param name="Known">Files whose bytes were there already.</param>
/// <param name="Skipped">Files that are no article, each with a reason in the run's record.</param>
/// <param name="Phase">What it does now.</param>
public sealed record RunProgress(long Run, string Trigger, int Total, int Stored, int Known, int Skipped, RunPhase Phase)
{
    /// <summary>Files that are done with, of <see cref="Total"/>.</summary>
    public int Done => Stored + Known + Skipped;
}

/// <summary>What a run does.</summary>
public enum RunPhase
{
    /// <summary>Reads and stores articles.</summary>
    Reading,

    /// <summary>Sets claims against each other.</summary>
    Comparing,

    /// <summary>Nothing more.</summary>
    Finished,
}

/// <summary>The progress of the latest run, for whoever wants to watch. Safe to use from several threads.</summary>
public sealed class IngestProgress
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();

    /// <summary>Null before the first run.</summary>
    public RunProgress? Current { get; private set; }

    /// <summary>The current state, then the newest one after each change; states between that nobody waited for are left out. Ends only when stopped.</summary>
    public async IAsyncEnumerable<RunProgress> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            var (state, changed) = Look();
            if (state is not null) yield return state;
            await changed.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    internal void Report(RunProgress state)
    {
        lock (_lock)
        {
            Current = state;
            _changed.SetResult();
            _changed = New();
        }
    }

    private (RunProgress? State, Task Changed) Look()
    {
        lock (_lock) return (Current, _changed.Task);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
