using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("dar", "", 3)]
    [InlineData("torkham", "torkham", 0)]
    [InlineData("torkam", "torkham", 1)]
    [InlineData("torkahm", "torkham", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void SlipsOfTheHandAreCounted(string one, string other, int expected)
    {
        Assert.Equal(expected, EditDistance.Of(one, other));
        Assert.Equal(expected, EditDistance.Of(other, one));
    }
}
