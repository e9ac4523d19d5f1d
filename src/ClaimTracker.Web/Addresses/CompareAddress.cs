using ClaimTracker.Domain;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Addresses;

/// <summary>Reads which claims are to be laid side by side: <c>claims</c>, repeated or separated by commas.</summary>
public static class CompareAddress
{
    /// <summary>A comparison that nobody can look over is none.</summary>
    public const int MostClaims = 60;

    public static (IReadOnlyList<string> Keys, IReadOnlyList<ParameterProblem> Problems) Read(IQueryCollection query)
    {
        var asked = query[Parameters.Claims]
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).ToList();
        var problems = asked.Where(key => !ClaimKey.IsWellFormed(key)).Take(MostClaims)
            .Select(key => new ParameterProblem(Parameters.Claims, Formats.Fill(Texts.ProblemClaimKey, ParameterProblem.Echo(key)))).ToList();
        var keys = asked.Where(ClaimKey.IsWellFormed).ToList();
        if (keys.Count > MostClaims)
            problems.Add(new(Parameters.Claims, Formats.Fill(Texts.ProblemTooMany, MostClaims, keys.Count)));
        return ([.. keys.Take(MostClaims)], problems);
    }
}
