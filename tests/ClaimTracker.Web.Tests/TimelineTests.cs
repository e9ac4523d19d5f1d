using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class TimelineTests
{
    private static readonly DateOnly Monday = new(2025, 11, 24);

    [Fact]
    public void EmptyWeeksBetweenFullOnesAreDrawn()
    {
        var timeline = Timeline.Of([Week(0, 3), Week(3, 1)]);

        Assert.Equal([3, 0, 0, 1], timeline.Bins.Select(b => b.Left));
    }

    [Fact]
    public void AFewOddEarlyDatesDoNotPressTheRestIntoACorner()
    {
        var timeline = Timeline.Of([Week(-500, 1), Week(0, 30), Week(1, 20)]);

        Assert.Equal(2, timeline.Bins.Count);
        Assert.Equal(1, timeline.Earlier!.Left);
    }

    [Fact]
    public void ADateYearsAheadStandsApart()
    {
        var timeline = Timeline.Of([Week(0, 30), Week(1, 20), Week(1900, 1)]);

        Assert.Equal(2, timeline.Bins.Count);
        Assert.Equal(1, timeline.Later!.Left);
    }

    [Fact]
    public void ManyYearsGetWiderBarsOfWholeWeeks()
    {
        var timeline = Timeline.Of([.. Enumerable.Range(0, 260).Select(i => Week(i, 1))]);

        Assert.InRange(timeline.Bins.Count, 10, 60);
        Assert.Equal(260, timeline.Bins.Sum(b => b.Total));
        Assert.All(timeline.Bins, b => Assert.Equal((7 * timeline.WeeksPerBin) - 1, b.To.DayNumber - b.From.DayNumber));
    }

    [Fact]
    public void TheUndatedHaveABarOfTheirOwn()
    {
        var timeline = Timeline.Of([Week(0, 2), new WeekCount(null, 1, 2, 3)]);
        var chart = new TimelineChart(timeline, new SideRegister(Rows.Dossier), 100);

        Assert.Equal(3, timeline.Undated!.Third);
        Assert.Equal([true, false], chart.Bars.Select(b => b.Dated));
    }

    [Fact]
    public void NothingGivesAnEmptyTimeline() => Assert.True(Timeline.Of([]).IsEmpty);

    [Fact]
    public void NoBarLeavesTheChart()
    {
        var timeline = Timeline.Of([Week(-500, 1), .. Enumerable.Range(0, 40).Select(i => Week(i, 7 + (i % 5))), new WeekCount(null, 1, 1, 1)]);
        var chart = new TimelineChart(timeline, new SideRegister(Rows.Dossier), 100);

        Assert.All(chart.Bars, bar =>
        {
            Assert.InRange(bar.X, 0, 100);
            Assert.InRange(bar.X + bar.Width, 0, 100.001);
            Assert.InRange(chart.AxisY - (bar.Bin.Left * chart.Scale), 0, chart.AxisY);
        });
    }

    private static WeekCount Week(int offset, int left) => new(Monday.AddDays(7 * offset), left, 0, 0);
}
