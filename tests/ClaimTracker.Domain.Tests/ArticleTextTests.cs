namespace ClaimTracker.Domain.Tests;

public sealed class ArticleTextTests
{
    [Fact]
    public void EachLineIsAParagraphAndTheTitleIsTheFirst()
    {
        var article = Of("A title\n\nFirst one.\nSecond one.\r\n\r\n  Third one. \n", body: (9, 49), title: (0, 7));

        Assert.Equal(["A title", "First one.", "Second one.", "Third one."], Words(article));
    }

    [Fact]
    public void BoilerplateOnLinesOfItsOwnIsLeftOut()
    {
        var article = Of("First one.\nComments\nSecond one.", body: (0, 31), boilerplate: [(11, 19)]);

        Assert.Equal(["First one.", "Second one."], Words(article));
    }

    [Fact]
    public void BoilerplateAtTheEdgesOfAParagraphIsCutOffAndInsideItStays()
    {
        var article = Of(" date LIMA: A (tag) b. Share", body: (1, 28), boilerplate: [(1, 5), (14, 19), (23, 28)]);

        Assert.Equal(["LIMA: A (tag) b."], Words(article));
    }

    [Fact]
    public void LinesBrokenToAWidthAreOneParagraphUpToAnEmptyLine()
    {
        const string Broken = "The river rose by two metres overnight, the water authority of\nthe province said, and three bridges were closed to all the\n"
            + "traffic until further notice, which the mayor called a mere\nprecaution.\n\nSchools stay closed until the end of the week, a spokesman for\nthe district said.";

        Assert.Equal(2, Words(Of(Broken, body: (0, Broken.Length))).Length);
    }

    [Fact]
    public void AnEmptyBodyHasNoParagraphs() => Assert.Empty(ArticleText.Paragraphs(Of("Comments", body: (8, 8), boilerplate: [(0, 8)])));

    [Theory]
    [InlineData("", new[] { "" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\nb", new[] { "a", "b" })]
    [InlineData("a\r\nb\rc\u2028d", new[] { "a", "b", "c", "d" })]
    [InlineData("a\n\n", new[] { "a", "", "" })]
    public void LinesEndAtAnyLineEnd(string text, string[] lines) =>
        Assert.Equal(lines, ArticleText.Lines(text, new TextSpan(0, text.Length)).Select(line => line.In(text).ToString()));

    [Fact]
    public void TrimmingNothingButWhiteSpaceIsEmptyAtItsStart() => Assert.Equal(new TextSpan(1, 1), ArticleText.Trim("a \t b", new TextSpan(1, 4)));

    private static string[] Words(Article article) => [.. ArticleText.Paragraphs(article).Select(span => span.In(article.Text).ToString())];

    private static Article Of(string text, (int Start, int End) body, (int Start, int End)? title = null, (int Start, int End)[]? boilerplate = null) => new()
    {
        FileName = "a.txt",
        ContentHash = new string('0', 64),
        Text = text,
        Body = new TextSpan(body.Start, body.End),
        TitleSpan = title is { } t ? new TextSpan(t.Start, t.End) : null,
        Boilerplate = [.. (boilerplate ?? []).Select(span => new TextSpan(span.Start, span.End))],
    };
}
