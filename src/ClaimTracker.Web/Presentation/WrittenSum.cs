using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Presentation;

/// <summary>An arithmetic check with the figures it is made of, as in an account book.</summary>
public sealed record WrittenSum(ArithmeticCheck Check, IReadOnlyList<StatisticRow> Terms, StatisticRow Total)
{
    /// <summary>Those checks all of whose figures are known.</summary>
    public static IReadOnlyList<WrittenSum> Of(IReadOnlyList<ArithmeticCheck> checks, IReadOnlyList<StatisticRow> figures)
    {
        var byId = figures.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);
        return
        [
            .. from check in checks
               where byId.ContainsKey(check.Total) && check.Terms.All(byId.ContainsKey)
               select new WrittenSum(check, [.. check.Terms.Select(id => byId[id])], byId[check.Total]),
        ];
    }
}
