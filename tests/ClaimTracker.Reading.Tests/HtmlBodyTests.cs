using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

public sealed class HtmlBodyTests
{
    private const string First = "The river rose by two metres overnight, the water authority of the province said, and three bridges were closed to traffic.";
    private const string Second = "Schools on both banks stay closed until the end of the week, a spokeswoman for the district added in the evening.";
    private const string Third = "The government will decide on aid next week, the minister of finance told reporters, and it will not wait for the insurers.";
    private static readonly string Paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";
    private static readonly string Expected = $"{First}\n\n{Second}\n\n{Third}";

    private static Article News() => Reading.Article("news.html", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pages", "news.html")));

    [Fact]
    public void ANewsPageGivesItsTitleAndItsParagraphs()
    {
        var article = News();

        Assert.Equal("""
            River floods three towns

            The river rose by two metres overnight, the water authority of the province said, and three bridges were closed.

            “We had nothing but an hour,” the mayor said,
            “and we used it.”

            What happens next

            Schools stay closed until Monday.

            Trains run every two hours.

            The dam was built for a river that no longer exists.

            The government will decide on aid next week, a spokeswoman said.
            """.ReplaceLineEndings("\n"), article.Text);
        Assert.True(article.FromHtml);
        Assert.Equal(new TextSpan(0, 24), article.TitleSpan);
        Assert.Equal(new TextSpan(26, article.Text.Length), article.Body);
        Assert.Empty(article.Boilerplate);
    }

    [Fact]
    public void ANewsPageSaysWhoWroteItWhenAndWhere()
    {
        var article = News();

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal("Ana Ruiz, Ben Oto", article.Author);
        Assert.Equal(new Source("the-valley-post", "The Valley Post"), article.Source);
        Assert.Equal((new DateOnly(2026, 3, 5), DateBasis.Metadata), (article.Published.Date, article.Published.Basis));
        Assert.Equal(new DateOnly(2026, 3, 6), article.Modified);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal("https://post.example/2026/03/05/river-floods", article.Url);
    }

    [Theory]
    [InlineData("<nav>{0}</nav>")]
    [InlineData("<footer>{0}</footer>")]
    [InlineData("<aside>{0}</aside>")]
    [InlineData("<form>{0}</form>")]
    [InlineData("<figure><img src=a><figcaption>{0}</figcaption></figure>")]
    [InlineData("<div class='wp-caption'>{0}</div>")]
    [InlineData("<div class=relatedArticles>{0}</div>")]
    [InlineData("<div id=comments>{0}</div>")]
    [InlineData("<div class='social_share'>{0}</div>")]
    [InlineData("<div class='newsletter-signup'>{0}</div>")]
    [InlineData("<div class='about-author'>{0}</div>")]
    [InlineData("<div role=navigation>{0}</div>")]
    [InlineData("<div hidden>{0}</div>")]
    [InlineData("<div style='color: red; display: none'>{0}</div>")]
    [InlineData("<div><h3>Related stories</h3><p>{0}</p></div>")]
    [InlineData("<div><h3><a href=x>Another headline of another article</a></h3><p>{0}</p></div>")]
    [InlineData("<article class=card><h2>Another headline</h2><p>{0}</p></article>")]
    [InlineData("<script>{0}</script>")]
    [InlineData("<noscript>{0}</noscript>")]
    public void WhatStandsAroundTheParagraphsIsLeftOut(string markup)
    {
        var other = string.Format(System.Globalization.CultureInfo.InvariantCulture, markup, "Something else was said there, and nobody knows by whom it was.");

        var article = Reading.Page($"<body><article><h1>River floods three towns</h1><p>{First}</p>{other}<p>{Second}</p><p>{Third}</p></article></body>");

        Assert.Equal(Expected, Reading.BodyOf(article));
    }

    [Theory]
    [InlineData("<div class='page has-sidebar no-comments'>{0}</div>")]
    [InlineData("<div id=content-with-ads><div class=widget>{0}</div></div>")]
    [InlineData("<form action=x>{0}</form>")]
    [InlineData("<table><tr><td>{0}</td><td><a href=x>Home</a></td></tr></table>")]
    [InlineData("<center><font size=2>{0}</font></center>")]
    [InlineData("<div><div><div><section>{0}</section></div></div></div>")]
    public void AWrapperThatHoldsMostOfThePageIsNoFurnitureWhateverItsName(string wrapper) =>
        Assert.Equal(Expected, Reading.BodyOf(Reading.Page(string.Format(System.Globalization.CultureInfo.InvariantCulture, wrapper, Paragraphs))));

    [Theory]
    [InlineData("<p>Sign up for our <a href=x>newsletter</a>.</p>")]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<h3>Read next</h3><ul><li><a href=x>One thing that happened</a></li><li>And <a href=y>another</a></li></ul>")]
    [InlineData("<p><a href=x>Inspectors find cracks in the dam</a></p>")]
    [InlineData("<div><img src=a><br>The dam in May</div>")]
    public void FurnitureAmongTheParagraphsIsLeftOut(string markup) =>
        Assert.Equal(Expected, Reading.BodyOf(Reading.Page($"<div><p>{First}</p>{markup}<p>{Second}</p><p>{Third}</p></div>")));

    [Fact]
    public void AListAQuotationAndALinkedSentenceAreKept()
    {
        var article = Reading.Page($"<div><p>{First}</p><ol><li>One bridge is open.</li><li>Two are shut.</li></ol><p>{Second}</p>"
            + $"<blockquote class='social-embed'><p>Stay at home.</p>— The mayor (@mayor) <a href=x>March 5</a></blockquote>"
            + $"<p><a href=x>{Third}</a></p></div>");

        Assert.Equal($"{First}\n\nOne bridge is open.\n\nTwo are shut.\n\n{Second}\n\nStay at home.\n\n— The mayor (@mayor) March 5\n\n{Third}", Reading.BodyOf(article));
    }

    [Fact]
    public void TheCellsOfARowStandOnOneLine()
    {
        var article = Reading.Page($"<div><p>{First}</p><table><tr><th>Town<th>Level<tr><td>Alba<td>2.1 m</table><p>{Second}</p></div>");

        Assert.Equal($"{First}\n\nTown\tLevel\n\nAlba\t2.1 m\n\n{Second}", Reading.BodyOf(article));
    }

    [Fact]
    public void TwoLineBreaksPartParagraphs() =>
        Assert.Equal(Expected, Reading.BodyOf(Reading.Page($"<body><b>{First}</b><br><br>{Second}<br>\n<br />{Third}")));

    [Fact]
    public void WhatIsSeenOnlyUnderThePointerIsLeftOutOfItsLine()
    {
        var article = Reading.Page($"<div><p>The mayor, <span class=hover><a href=x>Ana Ruiz</a><span class='tooltip'>Ana Ruiz: all articles</span></span>, resigned. {First}</p><p>{Second}</p></div>");

        Assert.StartsWith("The mayor, Ana Ruiz , resigned.", Reading.BodyOf(article), StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralArticlesOnAPageTheOneUnderTheHeadlineIsRead()
    {
        var next = string.Concat(Enumerable.Repeat("<p>Another matter was decided in another town on the same day, and the reporters went there as well.</p>", 2));

        var article = Reading.Page($"<title>River floods three towns</title><main><article><h1>River floods three towns</h1>{Paragraphs}</article>"
            + $"<article><h1>Another matter</h1>{next}</article></main>");

        Assert.Equal(Expected, Reading.BodyOf(article));
    }

    [Fact]
    public void BrokenMarkupIsMended()
    {
        var article = Reading.Page($"<html><body><div><h1>River floods<p>{First}<p>{Second}</b></div></i><p class=\"x>{Third}\">{Third}");

        Assert.Contains(First, article.Text, StringComparison.Ordinal);
        Assert.Contains(Second, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MarkupInTextStaysText()
    {
        var article = Reading.Page($"<p>{First}</p><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp; left it at that, the clerk of the court explained to the jury.</p>");

        Assert.Contains("He wrote <script>alert(1)</script> & left it", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void APlainTextFileThatIsHtmlIsReadAsHtml()
    {
        var bytes = Encoding.UTF8.GetBytes($"\uFEFF\n<!-- saved --><!DOCTYPE html><title>A</title>{Paragraphs}");

        Assert.Equal(Expected, Reading.BodyOf(Reading.Article("page.txt", bytes)));
    }

    [Fact]
    public void AFileNamedHtmlIsReadAsHtmlWithoutAnyRoot() => Assert.Equal(Expected, Reading.BodyOf(Reading.Article("PAGE.HTM", Encoding.UTF8.GetBytes(Paragraphs))));
}
