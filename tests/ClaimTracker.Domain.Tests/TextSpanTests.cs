namespace ClaimTracker.Domain.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void ASpanCutsItsWordsOutOfTheText()
    {
        var span = new TextSpan(4, 8);

        Assert.Equal("weir", span.In("the weir broke"));
        Assert.Equal(4, span.Length);
        Assert.Equal("[4,8)", span.ToString());
    }

    [Fact]
    public void OffsetsCountUtf16CodeUnits()
    {
        const string Text = "🙂 weir";

        Assert.Equal("weir", new TextSpan(3, 7).In(Text));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(3, 2)]
    public void ASpanThatIsNoneIsRefused(int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(start, end));

    [Fact]
    public void TheDefaultIsTheEmptySpanAtTheBeginning() =>
        Assert.Equal(new TextSpan(0, 0), default);

    [Theory]
    [InlineData(0, 4, false)]
    [InlineData(0, 5, true)]
    [InlineData(5, 6, true)]
    [InlineData(7, 9, true)]
    [InlineData(8, 9, false)]
    [InlineData(6, 6, false)]
    [InlineData(4, 4, false)]
    public void SpansOverlapOnlyWhereTheyShareACodeUnit(int start, int end, bool overlaps)
    {
        var span = new TextSpan(4, 8);
        var other = new TextSpan(start, end);

        Assert.Equal(overlaps, span.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(span));
    }

    [Fact]
    public void ASpanContainsItsStartAndNotItsEnd()
    {
        var span = new TextSpan(4, 8);

        Assert.True(span.Contains(4));
        Assert.True(span.Contains(7));
        Assert.False(span.Contains(8));
        Assert.False(span.Contains(3));
        Assert.True(span.Contains(span));
        Assert.True(span.Contains(new TextSpan(5, 8)));
        Assert.False(span.Contains(new TextSpan(5, 9)));
    }

    [Fact]
    public void ReadingOrderIsByStartThenByEnd()
    {
        TextSpan[] spans = [new(4, 9), new(0, 3), new(4, 6), new(0, 9)];

        Assert.Equal([new(0, 3), new(0, 9), new(4, 6), new(4, 9)], spans.Order());
        Assert.True(new TextSpan(0, 9) < new TextSpan(4, 6));
        Assert.True(new TextSpan(4, 9) > new TextSpan(4, 6));
        Assert.True(new TextSpan(4, 6) <= new TextSpan(4, 6));
        Assert.True(new TextSpan(4, 6) >= new TextSpan(4, 6));
    }
}
