using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Tests;

/// <summary>Texts that no newspaper prints: what is looked for must not be sought through all of a long text again and again.</summary>
public class LongTextTests
{
    private const int Letters = 4_000;

    private static readonly ClaimExtractor Extractor = new(new Dossier { Title = "", Sides = [], Actors = [], Version = "" });

    [Theory]
    [InlineData("said ")]
    [InlineData("“")]
    [InlineData("\" ")]
    [InlineData("7")]
    [InlineData("5 ")]
    [InlineData("house")]
    [InlineData("house ")]
    [InlineData("He said that ")]
    [InlineData("the army said the army said ")]
    [InlineData("Aa Bb ")]
    [InlineData("\n")]
    [InlineData("(")]
    [InlineData("killed 5 soldiers. ")]
    [InlineData("\"He said 'she said \"it' \" ")]
    [InlineData("Another official said so. ")]
    [InlineData("The paper reported that the agency said that ")]
    [InlineData("Ruritania denied the claims. ")]
    public void ATextOfNothingElseTakesMemoryByItsLength(string piece)
    {
        Extractor.Extract(Text(piece, 4 * Letters)); // so that what is kept from article to article has its size

        var shorter = Allocated(Text(piece, Letters));
        var longer = Allocated(Text(piece, 4 * Letters));

        Assert.True(longer <= 6 * shorter + 100_000, $"expected at most six times {shorter} bytes for four times the text, found {longer}");
    }

    [Fact]
    public void AWordThatWasNotReadYetHasNoMentionBeforeIt()
    {
        var analysis = Extractor.Extract(Text("said he. ", Letters));

        Assert.All(analysis.Claims, c => Assert.All(c.Content, span => Assert.InRange(span.End, span.Start + 1, analysis.Article.Text.Length)));
    }

    private static Article Text(string piece, int letters)
    {
        var text = string.Concat(Enumerable.Repeat(piece, letters / piece.Length));
        return new() { FileName = "text.txt", ContentHash = new('0', 64), Text = text, Body = new(0, text.Length) };
    }

    private static long Allocated(Article article)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Extractor.Extract(article);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
