using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Http;

/// <summary>Keeps this node's columns up with what any program commits, where the database tells of commits; elsewhere the next question looks.</summary>
public sealed class ColumnsFollower(ClaimQueries queries) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queries.FollowAsync(stoppingToken);
}
