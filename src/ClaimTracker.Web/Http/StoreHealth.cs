using ClaimTracker.Storage.Queries;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimTracker.Web.Http;

/// <summary>Whether the store answers.</summary>
public sealed class StoreHealth(IClaimQueries queries) : IHealthCheck
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
        var totals = await queries.TotalsAsync(cancellationToken);
        return HealthCheckResult.Healthy(FormattableString.Invariant($"{totals.Claims} claims in {totals.Articles} articles"));
    }
}
