using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Tests;

public sealed class TimeTests(FiguresFixture fixture) : IClassFixture<FiguresFixture>
{
    private readonly Figures _figures = fixture.Figures;

    public static TheoryData<TextCase> Cases => [.. CaseFile.Read("times.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ExpressionsOfTimeAreFoundAndResolved(TextCase time)
    {
        _figures.Read(time.Article);

        var found = _figures.Times.Expressions.Select((e, i) =>
            $"{_figures.Tokens.SpanOf(e.Range).In(time.Text)} | {Figures.NameOf(e.Kind)} | {Days(_figures.Times.Resolve(i))}");
        Assert.Equal(string.Join("\n", time.Expected), string.Join("\n", found));
    }

    [Fact]
    public void TheCaseFileHasItsCases() => Assert.True(Cases.Count >= 80);

    private static string Days(DateRange? days) => days is null ? "-" : $"{Day(days.From)}..{Day(days.To)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
