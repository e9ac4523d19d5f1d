using System.Globalization;
using ClaimTracker.Comparison.Reading;
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

    /// <summary>The share of a total by which its parts can miss it and still be meant as its parts.</summary>
    private const double BreakdownShare = 0.25;

    public static IEnumerable<ArithmeticCheck> Find(ArticleAnalysis analysis, PlaceTree places)
    {
        var statistics = analysis.Statistics;
        var parts = new HashSet<string>(StringComparer.Ordinal);
        for (var t = 0; t < statistics.Count; t++)
        {
            // What is a part of a sum that holds is no total of the figures after it.
            if (parts.Contains(statistics[t].Id) || Value(statistics[t]) is not { } total || Best(analysis, places, t, total) is not { } check)
                continue;
            parts.UnionWith(check.Terms);
            yield return check;
        }
    }

    private static ArithmeticCheck? Best(ArticleAnalysis analysis, PlaceTree places, int total, double value)
    {
        var whole = analysis.Statistics[total];
        var run = After(analysis.Statistics, total);
        for (var count = run.Count; count >= 2; count--)
        {
            var parts = run.Take(count).ToList();
            var sum = parts.Sum(p => Value(p)!.Value);
            var exact = sum == value && parts.TrueForAll(p => p.Qualifier == Qualifier.Exactly) && whole.Qualifier == Qualifier.Exactly;
            if (exact || Fits(parts, sum, whole, value))
                return Check(analysis, parts, whole, sum, exact ? ArithmeticVerdict.Exactly : ArithmeticVerdict.Approximately);
        }

        return run.Count >= 2 && IsBreakdown(run, whole, value, places)
            ? Check(analysis, run, whole, run.Sum(p => Value(p)!.Value), ArithmeticVerdict.No)
            : null;
    }

    /// <summary>The figures of the same measure that follow a total, each smaller than it; figures of another measure may stand between.</summary>
    private static List<Statistic> After(IReadOnlyList<Statistic> statistics, int total)
    {
        var whole = statistics[total];
        List<Statistic> run = [];
        for (var i = total + 1; i < statistics.Count && run.Count < MostParts && statistics[i].Span.Start - whole.Span.End <= Reach; i++)
        {
            var part = statistics[i];
            if (part.Unit != whole.Unit || part.Measure != whole.Measure)
                continue;
            if (part.OfSide != whole.OfSide || Value(part) is not { } value || value >= Value(whole) || part.Place is { } place && place == whole.Place)
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

    /// <summary>Only figures of different places within the total's that come close to it are said not to add up: others may be no parts at all.</summary>
    private static bool IsBreakdown(List<Statistic> parts, Statistic total, double value, PlaceTree places)
    {
        var whole = places.Find(total.Place);
        return parts.TrueForAll(p => places.Find(p.Place) is >= 0 and var place && (whole < 0 || place != whole && places.Contains(whole, place)))
            && parts.Select(p => p.Place).Distinct().Count() == parts.Count
            && Math.Abs(parts.Sum(p => Value(p)!.Value) - value) <= value * BreakdownShare;
    }

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
