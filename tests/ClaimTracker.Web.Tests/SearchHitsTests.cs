using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class SearchHitsTests
{
    [Theory]
    [InlineData("strikes", "Overnight strikes and airstrikes; STRIKES.", "strikes|STRIKES")]
    [InlineData("strike", "Overnight strikes", "")]
    [InlineData("strike*", "Overnight strikes, striker", "strikes|striker")]
    [InlineData("stri*", "strikes and a string", "strikes|string")]
    [InlineData("\"safe havens\"", "safe havens; safe or havens; Safe  Havens", "safe havens|Safe  Havens")]
    [InlineData("“safe havens”", "no safe havens", "safe havens")]
    [InlineData("cross-border", "cross-border and cross border", "cross-border|cross border")]
    [InlineData("cafe", "the café", "café")]
    [InlineData("one two", "two, then one", "two|one")]
    [InlineData("no* \"match", "a match, nothing", "match|nothing")]
    public void TheWordsThatWereSearchedForAreFound(string search, string text, string expected)
    {
        var hits = SearchHits.For(SearchText.Parse(search))!.In(text, 0);

        Assert.Equal(expected, string.Join('|', hits.Select(h => text[h.Start..h.End])));
    }

    [Theory]
    [InlineData("***")]
    [InlineData("\"\"")]
    [InlineData(" - ")]
    public void WithoutAWordNothingIsMarked(string search) => Assert.Null(SearchHits.For(SearchText.Parse(search)));

    [Fact]
    public void OtherNamesOfWhomASearchNamesAreMarkedWholeAndOnce()
    {
        const string Text = "The Two Valleys Herders, or Valleys Herders, or TVH: herders.";
        SearchTerm term = new([new(["tvh"])]) { Names = [new(["Two", "Valleys", "Herders"]), new(["Valleys", "Herders"])] };

        var hits = SearchHits.For([term])!.In(Text, 0);

        Assert.Equal("Two Valleys Herders|Valleys Herders|TVH", string.Join('|', hits.Select(h => Text[h.Start..h.End])));
    }
}
