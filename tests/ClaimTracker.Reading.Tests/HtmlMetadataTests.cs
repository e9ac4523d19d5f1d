using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

public sealed class HtmlMetadataTests
{
    private const string Body = "<p>The river rose by two metres overnight, the water authority of the province said, and three bridges were closed to traffic.</p>";

    private static Article Page(string head, string top = "") => Reading.Page($"<html><head>{head}</head><body><article>{top}{Body}{Body}</article></body></html>");

    [Theory]
    [InlineData("<meta name=author content='By Ana Ruiz'>", "Ana Ruiz")]
    [InlineData("<meta name=author content='https://social.example/ana'>", null)]
    [InlineData("<meta property='og:site_name' content='Post'><meta name=author content='Post'>", null)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"Ana Ruiz\"}</script>", "Ana Ruiz")]
    [InlineData("<script type='application/ld+json'>[{\"@type\":[\"NewsArticle\"],\"author\":{\"name\":\"Ana Ruiz\"}}]</script>", "Ana Ruiz")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Recipe\",\"author\":\"Ana Ruiz\"}</script>", null)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":</script>", null)]
    public void TheAuthorIsReadFromMetadata(string head, string? author) => Assert.Equal(author, Page(head).Author);

    [Fact]
    public void TheAuthorIsReadFromTheLineBelowTheHeadline() =>
        Assert.Equal("Ana Ruiz", Page("<title>River floods towns</title>", "<h1>River floods towns</h1><p>By Ana Ruiz</p>").Author);

    [Theory]
    [InlineData("<meta property='og:site_name' content='The Valley Post'>", "The Valley Post")]
    [InlineData("<meta property='og:site_name' content='The Valley Post | News from the valley'>", "The Valley Post")]
    [InlineData("<meta property='og:site_name' content='https://post.example'>", null)]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Post\"}};</script>", "Post")]
    [InlineData("", null)]
    public void TheOutletIsReadFromMetadata(string head, string? outlet) => Assert.Equal(outlet, Page(head).Source?.Name);

    [Theory]
    [InlineData("<meta name=pubdate content='2026-03-05'>")]
    [InlineData("<meta name=DC.date.issued content='Thu, 05 Mar 2026 22:00:00 GMT'>")]
    [InlineData("<meta itemprop=datePublished content='2026-03-05T22:00:00-08:00'>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"datePublished\":\"March 5, 2026\"}</script>")]
    [InlineData("<link rel=canonical href='https://post.example/news/2026/03/05/river'>")]
    [InlineData("<meta name=date content='not a date'><meta name=pubdate content='2026-03-05'>")]
    public void ThePublishedDateIsReadFromMetadata(string head)
    {
        var published = Page(head).Published;

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Metadata), (published.Date, published.Basis));
        Assert.NotNull(published.Evidence);
    }

    [Fact]
    public void AnElementInTheTextCanHoldThePublishedDate() =>
        Assert.Equal(new DateOnly(2026, 3, 5), Page("", "<time itemprop=datePublished datetime='2026-03-05T10:00'>Thursday</time>").Published.Date);

    [Fact]
    public void ADateBelowTheHeadlineIsStatedWhereTheMetadataIsSilent()
    {
        var published = Page("<title>River floods towns</title>", "<h1>River floods towns</h1><div>Ana Ruiz, Published 5 March 2026 | Updated 7 March 2026</div>");

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Stated), (published.Published.Date, published.Published.Basis));
        Assert.Equal(new DateOnly(2026, 3, 7), published.Modified);
    }

    [Fact]
    public void ATimeBelowTheHeadlineCountsWhereNoDayIsPrinted()
    {
        var published = Page("<title>River floods towns</title>", "<h1>River floods towns</h1><time datetime='2026-03-05T10:00'>2 hours ago</time>").Published;

        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Metadata), (published.Date, published.Basis));
    }

    [Fact]
    public void ADateBelowTheHeadlineDoesNotOverruleTheMetadata() =>
        Assert.Equal(new DateOnly(2026, 3, 5), Page(
            "<title>River floods towns</title><meta name=pubdate content='2026-03-05'>", "<h1>River floods towns</h1><div>9 March 2026</div>").Published.Date);

    [Theory]
    [InlineData("<title>River floods towns</title>", "<h1>River Floods Towns</h1>", "River Floods Towns")]
    [InlineData("<title>River floods towns - The Valley Post</title>", "", "River floods towns")]
    [InlineData("<title>River floods towns | Post</title><meta property='og:site_name' content='Post'>", "", "River floods towns")]
    [InlineData("<meta property='og:title' content='River floods towns'>", "<h1>The Valley Post</h1><h2>River floods towns</h2>", "River floods towns")]
    [InlineData("<meta property='og:title' content='Tom &amp;amp; Ana'>", "", "Tom & Ana")]
    [InlineData("", "<h1>River floods towns</h1>", "River floods towns")]
    [InlineData("", "", null)]
    public void TheTitleIsWhatThePagePrintsAndItsMetadataConfirms(string head, string top, string? title) => Assert.Equal(title, Page(head, top).Title);

    [Theory]
    [InlineData("<html lang=fr_CA>", "fr-CA")]
    [InlineData("<html><meta http-equiv=Content-Language content=de>", "de")]
    [InlineData("<html lang='no such language at all, and far too long'>", "en")]
    [InlineData("<html>", "en")]
    public void TheLanguageIsReadOrEnglish(string top, string language) => Assert.Equal(language, Reading.Page($"{top}<body>{Body}").Language);

    [Theory]
    [InlineData("<link rel=canonical href='https://post.example/a'>", "https://post.example/a")]
    [InlineData("<meta property='og:url' content='https://post.example/b'>", "https://post.example/b")]
    [InlineData("<link rel=canonical href='/relative'>", null)]
    [InlineData("<link rel=canonical href='javascript:alert(1)'>", null)]
    public void TheAddressIsTheCanonicalOneWhereItIsAbsolute(string head, string? url) => Assert.Equal(url, Page(head).Url);

    [Fact]
    public void ADatelineInAPageIsFound() =>
        Assert.Equal("LIMA", Reading.Page("<p>LIMA (Reuters) - The river rose by two metres overnight, the water authority said, and three bridges were closed.</p>").Dateline);
}
