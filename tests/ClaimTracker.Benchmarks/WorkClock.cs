using System.Diagnostics;

namespace ClaimTracker.Benchmarks;

/// <summary>Time that passed between starts and stops, and what the processor did for this process meanwhile, which other programs don't add to.</summary>
internal sealed class WorkClock
{
    private readonly Stopwatch _passed = new();
    private TimeSpan _processorAtStart;

    public TimeSpan Elapsed => _passed.Elapsed;

    public TimeSpan Processor { get; private set; }

    public void Start()
    {
        _processorAtStart = Environment.CpuUsage.TotalTime;
        _passed.Start();
    }

    public void Stop()
    {
        _passed.Stop();
        Processor += Environment.CpuUsage.TotalTime - _processorAtStart;
    }
}
