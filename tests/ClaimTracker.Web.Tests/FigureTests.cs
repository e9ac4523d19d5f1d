using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class FigureTests
{
    private static readonly SideRegister Sides = new(Rows.Dossier);

    [Theory]
    [InlineData(Qualifier.MoreThan, 200, null, 201, null)]
    [InlineData(Qualifier.AtLeast, 200, null, 200, null)]
    [InlineData(Qualifier.LessThan, null, 30, null, 29)]
    [InlineData(Qualifier.Exactly, 58, 58, 58, 58)]
    public void BoundsFollowTheWords(Qualifier qualifier, int? low, int? high, int? least, int? most)
    {
        var figure = Rows.Statistic("x", low, high, qualifier);

        Assert.Equal(least, FigureBounds.Low(figure));
        Assert.Equal(most, FigureBounds.High(figure));
    }

    [Theory]
    [InlineData(58, 80)]
    [InlineData(1, 2)]
    [InlineData(67_023, 80_000)]
    [InlineData(0, 2)]
    public void AnAxisEndsAtARoundNumberBeyondTheLargest(double largest, double max)
    {
        var axis = new FigureAxis(largest);

        Assert.Equal(max, axis.Max);
        Assert.InRange(axis.Ticks.Count, 2, 8);
        Assert.InRange(axis.X(largest), 0, 100);
    }

    [Theory]
    [InlineData("“terrorists", "terrorists")]
    [InlineData("Weir-based ‘wreckers", "Weir-based ‘wreckers")]
    [InlineData("wreckers”", "wreckers")]
    [InlineData("“the wreckers”", "“the wreckers”")]
    [InlineData("the ferrymen’s", "the ferrymen’s")]
    public void AQuotationMarkWithoutItsPartnerIsLeftOff(string counted, string shown) => Assert.Equal(shown, Formats.WithoutLoneMark(counted));

    [Fact]
    public void EqualFiguresOfOneSideShareASign()
    {
        var strip = new FigureStrip(
            [Rows.Statistic("58", 58, 58, side: "freedonia", id: "a"), Rows.Statistic("58", 58, 58, side: "freedonia", id: "b"),
                Rows.Statistic("58", 58, 58, side: "ruritania", id: "c")],
            new FigureAxis(58), Sides);

        Assert.Equal([SidePlace.Right, SidePlace.Left], strip.Marks.Select(m => m.Place));
    }

    [Fact]
    public void WordsThatWouldMeetStandInDifferentLanes()
    {
        var strip = new FigureStrip([Rows.Statistic("200", 200, 200, id: "a"), Rows.Statistic("201", 201, 201, id: "b")], new FigureAxis(1000), Sides);

        Assert.Equal(2, strip.Marks.Select(m => m.Lane).Distinct().Count());
    }

    [Theory]
    [InlineData(Qualifier.MoreThan, FigureShape.Above)]
    [InlineData(Qualifier.Nearly, FigureShape.Below)]
    [InlineData(Qualifier.About, FigureShape.About)]
    [InlineData(Qualifier.Dozens, FigureShape.WordAbove)]
    [InlineData(Qualifier.Exactly, FigureShape.Exact)]
    public void EachQualifierHasItsSign(Qualifier qualifier, FigureShape shape) =>
        Assert.Equal(shape, FigureStrip.ShapeOf(Rows.Statistic("x", 10, null, qualifier)));

    [Fact]
    public void FiguresOfADisputeShareARowUnderItsQuestion()
    {
        var (left, right) = (Rows.Statistic("23", 23, 23, side: "ruritania", id: "a", counted: "own men"), Rows.Statistic("58", 58, 58, side: "freedonia", id: "b"));
        var dispute = Dispute(left, right);

        var groups = FigureGroup.Of([left, right, Rows.Statistic("7", 7, 7, id: "c", counted: "cows")], [dispute]);

        var group = Assert.Single(groups);
        Assert.Equal(["How many?", "cows"], group.Rows.Select(r => r.Title));
        Assert.Equal(2, group.Rows[0].Figures.Count);
    }

    [Fact]
    public void RowsOfVeryDifferentSizeGetAxesOfTheirOwn()
    {
        var groups = FigureGroup.Of([Rows.Statistic("3", 3, 3, id: "a", counted: "x"), Rows.Statistic("9,000", 9000, 9000, id: "b", counted: "y")], []);

        Assert.Null(Assert.Single(groups).SharedAxis);
    }

    [Fact]
    public void AFigureWithoutANumberIsNotDrawn() => Assert.Empty(FigureGroup.Of([Rows.Statistic("many", null, null)], []));

    [Fact]
    public void TheFiguresOfADisputeAreThoseThatItsPositionsHaveInCommon()
    {
        var (left, right) = (Rows.Statistic("23", 23, 23, id: "a"), Rows.Statistic("58", 58, 58, id: "b"));
        var other = Rows.Statistic("200", 200, 200, id: "c", measure: "injured");
        var dispute = new DisputeRow("d", "How many?", DisputeKind.Figure, 1, "", null, [], [],
            [
                new("ruritania", [Rows.Claim("x", statistics: [other, left])], []),
                new("freedonia", [Rows.Claim("y", statistics: [right])], []),
            ], 1);

        var figures = DisputeFigures.Of(dispute);

        Assert.Equal(["a"], figures["ruritania"].Select(f => f.Id));
        Assert.Equal(["b"], figures["freedonia"].Select(f => f.Id));
    }

    private static DisputeRow Dispute(StatisticRow left, StatisticRow right) => new(
        "d", "How many?", DisputeKind.Figure, 1, "", null, [], [],
        [new("ruritania", [Rows.Claim("x", statistics: [left])], []), new("freedonia", [Rows.Claim("y", statistics: [right])], [])], 1);
}
