using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Exports;

/// <summary>How to cite a claim, in a form that bibliographies take.</summary>
/// <param name="Extension">How its address ends.</param>
/// <param name="Name">What it is called.</param>
/// <param name="MediaType">With the character set.</param>
/// <param name="Write">The citation in this form.</param>
internal sealed record CitationForm(string Extension, string Name, string MediaType, Func<Citation, string> Write)
{
    public static readonly IReadOnlyList<CitationForm> All =
    [
        new("txt", Texts.CiteAsText, "text/plain; charset=utf-8", citation => citation.Text + "\n"),
        new("bib", Texts.CiteAsBibTeX, BibTeX.MediaType, BibTeX.Of),
        new("json", Texts.CiteAsCsl, CslItem.MediaType, CslItem.Json),
    ];

    public async Task<Results<ContentHttpResult, ProblemHttpResult>> OneAsync(string key, HttpContext http, IClaimQueries queries, CancellationToken stop) =>
        await queries.ClaimAsync(key, stop) is { } claim
            ? TypedResults.Content(Write(Citation.Of(claim, new Links(http.Request))), MediaType)
            : Problems.NotFound(Texts.NotFoundClaim);
}
