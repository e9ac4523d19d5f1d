using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Writing;

/// <summary>Records of ingest runs: what came in, what was skipped and why.</summary>
public sealed class RunLog(ClaimDatabase database)
{
    private static readonly string Run = Sql.Insert("ingest_runs", "started", "trigger", "stored", "known", "skipped") + " RETURNING id";
    private static readonly string Skipped = Sql.Insert("skipped_files", "run_id", "file", "reason");

    /// <summary>Opens a record.</summary>
    /// <param name="trigger">What made it run: <c>start</c>, <c>folder</c>, <c>command</c>.</param>
    /// <param name="now">When.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The record's id.</returns>
    public Task<long> StartAsync(string trigger, DateTimeOffset now, CancellationToken stop) =>
        database.WriteAsync(session => session.Number(Run, now, trigger, 0, 0, 0), stop);

    /// <summary>Writes at once that a file was skipped, so that a run that is killed still says so.</summary>
    public Task SkipAsync(long run, SkippedFile file, CancellationToken stop) =>
        database.WriteAsync(session => { session.Execute(Skipped, run, file.File, file.Reason); }, stop);

    /// <summary>Closes a record.</summary>
    public Task FinishAsync(long run, DateTimeOffset now, int stored, int known, int skipped, CancellationToken stop) => database.WriteAsync(
        session =>
        {
            session.Execute("UPDATE ingest_runs SET finished = $2, stored = $3, known = $4, skipped = $5 WHERE id = $1", run, now, stored, known, skipped);
        },
        stop);
}
