using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Arithmetic;

/// <summary>Checks the numbers of one article against each other.</summary>
internal static class ArithmeticReader
{
    public static IReadOnlyList<ArithmeticCheck> Read(ArticleAnalysis analysis)
    {
        if (analysis.Statistics.Count < 2)
            return [];
        List<ArithmeticCheck> checks = [.. SumRule.Find(analysis), .. RateRule.Find(analysis)];
        return checks;
    }
}
