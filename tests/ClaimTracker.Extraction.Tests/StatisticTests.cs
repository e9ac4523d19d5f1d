using System.Globalization;
using ClaimTracker.Extraction.Statistics;

namespace ClaimTracker.Extraction.Tests;

public sealed class StatisticTests(FiguresFixture fixture) : IClassFixture<FiguresFixture>
{
    private readonly Figures _figures = fixture.Figures;

    public static TheoryData<TextCase> Cases => [.. CaseFile.Read("statistics.txt"), .. CaseFile.Read("conflict-statistics.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void NumbersAreReadWithWhatTheySay(TextCase figure)
    {
        _figures.Read(figure.Article);
        var found = _figures.Find();

        var described = found.Select((f, i) => Describe(f, figure.Text, i < figure.Expected.Count ? figure.Expected[i] : ""));
        Assert.Equal(string.Join("\n", figure.Expected), string.Join("\n", described));
    }

    [Fact]
    public void TheCaseFileHasItsCases() => Assert.True(Cases.Count >= 120);

    /// <summary>The statistic in the words of the case file, with those further keys that the case asks for.</summary>
    private static string Describe(FoundStatistic found, string text, string expected)
    {
        var s = found.Statistic;
        var core = $"{s.Span.In(text)} | {Number(s.Low)}..{Number(s.High)} {Figures.NameOf(s.Qualifier)} {s.Unit ?? "-"} {s.Measure ?? "-"}";
        var parts = expected.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length < 3)
            return core;
        var keys = parts[2].Split(' ').Select(p => p.Split('=')[0]).Select(key => $"{key}={key switch
        {
            "side" => s.OfSide ?? "-",
            "place" => s.Place ?? "-",
            "from" => Day(s.Period?.From),
            "to" => Day(s.Period?.To),
            "owner" => Figures.NameOf(found.Owner),
            _ => throw new InvalidDataException($"'{key}' is not a key of cases; expected side, place, from, to or owner"),
        }}");
        return $"{core} | {string.Join(' ', keys)}";
    }

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
