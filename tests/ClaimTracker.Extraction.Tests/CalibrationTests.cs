using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Training;

namespace ClaimTracker.Extraction.Tests;

public sealed class CalibrationTests
{
    [Fact]
    public void BetweenTwoPointsTheShareIsInProportionAndBeyondTheEndsThatOfTheEnd()
    {
        var calibration = new Calibration([(0.2, 0.5), (0.6, 0.7), (0.8, 0.9)]);

        Assert.Equal(
            [0.5, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9],
            new[] { 0, 0.2, 0.4, 0.6, 0.7, 0.8, 1 }.Select(p => Math.Round(calibration.Of(p), 9)));
    }

    [Fact]
    public void TheShippedTableNeverGivesASurerReadingLess()
    {
        var shipped = Calibration.Shipped();

        var shares = Enumerable.Range(0, 1001).Select(i => shipped.Of(i / 1000.0)).ToList();
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[0], 0.01, 0.5);
        Assert.InRange(shares[^1], 0.9, 0.99);
    }

    [Theory]
    [InlineData("0.1 : right=2")]
    [InlineData("a : right=0.2")]
    [InlineData("0.5")]
    [InlineData("0.5 : right=0.6\n0.4 : right=0.7")]
    [InlineData("0.4 : right=0.6\n0.5 : right=0.5")]
    public void ATableThatDoesNotRiseIsRefused(string table) =>
        Assert.Throws<InvalidDataException>(() => Calibration.Read("t.txt", LexiconFile.Read("t.txt", table).Lines));

    [Fact]
    public void ALearnedTableRisesAndGivesTheSharesThatWereThere()
    {
        var outcomes = Enumerable.Range(0, 20_000).Select(i => new ReadingOutcome(i / 20_000.0, i % 100 < (i < 10_000 ? 40 : 90)));

        var table = CalibrationTrainer.Fit(outcomes);

        var calibration = new Calibration(table);
        Assert.InRange(calibration.Of(0.25), 0.38, 0.42);
        Assert.InRange(calibration.Of(0.75), 0.88, 0.92);
    }

    [Fact]
    public void FewReadingsMakeOnePoint() =>
        Assert.Equal([(0.5, 0.6)], CalibrationTrainer.Fit([new(0.4, true), new(0.5, true), new(0.6, false)]));

    [Fact]
    public void AnArticleIsReadWithWeightsThatWereNotLearnedFromIt()
    {
        var articles = Enumerable.Range(0, 6).Select(Article).ToList();

        var parts = CalibrationTrainer.ReadByTurns(articles, 3, 2);

        Assert.Equal(3, parts.Count);
        Assert.All(parts, p => Assert.NotEmpty(p));
        Assert.All(parts.SelectMany(p => p), o => Assert.InRange(o.Probability, 0, 1));
    }

    private static AnnotatedArticle Article(int number)
    {
        const string Text = "The mayor said that the bridge would stay closed until spring. The clerk said the road was open.";
        TextSpan Of(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        return new(
            new() { FileName = $"{number}.txt", ContentHash = new string((char)('0' + number), 64), Text = Text, Body = new(0, Text.Length) },
            [new([Of("The mayor")], [Of("said")], [Of("that the bridge would stay closed until spring")]), new([Of("The clerk")], [new(Text.LastIndexOf("said", StringComparison.Ordinal), Text.LastIndexOf("said", StringComparison.Ordinal) + 4)], [Of("the road was open")])]);
    }
}
