using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Pipeline;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>Speaker, cue and content stand between marks: <c>{the mayor} &lt;said&gt; [so]</c>; sentences between bars, as the engine cuts them.</summary>
public sealed class PassageTests
{
    [Theory]
    [InlineData("|It was late.| |{The mayor} <said> [it rained].| |Then he left.|", "The mayor said it rained.")]
    [InlineData("|{The mayor} <said> [it rained]|", "The mayor said it rained")]
    [InlineData("|Why?| |“[It rained].| |[It poured],” {he} <said>.| |He left.|", "“It rained. It poured,” he said.")]
    [InlineData("|{He} came.| |And <said> [it rained].|", "He came. And said it rained.")]
    [InlineData("|One.| Advertisement {he} <said> [it rained] |Two.|", "he said it rained")]
    [InlineData("|One.|[It rained], {he} <said>.|Two.|", "It rained, he said.")]
    public void APassageIsTheSentencesFromTheFirstPartToTheLast(string marked, string expected)
    {
        var (analysis, sentences) = Build(marked);

        var passage = Assert.Single(Passages.Of(analysis, sentences));

        Assert.Equal(expected, passage.In(analysis.Article.Text).ToString());
    }

    [Fact]
    public void TextWithoutAFullStopIsNotCopiedWholeWithEachClaim()
    {
        var filler = string.Concat(Enumerable.Repeat("and so on ", 5000));
        var (analysis, sentences) = Build($"|{filler}{{he}} <said> [it rained] {filler}|");

        var passage = Assert.Single(Passages.Of(analysis, sentences));

        Assert.InRange(passage.Length, 1900, 2100);
        Assert.Equal((' ', ' '), (analysis.Article.Text[passage.Start - 1], analysis.Article.Text[passage.End]));
    }

    private static string Plain(string marked) => string.Concat(marked.Where(l => !"|{}<>[]".Contains(l)));

    private static (ArticleAnalysis Analysis, IReadOnlyList<TextSpan> Sentences) Build(string marked)
    {
        var text = Plain(marked);
        var article = new Article { FileName = "a.txt", ContentHash = new('0', 64), Text = text, Body = new(0, text.Length) };
        var claim = new Claim
        {
            Key = "k",
            Speaker = new("he", "He", null, Spans(marked, '{', '}').Single()),
            Cue = new("say", Spans(marked, '<', '>').Single()),
            Act = ClaimAct.Asserts,
            Quotation = QuotationKind.Indirect,
            Content = [.. Spans(marked, '[', ']')],
            Confidence = 1,
        };
        var pieces = marked.Split('|');
        var sentences = new List<TextSpan>();
        for (int piece = 0, start = 0; piece < pieces.Length; start += Plain(pieces[piece++]).Length)
            if (pieces[piece].Trim().Length > 0 && !pieces[piece].Contains("Advertisement")) sentences.Add(new(start, start + Plain(pieces[piece]).Length));
        return (new(article, [claim], [], [], []), sentences);
    }

    private static IEnumerable<TextSpan> Spans(string marked, char open, char close)
    {
        for (var at = marked.IndexOf(open); at >= 0; at = marked.IndexOf(open, at + 1))
            yield return new(Plain(marked[..at]).Length, Plain(marked[..marked.IndexOf(close, at)]).Length);
    }
}
