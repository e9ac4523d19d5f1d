using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class SideBySideTests
{
    private static readonly DateOnly Day = new(2030, 5, 1);
    private static int _next;

    [Fact]
    public void ClaimsOfOppositePositionsFaceEachOtherUnderTheirQuestion()
    {
        var (left, right) = (Claim("ruritania", Day), Claim("freedonia", Day.AddDays(3)));

        var rows = Of([left], [right], [], Links([left], [right]));

        var row = Assert.Single(rows.Opposed);
        Assert.Equal("58 against 23", row.Question!.Difference);
        Assert.Equal([left], row.Left);
        Assert.Equal([right], row.Right);
        Assert.Empty(rows.ByDay);
    }

    [Fact]
    public void TwoColumnsThatHoldTheSamePositionDoNotContradictEachOther()
    {
        var (left, right, third) = (Claim("ruritania", Day), Claim("ruritania", Day), Claim("freedonia", Day));

        var rows = Of([left], [right], [], Links([left, right], [third]));

        Assert.Empty(rows.Opposed);
        Assert.Equal([left, right], rows.ByDay.SelectMany(r => r.Claims));
    }

    [Fact]
    public void AThirdPartyWithAPositionOfItsOwnContradictsNobody()
    {
        var (left, third) = (Claim("ruritania", Day), Claim("others", Day));

        var rows = Of([left], [third], [], Links([left], [third], otherSide: "others"));

        Assert.Empty(rows.Opposed);
    }

    [Fact]
    public void NoClaimIsLost()
    {
        ClaimRow[] left = [.. Enumerable.Range(0, 9).Select(i => Claim("ruritania", Day.AddDays(i / 2), topics: i % 2 == 0 ? ["roads"] : []))];
        ClaimRow[] right = [.. Enumerable.Range(0, 5).Select(i => Claim("freedonia", i == 4 ? null : Day.AddDays(i / 2), topics: ["roads", "bridges"]))];

        var rows = Of(left, right, [Claim("others", Day)], Links(left, right));

        var shown = rows.Opposed.Concat(rows.ByDay).SelectMany(r => r.Claims).Select(c => c.Key).ToList();
        Assert.Equal(15, shown.Distinct().Count());
        Assert.Equal(shown.Count, shown.Distinct().Count());
        Assert.Null(rows.ByDay[^1].Day);
    }

    [Fact]
    public void WithinADayRepeatsStandFirstThenWhatSharesATopicThenTheRest()
    {
        var (same, again) = (Claim("ruritania", Day), Claim("freedonia", Day));
        var (road, way) = (Claim("ruritania", Day, topics: ["roads"]), Claim("freedonia", Day, topics: ["roads"]));
        var other = Claim("ruritania", Day, topics: ["bridges"]);

        var rows = Of([other, road, same], [way, again], [], new([], [[same.Key, again.Key]])).ByDay;

        Assert.Equal([true, false, false], rows.Select(r => r.Repeats));
        Assert.Equal([null, "roads", null], rows.Select(r => r.Topic));
        Assert.Equal([false, true, true], rows.Select(r => r.GoesOn));
        Assert.Equal([other], rows[2].Left);
    }

    [Fact]
    public void AWindowShowsOnlyDaysOnWhichBothColumnsAreWhole()
    {
        var many = new ClaimPage(500, [Claim("ruritania", Day), Claim("ruritania", Day.AddDays(-3))], "next");
        var few = new ClaimPage(1, [Claim("freedonia", Day.AddDays(-9))], null);

        var window = CompareWindow.Of(many, few);

        Assert.Equal(Day.AddDays(-2), window.First);
        Assert.True(window.Shows(many.Items[0]));
        Assert.False(window.Shows(many.Items[1]));
        Assert.False(window.Shows(few.Items[0]));
    }

    [Fact]
    public void ADayThatFillsAPageAloneIsShownInPartAndSaysSo()
    {
        var full = new ClaimPage(500, [Claim("ruritania", Day), Claim("ruritania", Day)], "next");

        var window = CompareWindow.Of(full, new ClaimPage(0, [], null));

        Assert.Equal(new CompareWindow(Day, Day), window);
        Assert.True(window.Shows(full.Items[1]));
    }

    private static SideBySide Of(ClaimRow[] left, ClaimRow[] right, ClaimRow[] third, ClaimLinks links)
    {
        var claims = new FacingRow(null, left, right, third);
        return SideBySide.Of(claims, claims, links, new(Rows.Dossier));
    }

    private static ClaimLinks Links(
        IEnumerable<ClaimRow> one, IEnumerable<ClaimRow> other, string side = "ruritania", string otherSide = "freedonia") =>
        new([new("slug", "How many?", DisputeKind.Figure, "58 against 23", [new(side, [.. one.Select(c => c.Key)]), new(otherSide, [.. other.Select(c => c.Key)])])], []);

    private static ClaimRow Claim(string side, DateOnly? day, string[]? topics = null)
    {
        var start = Interlocked.Increment(ref _next) * 10;
        return Rows.Claim("It is so.", passageStart: start, side: side, date: day) with { Topics = topics ?? [] };
    }
}
