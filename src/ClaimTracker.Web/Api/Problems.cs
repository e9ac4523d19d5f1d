using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ClaimTracker.Web.Api;

/// <summary>Problem details (RFC 9457): what was wrong, by the name of the parameter.</summary>
internal static class Problems
{
    public static ValidationProblem Of(params IEnumerable<ParameterProblem> problems)
    {
        var all = problems.ToList();
        return TypedResults.ValidationProblem(
            all.GroupBy(p => p.Parameter).ToDictionary(g => g.Key, g => g.Select(p => p.Sentence).ToArray(), StringComparer.Ordinal),
            detail: string.Join("; ", all.Select(p => $"{p.Parameter}: {p.Sentence}")), title: Texts.ApiProblemTitle);
    }

    public static ProblemHttpResult NotFound(string what) =>
        TypedResults.Problem(detail: what, statusCode: StatusCodes.Status404NotFound, title: Texts.ApiNotFoundTitle);
}
