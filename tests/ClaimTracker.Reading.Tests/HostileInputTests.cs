using System.Text;

namespace ClaimTracker.Reading.Tests;

/// <summary>Input that would overflow a stack or take the square of its length. Without the guards these tests end the run, or never end.</summary>
public sealed class HostileInputTests
{
    private const string Sentence = "The river rose by two metres overnight, the water authority of the province said, and three bridges were closed.";

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<span><div></span>")]
    [InlineData("<a href=x><div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote><p>")]
    [InlineData("<button><p>")]
    [InlineData("<unknown-element/>")]
    public void FiftyThousandNestedElementsAreRead(string unit)
    {
        var page = string.Concat(Enumerable.Repeat(unit, 50_000)) + $"<p>{Sentence}</p>";

        Assert.True(Reads(page) is var read && (read is ReadOutcome.Rejected || Text(read).Contains("river rose", StringComparison.Ordinal)));
    }

    [Fact]
    public void TextInsideFiftyThousandElementsIsFound()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 50_000)) + $"<p>{Sentence}</p>" + string.Concat(Enumerable.Repeat("</div>", 50_000));

        Assert.Equal(Sentence, Text(Reads(page)));
    }

    [Fact]
    public void UnclosedEmphasisInEveryParagraphIsRead()
    {
        var page = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p><font color={i}>{Sentence}"));

        Assert.Equal(20_000, Text(Reads(page)).Split("\n\n").Length);
    }

    [Fact]
    public void AnElementWithAMillionAttributesIsRead()
    {
        var page = "<div " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => $"a{i}")) + $"><p>{Sentence}</p></div>";

        Assert.Equal(Sentence, Text(Reads(page)));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("<!--")]
    [InlineData("<a ")]
    [InlineData("\"'=")]
    [InlineData("</p>")]
    [InlineData("<script>")]
    [InlineData("x<br>")]
    [InlineData("word ")]
    public void ThreeMegabytesOfOneThingAreReadOrRefused(string unit)
    {
        var page = $"<p>{Sentence}</p>" + string.Concat(Enumerable.Repeat(unit, 3_000_000 / unit.Length));

        Assert.NotNull(Reads(page));
    }

    [Theory]
    [InlineData("Comments\n")]
    [InlineData("(\n")]
    [InlineData("Two words\n")]
    [InlineData("March 5, 2026\n")]
    [InlineData("Two words\nComments\n")]
    [InlineData("By A\n")]
    [InlineData("since May 4, 1 a day ")]
    [InlineData("word ")]
    [InlineData("LIMA (")]
    public void ThreeMegabytesOfPlainTextAreRead(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 3_000_000 / unit.Length));

        var article = Reading.Text(text);

        Assert.NotNull(Domain.ArticleText.Paragraphs(article));
    }

    [Fact]
    public void LinkedDataNestedWithoutEndSaysNothing()
    {
        var page = $"<script type='application/ld+json'>{new string('[', 100_000)}</script><p>{Sentence}</p>";

        Assert.Equal(Sentence, Text(Reads(page)));
    }

    private static ReadOutcome Reads(string page) => ArticleReader.Read("page.html", Encoding.UTF8.GetBytes(page));

    private static string Text(ReadOutcome outcome) => Assert.IsType<ReadOutcome.Read>(outcome).Article.Text;
}
