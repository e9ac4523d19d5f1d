using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Components;

/// <summary>What every page has at hand. A page is a query and its markup.</summary>
public abstract class SitePage : ComponentBase
{
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    [Inject] protected IClaimQueries Queries { get; set; } = default!;

    [Inject] protected SideRegister Sides { get; set; } = default!;

    [Inject] protected Labels Labels { get; set; } = default!;

    /// <summary>Ends when the visitor no longer waits.</summary>
    protected CancellationToken Stop => Http.RequestAborted;

    /// <summary>Answers that there is nothing at this address; the page then says so and where to go on.</summary>
    protected void AnswerNotFound() => Http.Response.StatusCode = StatusCodes.Status404NotFound;
}
