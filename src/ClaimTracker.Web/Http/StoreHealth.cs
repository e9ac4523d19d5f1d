using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Http;

/// <summary>Whether the store answers: healthy; degraded (200) where it can be read but not written; unhealthy (503) where it can't be read. The last two with what to do.</summary>
public sealed class StoreHealth(IClaimQueries queries, ClaimDatabase database) : IHealthCheck
{
    public static HealthCheckOptions Options { get; } = new()
    {
        ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(new
        {
            Status = report.Status.ToString(),
            Checks = report.Entries.ToDictionary(e => e.Key, e => new { Status = e.Value.Status.ToString(), e.Value.Description }),
        }, http.RequestAborted),
    };

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var totals = await queries.TotalsAsync(cancellationToken);
            return database.Fault is { } fault
                ? HealthCheckResult.Degraded(fault.Sentence)
                : HealthCheckResult.Healthy(FormattableString.Invariant($"{totals.Claims} claims in {totals.Articles} articles"));
        }
        catch (Exception e) when (database.Explain(e) is { } fault)
        {
            return HealthCheckResult.Unhealthy(fault.Sentence);
        }
    }
}
