using ClaimTracker.Comparison.Reading;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Arithmetic;

/// <summary>Checks the numbers of one article against each other.</summary>
internal static class ArithmeticReader
{
    public static IReadOnlyList<ArithmeticCheck> Read(ArticleAnalysis analysis, PlaceTree places)
    {
        if (analysis.Statistics.Count < 2)
            return [];
        List<ArithmeticCheck> checks = [.. SumRule.Find(analysis, places), .. RateRule.Find(analysis)];
        return checks;
    }
}
