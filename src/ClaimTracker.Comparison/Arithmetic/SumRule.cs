using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Arithmetic;

/// <summary>“4,729 incidents, with 3,357 in the north, 1,346 in the west and 26 in other parts”: parts that stand next to their total.</summary>
internal static class SumRule
{
    /// <summary>How far rounded parts may miss a total and still fit: a fiftieth of it.</summary>
    private const double Tolerance = 0.02;

    /// <summary>How far after its total a breakdown ends, in code units: two or three sentences.</summary>
    private const int Reach = 500;

    private const int MostParts = 12;

    public static IEnumerable<ArithmeticCheck> Find(ArticleAnalysis analysis)
    {
        var statistics = analysis.Statistics;
        for (var t = 0; t < statistics.Count; t++)
            if (Value(statistics[t]) is { } total && Best(analysis, t, total) is { } check)
                yield return check;
    }

    private static ArithmeticCheck? Best(ArticleAnalysis analysis, int total, double value)
    {
        var run = After(analysis.Statistics, total);
        for (var count = run.Count; count >= 2; count--)
        {
            var parts = run.Take(count).ToList();
            var sum = parts.Sum(p => Value(p)!.Value);
            var exact = sum == value && parts.TrueForAll(p => p.Qualifier == Qualifier.Exactly) && analysis.Statistics[total].Qualifier == Qualifier.Exactly;
            if (!exact && !Fits(parts, sum, analysis.Statistics[total], value))
                continue;
            return Check(analysis, parts, analysis.Statistics[total], sum, exact ? ArithmeticVerdict.Exactly : ArithmeticVerdict.Approximately);
        }

        return run.Count >= 2 && IsBreakdown(run, value)
            ? Check(analysis, run, analysis.Statistics[total], run.Sum(p => Value(p)!.Value), ArithmeticVerdict.No)
            : null;
    }

    /// <summary>The figures of the same unit that follow a total without a break, each smaller than it.</summary>
    private static List<Statistic> After(IReadOnlyList<Statistic> statistics, int total)
    {
        var whole = statistics[total];
        List<Statistic> run = [];
        for (var i = total + 1; i < statistics.Count && run.Count < MostParts; i++)
        {
            var part = statistics[i];
            if (part.Span.Start - whole.Span.End > Reach || part.Unit != whole.Unit || part.Measure != whole.Measure || Value(part) is not { } value
                || value >= Value(whole) || part.Place is { } place && place == whole.Place)
                break;
            run.Add(part);
        }

        return run;
    }

    /// <summary>Whether the intervals of parts and total meet, or the sum misses the total by no more than rounding does.</summary>
    private static bool Fits(List<Statistic> parts, double sum, Statistic total, double value)
    {
        var vague = parts.Any(p => p.Qualifier != Qualifier.Exactly) || total.Qualifier != Qualifier.Exactly;
        return vague && Math.Abs(sum - value) <= value * Tolerance;
    }

    /// <summary>Only figures of different named places that come close to the total are said not to add up: others may be no parts at all.</summary>
    private static bool IsBreakdown(List<Statistic> parts, double total) =>
        parts.TrueForAll(p => p.Place is not null) && parts.Select(p => p.Place).Distinct().Count() == parts.Count
        && Math.Abs(parts.Sum(p => Value(p)!.Value) - total) <= total * 0.25;

    private static double? Value(Statistic statistic) => statistic.Qualifier == Qualifier.Range ? null : statistic.Low ?? statistic.High;

    private static ArithmeticCheck Check(ArticleAnalysis analysis, List<Statistic> parts, Statistic total, double sum, ArithmeticVerdict verdict)
    {
        var sign = verdict switch { ArithmeticVerdict.Exactly => "=", ArithmeticVerdict.Approximately => "≈", _ => "≠" };
        var written = string.Join(" + ", parts.Select(p => Written(analysis, p)));
        var middle = verdict == ArithmeticVerdict.Exactly ? "" : $" = {sum.ToString("#,0.##", CultureInfo.InvariantCulture)} {sign} {Written(analysis, total)}";
        var why = verdict == ArithmeticVerdict.Exactly ? $"{written} = {Written(analysis, total)}" : written + middle;
        return new(analysis.Article.Key, "sum", [.. parts.Select(p => p.Id)], total.Id, sum, verdict, why);
    }

    private static string Written(ArticleAnalysis analysis, Statistic statistic) => statistic.Span.In(analysis.Article.Text).ToString();
}
