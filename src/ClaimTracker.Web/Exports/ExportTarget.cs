using System.Text.Json;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Api;

namespace ClaimTracker.Web.Exports;

/// <summary>Where claims are written to, and what formats need besides.</summary>
/// <param name="Body">Not buffered whole.</param>
/// <param name="Links">Addresses of pages.</param>
/// <param name="Queries">For what hangs on a page of claims.</param>
/// <param name="Json">As the API writes JSON.</param>
/// <param name="Stop">Ends when nobody waits any more.</param>
internal sealed record ExportTarget(Stream Body, Links Links, IClaimQueries Queries, JsonSerializerOptions Json, CancellationToken Stop);
