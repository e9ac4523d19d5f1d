using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Tests;

public sealed class PlainTextTests
{
    private const string Body = "The river rose by two metres overnight, the water authority of the province said, and three bridges were closed to all traffic.";
    private const string More = "Schools on both banks stay closed until the end of the week, a spokeswoman for the district added in the evening.";

    [Fact]
    public void OnlyTheByteOrderMarkIsTakenFromTheText()
    {
        var text = "  " + Body + "\r\n\r\n\t" + More + "\u00A0\n";

        var article = Reading.Text("\uFEFF" + text);

        Assert.Equal(text, article.Text);
        Assert.False(article.FromHtml);
        Assert.Equal(text.Trim(), Reading.BodyOf(article));
    }

    [Theory]
    [InlineData("River floods three towns")]
    [InlineData("River floods three towns: water authority")]
    [InlineData("‘We had no warning,’ says mayor of flooded town")]
    [InlineData("Will the dam hold?")]
    [InlineData("Minister Says Dam Will Hold Through Winter.")]
    public void AShortLineAboveTheTextIsItsTitle(string title)
    {
        var article = Reading.Text($"{title}\n\n{Body}\n\n{More}");

        Assert.Equal(title, article.Title);
        Assert.Equal(new TextSpan(0, title.Length), article.TitleSpan);
        Assert.Equal($"{Body}\n\n{More}", Reading.BodyOf(article));
    }

