using ClaimTracker.Web.Components.Shared;

namespace ClaimTracker.Web.Tests;

/// <summary>Several speakers say; one says.</summary>
public sealed class ActWordsTests
{
    [Theory]
    [InlineData("Officials")]
    [InlineData("unspecified reports")]
    [InlineData("security forces of Ruritania")]
    [InlineData("Ruritanian authorities")]
    public void SpeakersWhoAreCalledByANounInThePluralAreSeveral(string name) => Assert.True(ActWords.IsPlural(name));

    [Theory]
    [InlineData("United Nations")]
    [InlineData("senior security official")]
    [InlineData("Inter-Services Public Relations")]
    [InlineData("Ministry of Foreign Affairs")]
    [InlineData("spokesman of the officials")]
    public void NamesOfBodiesAndOfOnePersonAreOne(string name) => Assert.False(ActWords.IsPlural(name));
}
