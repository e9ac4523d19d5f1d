namespace ClaimTracker.Domain.Tests;

public sealed class ArticleTests
{
    [Theory]
    [InlineData("The weir broke", "ALDER", true, "The weir broke")]
    [InlineData(null, "ALDER", true, "Alder, 2 Mar 2020")]
    [InlineData(null, "ALDER", false, "Alder, date unknown")]
    [InlineData(null, "Lower Alder", true, "Lower Alder, 2 Mar 2020")]
    [InlineData(null, null, true, "Untitled, 2 Mar 2020")]
    [InlineData(null, null, false, "Untitled, flood")]
    public void AnArticleWithoutATitleIsCalledByDatelineAndDay(string? title, string? dateline, bool dated, string expected)
    {
        var article = new Article
        {
            FileName = "flood.txt",
            ContentHash = new string('a', 64),
            Text = "",
            Title = title,
            Dateline = dateline,
            Body = default,
            Published = dated ? new(new(2020, 3, 2), DateBasis.Stated) : PublishedDate.Unknown,
        };

        Assert.Equal(expected, article.DisplayTitle);
    }
}