    [Fact]
    public void ADateBeforeTheTitleIsThePublishedDateAndNoPartOfTheTitle()
    {
        var article = Reading.Text($" date 2026-03-05 River floods three towns\n3/5/2026 3:15:42 PM\n(ABCDE- Northern News Network)\n\nLIMA: {Body}\n\n{More}");

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published.Date);
        Assert.Equal("LIMA", article.Dateline);
        Assert.Equal(3, article.Boilerplate.Count);
    }

    [Fact]
    public void AnotherDateBehindTheFirstIsNoTitle()
    {
        var article = Reading.Text($" date 2026-03-05 Tuesday, 02 January 2024 12:17 GMT\nRiver floods three towns\n\n{Body}\n\n{More}");

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published.Date);
    }

    [Fact]
    public void PublishedAndUpdatedOnOneLineAreBothRead()
    {
        var article = Reading.Text($"River floods three towns\n\nWeb Desk Published March 5, 2026 Updated March 6, 2026 05:22pm\n\n{Body}\n\n{More}");

        Assert.Equal(new DateOnly(2026, 3, 5), article.Published.Date);
        Assert.Equal(new DateOnly(2026, 3, 6), article.Modified);
    }

    [Theory]
    [InlineData("The Associated Press")]
    [InlineData("(ABCDE- Northern News Network)")]
    public void WhoPassedTheReportOnIsNoTitle(string line) => Assert.Null(Reading.Text($"{line}\n\n{Body}\n\n{More}").Title);

    [Fact]
    public void TheNameOfTheSiteAboveTheTitleIsNotTheTitle() =>
        Assert.Equal("River floods three towns", Reading.Text($"Valley News\n\nRiver floods three towns\n\n{Body}\n\n{More}").Title);

    [Theory]
    [InlineData("The river rose by two metres overnight.")]
    [InlineData("The authority said this:")]
    [InlineData("LIMA: The river rose overnight")]
    [InlineData("Flood")]
    public void ASentenceAListOrADatelineIsNoTitle(string line) => Assert.Null(Reading.Text($"{line}\n\n{Body}\n\n{More}").Title);

    [Theory]
    [InlineData("Sandbags on the north bank of the river on Tuesday. — AFP/File")]
    [InlineData("Sandbags on the north bank — Reuters")]
    [InlineData("The mayor speaks to reporters at the town hall. —Town Press Office")]
    [InlineData("The dam in May. Photo: Ana Ruiz")]
    [InlineData("PHOTO: REUTERS/FILE")]
    [InlineData("Mayor Ana Ruiz (Pic via X)")]
    [InlineData("The dam in May (File photo)")]
    public void TheLineBelowAPictureIsBoilerplate(string line) =>
        Assert.Equal([line], Reading.BoilerplateOf(Reading.Text($"{Body}\n\n{line}\n\n{More}")));

    [Theory]
    [InlineData("The mayor, he said, had one wish — peace")]
    [InlineData("“We will rebuild.” — the mayor")]
    [InlineData("Nothing was left of the bridge - nothing.")]
    [InlineData("The plan was simple: Stay at home.")]
    public void ALineWithADashIsBody(string line) => Assert.Empty(Reading.Text($"{Body}\n\n{line}\n\n{More}").Boilerplate);

    [Theory]
    [InlineData("Staff Reporter | March 5, 2026 10:30 am")]
    [InlineData("Ana Ruiz, 5 March 2026")]
    public void ALineBelowTheTitleThatEndsInADateIsItsStamp(string line)
    {
        var article = Reading.Text($"River floods three towns\n{line}\n\n{Body}");

        Assert.Equal([line], Reading.BoilerplateOf(article));
        Assert.Equal(new DateOnly(2026, 3, 5), article.Published.Date);
    }

    [Fact]
    public void ALineAboveTheTitleIsBoilerplate()
    {
        var article = Reading.Text($"Valley\n\nRiver floods three towns\n\n{Body}");

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal(["Valley"], Reading.BoilerplateOf(article));
    }

    [Fact]
    public void ALineWithoutTextBelowIsNoTitle() => Assert.Null(Reading.Text("River floods three towns").Title);

    [Fact]
    public void ALineThatGoesOnInLowerCaseIsNoTitle() => Assert.Null(Reading.Text($"River floods three towns\nand a village. {Body}\n{More}").Title);

    [Fact]
    public void ALabelledTitleIsReadWithoutItsLabel()
    {
        var article = Reading.Text($"Title: River floods three towns\nAuthor: Ana Ruiz and Ben Oto\nSource: The Valley Post\n\n{Body}");

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal("Ana Ruiz and Ben Oto", article.Author);
        Assert.Equal(new Source("the-valley-post", "The Valley Post"), article.Source);
        Assert.Equal(Body, Reading.BodyOf(article));
        Assert.Equal(["Title: ", "Author: Ana Ruiz and Ben Oto", "Source: The Valley Post"], Reading.BoilerplateOf(article));
    }

    [Fact]
    public void ATitleThatIsRepeatedIsBoilerplateFromTheSecondTimeOn()
    {
        var article = Reading.Text($"River floods three towns\n\nRiver Floods Three Towns\n\n{Body}\n\nRiver floods three towns");

        Assert.Equal(new TextSpan(0, 24), article.TitleSpan);
        Assert.Equal([new TextSpan(26, 50), new TextSpan(54 + Body.Length, 78 + Body.Length)], article.Boilerplate);
        Assert.Equal(Body, Reading.BodyOf(article));
    }

    [Theory]
    [InlineData("Comments")]
    [InlineData("12 Comments")]
    [InlineData("Post a Comment")]
    [InlineData("Previous Post Next Post")]
    [InlineData("Advertisement")]
    [InlineData("ADVERTISEMENT")]
    [InlineData("Read more: Dam inspectors find cracks")]
    [InlineData("Also Read | Dam inspectors find cracks")]
    [InlineData("Share this:")]
    [InlineData("Share on Facebook")]
    [InlineData("Click to share on Twitter (Opens in new window)")]
    [InlineData("Facebook Twitter WhatsApp Email")]
    [InlineData("Subscribe to our newsletter")]
    [InlineData("Sign up for our daily briefing")]
    [InlineData("Follow us on Instagram")]
    [InlineData("See the released footage by the agency here.")]
    [InlineData("Related: Dam inspectors find cracks")]
    [InlineData("You may also like")]
    [InlineData("Published in The Valley Post, November 26th, 2025")]
    [InlineData("Last updated: March 5, 2026 10:30 pm")]
    [InlineData("5 min read")]
    [InlineData("© 2025 The Valley Post. All rights reserved.")]
    [InlineData("This website uses cookies to improve your experience.")]
    public void FurnitureIsBoilerplateWhereverItStands(string line)
    {
        var article = Reading.Text($"{Body}\n\n{line}\n\n{More}\n\n{line}");

        Assert.Equal([line, line], Reading.BoilerplateOf(article));
        Assert.EndsWith(More, Reading.BodyOf(article), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Comments by the minister were not available on Monday, his office said in the evening.")]
    [InlineData("Share prices of the builder fell by a tenth.")]
    [InlineData("Read the report, she told the members of the committee twice.")]
    [InlineData("By Tuesday the water had reached the square.")]
    [InlineData("Home was no longer safe, he said.")]
    public void ASentenceThatBeginsLikeFurnitureIsBody(string line) => Assert.Empty(Reading.Text($"{Body}\n\n{line}\n\n{More}").Boilerplate);

    [Theory]
    [InlineData("By Ana Ruiz", "Ana Ruiz")]
    [InlineData("BY ANA RUIZ AND BEN OTO", "ANA RUIZ AND BEN OTO")]
    [InlineData("By Ana Ruiz | November 25, 2025", "Ana Ruiz")]
    [InlineData("Written by: Ana Ruiz", "Ana Ruiz")]
    public void ABylineAboveTheTextIsTheAuthorAndBoilerplate(string line, string author)
    {
        var article = Reading.Text($"River floods three towns\n{line}\n\n{Body}");

        Assert.Equal(author, article.Author);
        Assert.Equal([line], Reading.BoilerplateOf(article));
    }

    [Theory]
    [InlineData("Reporting by Ana Ruiz; editing by Ben Oto")]
    [InlineData("With input from AFP")]
    [InlineData("Ana Ruiz contributed to this report.")]
    [InlineData("Agencies")]
    public void CreditsBelowTheTextAreBoilerplate(string line)
    {
        var article = Reading.Text($"{Body}\n\n{More}\n\n{line}");

        Assert.Equal([line], Reading.BoilerplateOf(article));
        Assert.Equal($"{Body}\n\n{More}", Reading.BodyOf(article));
    }

    [Fact]
    public void BoilerplateIsInReadingOrderAndApart()
    {
        var article = Reading.Text($"Home\nRiver floods three towns\nShare\n date 2026-03-05 LIMA: {Body}\nAdvertisement\n{More}\nComments\nPost a Comment");

        Assert.Equal(["Home", "Share", "date 2026-03-05", "Advertisement", "Comments", "Post a Comment"], Reading.BoilerplateOf(article));
        Assert.All(article.Boilerplate.Zip(article.Boilerplate.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void ATextOfFurnitureAloneHasAnEmptyBody()
    {
        var article = Reading.Text("Comments\nPost a Comment");

        Assert.Equal(0, article.Body.Length);
        Assert.Equal(2, article.Boilerplate.Count);
    }

    [Fact]
    public void ATextBrokenIntoShortLinesIsReadByParagraphs()
    {
        var text = "River floods three towns\n\nThe river rose by two metres overnight, the water authority of\nthe province said, and three bridges were closed to all\n"
            + "traffic until further notice, which the mayor called a\nprecaution.\n\nSchools on both banks stay closed until the end of the week, a\nspokeswoman for the district added in the evening.";

        var article = Reading.Text(text);

        Assert.Equal("River floods three towns", article.Title);
        Assert.Equal(3, ArticleText.Paragraphs(article).Count);
    }
}
