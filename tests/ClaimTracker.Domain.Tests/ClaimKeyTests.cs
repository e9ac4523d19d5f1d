namespace ClaimTracker.Domain.Tests;

public sealed class ClaimKeyTests
{
    private const string Article = "bfc0d32156be505f";

    [Fact]
    public void AKeyIsMadeOfArticleCueAndContent() =>
        Assert.Equal($"{Article}-33-46-169", ClaimKey.Of(Article, new TextSpan(33, 40), [new TextSpan(46, 169)]));

    [Fact]
    public void WithoutACueThePlaceOfTheCueIsX() =>
        Assert.Equal($"{Article}-x-46-169", ClaimKey.Of(Article, null, [new TextSpan(46, 169)]));

    [Fact]
    public void ContentThatACueSplitsCountsFromItsFirstToItsLastWord() =>
        Assert.Equal($"{Article}-60-46-169", ClaimKey.Of(Article, new TextSpan(60, 64), [new TextSpan(46, 58), new TextSpan(66, 169)]));

    [Fact]
    public void SeveralSpeakersOfTheSameWordsHaveKeysOfTheirOwn() =>
        Assert.Equal($"{Article}-33-46-169-2", ClaimKey.Of(Article, new TextSpan(33, 40), [new TextSpan(46, 169)], nth: 2));

    [Fact]
    public void ADenialAndTheAllegationInsideItHaveDifferentKeys()
    {
        TextSpan[] content = [new(60, 99)];

        Assert.NotEqual(ClaimKey.Of(Article, new TextSpan(20, 27), content), ClaimKey.Of(Article, new TextSpan(28, 39), content));
    }

    [Fact]
    public void AKeyWithoutContentIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ClaimKey.Of(Article, null, []));

    [Theory]
    [InlineData($"{Article}-33-46-169", true)]
    [InlineData($"{Article}-x-46-169", true)]
    [InlineData($"{Article}-33-46-169-2", true)]
    [InlineData(Article, false)]
    [InlineData("BFC0D32156BE505F-33-46-169", false)]
    [InlineData("gfc0d32156be505f-33-46-169", false)]
    [InlineData($"{Article}-33-46-169'--", false)]
    [InlineData($"{Article}/33-46-169", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TheFormOfAKeyCanBeToldWithoutKnowingTheClaim(string? text, bool wellFormed) =>
        Assert.Equal(wellFormed, ClaimKey.IsWellFormed(text));

    [Fact]
    public void AnOverlongTextIsNoKey() =>
        Assert.False(ClaimKey.IsWellFormed(Article + "-" + new string('1', 1_000_000)));
}
