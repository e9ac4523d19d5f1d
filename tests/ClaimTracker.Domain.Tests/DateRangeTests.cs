namespace ClaimTracker.Domain.Tests;

public sealed class DateRangeTests
{
    private static readonly DateOnly Monday = new(2020, 3, 2);

    [Fact]
    public void OneDayBeginsAndEndsOnIt()
    {
        var day = DateRange.Day(Monday, words: "on Monday");

        Assert.Equal(new(Monday, Monday, DateBasis.Stated, "on Monday"), day);
    }

    [Theory]
    [InlineData(-3, -1, false)]
    [InlineData(-3, 0, true)]
    [InlineData(1, 1, true)]
    [InlineData(2, 5, true)]
    [InlineData(3, 5, false)]
    public void RangesOverlapWhereTheyShareADay(int from, int to, bool overlaps)
    {
        var range = new DateRange(Monday, Monday.AddDays(2));
        var other = new DateRange(Monday.AddDays(from), Monday.AddDays(to));

        Assert.Equal(overlaps, range.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(range));
    }

    [Fact]
    public void AnOpenEndReachesAsFarAsNeedBe()
    {
        var since = new DateRange(Monday, null);
        var until = new DateRange(null, Monday);
        var before = new DateRange(null, Monday.AddDays(-1));

        Assert.True(since.Overlaps(new(Monday.AddYears(9), Monday.AddYears(9))));
        Assert.True(since.Overlaps(until));
        Assert.False(since.Overlaps(before));
        Assert.True(before.Overlaps(until));
        Assert.True(new DateRange(null, null).Overlaps(before));
    }

    [Fact]
    public void AFirmerBasisComesLater() =>
        Assert.Equal(
            [DateBasis.Unknown, DateBasis.Inferred, DateBasis.Catalogue, DateBasis.Metadata, DateBasis.Stated],
            Enum.GetValues<DateBasis>().Order());
}
