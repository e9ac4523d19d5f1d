using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>Numbers of one article, in text with the figures marked as <c>[words|unit|measure|place]</c>.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("[4,729|incidents|occurred|] incidents, with [3,357|incidents|occurred|alder] in Alder and [1,372|incidents|occurred|brack] in Brack", "sum", ArithmeticVerdict.Exactly, "3,357 + 1,372 = 4,729")]
    [InlineData("[at least 670|posts|built|] posts; Alder had [over 530|posts|built|alder] and Brack [about 130|posts|built|brack]", "sum", ArithmeticVerdict.Approximately, "over 530 + about 130 = 660 ≈ at least 670")]
    [InlineData("[100|posts|built|] posts: [60|posts|built|alder] in Alder, [30|posts|built|brack] in Brack", "sum", ArithmeticVerdict.No, "60 + 30 = 90 ≠ 100")]
    [InlineData("[15|people|killed|] killed in [3|raids|made|] raids: [8|people|killed|alder], [5|people|killed|brack] and [2|people|killed|creel]", "sum", ArithmeticVerdict.Exactly, "8 + 5 + 2 = 15")]
    [InlineData("[4,910|operations|conducted|] since April 4, or [233|operations_per_day|conducted|] a day", "rate", ArithmeticVerdict.Approximately, "4,910 ÷ 21 days = 233.81; 233 a day is printed")]
    [InlineData("[4,910|operations|conducted|] since April 4, or [500|operations_per_day|conducted|] a day", "rate", ArithmeticVerdict.No, "4,910 ÷ 10 days = 491; 500 a day is printed, over 22 days")]
    public void ASumIsWrittenOut(string text, string kind, ArithmeticVerdict verdict, string why)
    {
        var check = Assert.Single(Checks(text));

        Assert.Equal((kind, verdict, why), (check.Kind, check.Holds, check.Why));
    }

    [Theory]
    [InlineData("[8|people|killed|alder] in Alder, [5|people|killed|brack] in Brack and [2|people|killed|creel] in Creel")]
    [InlineData("[100|people|killed|] killed and [40|people|injured|] wounded, [30|people|injured|] of them badly")]
    [InlineData("[100|people|killed|alder] in one night, [60|people|killed|alder] and [30|people|killed|alder] in two others")]
    public void FiguresThatAreNoPartsAreNotAdded(string text) => Assert.Empty(Checks(text));

    private static IReadOnlyList<ArithmeticCheck> Checks(string marked)
    {
        var text = new System.Text.StringBuilder();
        List<Statistic> statistics = [];
        while (marked.IndexOf('[', StringComparison.Ordinal) is >= 0 and var open)
        {
            var parts = marked[(open + 1)..marked.IndexOf(']', open)].Split('|');
            text.Append(marked, 0, open);
            var span = new TextSpan(text.Length, text.Length + parts[0].Length);
            text.Append(parts[0]);
            var number = double.Parse(string.Concat(parts[0].Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
            var qualifier = parts[0] switch
            {
                var w when w.StartsWith("at least", StringComparison.Ordinal) => Qualifier.AtLeast,
                var w when w.StartsWith("over", StringComparison.Ordinal) => Qualifier.MoreThan,
                var w when w.StartsWith("about", StringComparison.Ordinal) => Qualifier.About,
                _ => Qualifier.Exactly,
            };
            statistics.Add(new()
            {
                Id = $"s{span.Start}",
                Span = span,
                Low = number,
                High = qualifier is Qualifier.AtLeast or Qualifier.MoreThan ? null : number,
                Qualifier = qualifier,
                Unit = parts[1],
                Measure = parts[2],
                Place = parts[3].Length > 0 ? parts[3] : null,
                Period = new(new DateOnly(2031, 4, 4), new DateOnly(2031, 4, 25)),
            });
            marked = marked[(marked.IndexOf(']', open) + 1)..];
        }

        text.Append(marked);
        var article = new Article { FileName = "a.txt", ContentHash = new('a', 64), Text = text.ToString(), Body = new(0, text.Length) };
        return new ClaimComparer(WeirDossier.Conflict).Compare([new(article, [], statistics, [], [])]).Arithmetic;
    }
}
