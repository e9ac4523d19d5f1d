using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Tests;

public sealed class ReaderTests
{
    private const string Text = "The bridge is closed, the mayor said. It opens in May.";

    [Fact]
    public void WordsOfAClaimAreMarkedAndNumberedWhereTheyEnd()
    {
        var reader = Read(Text, Claim((0, 20)));

        Assert.Equal("[1:The bridge is closed](1), the mayor said. It opens in May.", Draw(Text, reader.Body[0].Nodes));
    }

    [Fact]
    public void AClaimInsideAnotherIsAMarkInsideAMark()
    {
        var reader = Read(Text, Claim((0, 20)), Claim((4, 10)));

        Assert.Equal("[1:The [2:bridge](2) is closed](1), the mayor said. It opens in May.", Draw(Text, reader.Body[0].Nodes));
    }

    [Fact]
    public void TwoClaimsOfTheSameWordsAreNumberedAfterThem()
    {
        var reader = Read(Text, Claim((0, 20)), Claim((0, 20), cue: 30));

        Assert.Equal("[1:[2:The bridge is closed]](1)(2), the mayor said. It opens in May.", Draw(Text, reader.Body[0].Nodes));
    }

    [Fact]
    public void WhereClaimsCrossTheLaterIsParted()
    {
        var reader = Read(Text, Claim((0, 10)), Claim((4, 20)));

        Assert.Equal("[1:The [2:bridge]](1)[2… is closed](2), the mayor said. It opens in May.", Draw(Text, reader.Body[0].Nodes));
    }

    [Fact]
    public void WordsPartedByTheirCueAreOneClaim()
    {
        var reader = Read(Text, Claim([(0, 20), (38, 53)]));

        Assert.Equal("[1:The bridge is closed], the mayor said. [1…It opens in May](1).", Draw(Text, reader.Body[0].Nodes));
    }

    [Fact]
    public void NotesNameTheClaimBeforeAndAfter()
    {
        var reader = Read(Text, Claim((0, 10)), Claim((11, 20)), Claim((38, 53)));

        Assert.Equal([(null, 2), (1, 3), (2, (int?)null)], reader.Notes.Select(n => (Number(n.Previous), Number(n.Next))));

        int? Number(ClaimRow? claim) => claim is null ? null : reader.Notes.Single(n => n.Claim.Key == claim.Key).Number;
    }

    [Fact]
    public void ANoteStandsBesideTheParagraphInWhichItsClaimBegins()
    {
        const string text = "He said: “First line.\nSecond line.”";

        var reader = Read(text, Claim([(10, 20), (22, 33)]));

        Assert.Equal([1, 0], reader.Body.Select(p => p.Notes.Count));
    }

    [Fact]
    public void BoilerplateIsLeftOutAndKeptForTheFold()
    {
        const string text = "First part. SHARE Second part.\nPost a Comment";
        var article = Article(text) with { Boilerplate = [new(12, 18), new(31, 45)] };

        var reader = Reader.Of(new ArticleDetail(article, [], [], null, null));

        Assert.Equal("First part. […]Second part.", Draw(text, Assert.Single(reader.Body).Nodes));
        Assert.Equal(["SHARE ", "Post a Comment"], reader.LeftOut.Select(s => text[s.Start..s.End]));
    }

    [Fact]
    public void AHundredClaimsInsideEachOtherAreDrawnWithoutEnd()
    {
        var text = new string('x', 400);

        var reader = Read(text, [.. Enumerable.Range(0, 100).Select(i => Claim((i, 400 - i)))]);

        Assert.Equal(100, reader.Notes.Count);
        Assert.Equal(text.Length, Letters(reader.Body[0].Nodes));
    }

    [Fact]
    public void LinesAreParagraphsUnlessTheyWereBrokenByHand()
    {
        const string lines = "One long line of an article that goes on.\nAnother one.";
        const string broken = "One line that was\nbroken by hand.\n\nThe next\nparagraph.";

        Assert.Equal(2, Paragraphs.Of(lines, new(0, lines.Length)).Count);
        Assert.Equal(["One line that was\nbroken by hand.", "The next\nparagraph."],
            Paragraphs.Of(broken, new(0, broken.Length)).Select(p => broken[p.Start..p.End]));
    }

    private static Reader Read(string text, params ClaimRow[] claims) => Reader.Of(new ArticleDetail(Article(text), claims, [], null, null));

    private static Article Article(string text) =>
        new() { FileName = "a.txt", ContentHash = new string('0', 64), Text = text, Body = new(0, text.Length) };

    private static ClaimRow Claim((int, int) content, int? cue = null) => Claim([content], cue);

    private static ClaimRow Claim((int, int)[] content, int? cue = null) => Rows.Claim("", cue: cue is { } at ? (at, at + 1) : null, content: content);

    private static string Draw(string text, IReadOnlyList<ReaderNode> nodes) => string.Concat(nodes.Select(node => node switch
    {
        ReaderNode.Words words => text[words.Span.Start..words.Span.End],
        ReaderNode.Marked marked => $"[{marked.Note.Number}{(marked.First ? ":" : "…")}{Draw(text, marked.Inner)}]",
        ReaderNode.Reference reference => $"({reference.Note.Number})",
        _ => "[…]",
    }));

    private static int Letters(IReadOnlyList<ReaderNode> nodes) => nodes.Sum(node => node switch
    {
        ReaderNode.Words words => words.Span.Length,
        ReaderNode.Marked marked => Letters(marked.Inner),
        _ => 0,
    });
}
