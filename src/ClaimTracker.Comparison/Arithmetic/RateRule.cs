using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Arithmetic;

/// <summary>“4,910 operations since November 4, amounting to 233 per day”: a count, its days and its rate.</summary>
internal static class RateRule
{
    private const string PerDay = "_per_day";

    /// <summary>The days that a period can be off: whether its first and last count is rarely said.</summary>
    private const int DayTolerance = 1;

    public static IEnumerable<ArithmeticCheck> Find(ArticleAnalysis analysis)
    {
        foreach (var rate in analysis.Statistics)
            if (rate.Unit?.EndsWith(PerDay, StringComparison.Ordinal) == true && rate.Low is > 0 and var perDay && CountOf(analysis.Statistics, rate) is { } count)
                yield return Check(analysis, count, rate, perDay);
    }

    /// <summary>The nearest count of what the rate is of.</summary>
    private static Statistic? CountOf(IReadOnlyList<Statistic> statistics, Statistic rate) =>
        statistics.Where(s => s.Unit == rate.Unit![..^PerDay.Length] && s.Measure == rate.Measure && s.Low > rate.Low && s.Low == s.High)
            .MinBy(s => Math.Abs(s.Span.Start - rate.Span.Start));

    private static ArithmeticCheck Check(ArticleAnalysis analysis, Statistic count, Statistic rate, double perDay)
    {
        var total = count.Low!.Value;
        var days = Math.Round(total / perDay);
        var stated = (count.Period ?? rate.Period) is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber + 1 : (int?)null;
        var computed = Math.Round(total / days, 2);
        var verdict = stated is { } known && Math.Abs(known - days) > DayTolerance ? ArithmeticVerdict.No
            : computed == perDay ? ArithmeticVerdict.Exactly
            : Math.Abs(computed - perDay) <= Math.Max(1, perDay * 0.02) ? ArithmeticVerdict.Approximately
            : ArithmeticVerdict.No;
        var why = string.Create(CultureInfo.InvariantCulture,
            $"{count.Span.In(analysis.Article.Text)} ÷ {days:0} days = {computed:#,0.##}; {rate.Span.In(analysis.Article.Text)} a day is printed")
            + (verdict == ArithmeticVerdict.No && stated is { } printed ? string.Create(CultureInfo.InvariantCulture, $", over {printed} days") : "");
        return new(analysis.Article.Key, "rate", [count.Id], rate.Id, computed, verdict, why);
    }
}
