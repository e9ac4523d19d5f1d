using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>The counts of one run. Used by its storing stage alone.</summary>
internal sealed class IngestRun
{
    private readonly string _trigger;
    private readonly int _total;
    private readonly IngestProgress _progress;
    private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
    private readonly List<SkippedFile> _skipped = [];

    public IngestRun(long id, string trigger, int total, IngestProgress progress)
    {
        (Id, _trigger, _total, _progress) = (id, trigger, total, progress);
        Report(RunPhase.Reading);
    }

    public long Id { get; }

    public int Stored { get; private set; }

    public int Known { get; private set; }

    public IReadOnlyList<SkippedFile> Skipped => _skipped;

    /// <summary>False for the second file of a run with the same bytes: both were read before the first was stored.</summary>
    public bool IsFirst(string contentHash) => _hashes.Add(contentHash);

    public void CountStored()
    {
        Stored++;
        Report(RunPhase.Reading);
    }

    public void CountKnown()
    {
        Known++;
        Report(RunPhase.Reading);
    }

    public void CountSkipped(SkippedFile file)
    {
        _skipped.Add(file);
        Report(RunPhase.Reading);
    }

    /// <summary>Of other programs' files there may be more than were expected.</summary>
    public void Report(RunPhase phase) => _progress.Report(new(Id, _trigger, Math.Max(_total, Stored + Known + _skipped.Count), Stored, Known, _skipped.Count, phase));
}
