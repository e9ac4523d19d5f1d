using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Pipeline;

namespace ClaimTracker.Ingestion.Tests;

/// <summary>Speaker, cue and content stand between marks: <c>{the mayor} &lt;said&gt; [so]</c>; the passage between bars.</summary>
public sealed class PassageTests
{
    [Theory]
    [InlineData("It was late. |{The mayor} <said> [it rained].| Then he left.")]
    [InlineData("|{The mayor} <said> [it rained]|")]
    [InlineData("One.\n|“[It rained],” {Lt. Gen. Ruiz} <said> on Nov. 3.| “So what?” he asked.")]
    [InlineData("Why? |“[It rained]. [It poured],” {he} <said>.| He left.")]
    [InlineData("He slept! |[It rained, at 3.5 a.m. or so], {he} <said>.| (He left.)")]
    [InlineData("A headline\n|{He} <said> [it rained].|\nAnother paragraph.")]
    [InlineData("First. |“[It rained. It poured],” {he} <said>.| Last.")]
    [InlineData("|{The U.S.} <says> [the U.S. Army slept].| It did.")]
    public void APassageIsTheSentencesFromTheFirstPartToTheLast(string marked)
    {
        var (analysis, text) = Build(marked);

        var passage = Assert.Single(Passages.Of(analysis));

        Assert.Equal(Plain(marked.Split('|')[1]), passage.In(text).ToString());
    }

    [Fact]
    public void TextWithoutAFullStopIsNotCopiedWholeWithEachClaim()
    {
        var (analysis, text) = Build($"{string.Concat(Enumerable.Repeat("and so on ", 5000))}{{he}} <said> [it rained] {string.Concat(Enumerable.Repeat("and so on ", 5000))}");

        var passage = Assert.Single(Passages.Of(analysis));

        Assert.InRange(passage.Length, 1000, 2100);
        Assert.Equal((' ', ' '), (text[passage.Start - 1], text[passage.End]));
    }

    private static string Plain(string marked) => string.Concat(marked.Where(l => !"|{}<>[]".Contains(l)));

    private static (ArticleAnalysis Analysis, string Text) Build(string marked)
    {
        var text = Plain(marked);
        var article = new Article { FileName = "a.txt", ContentHash = new('0', 64), Text = text, Body = new(0, text.Length) };
        var content = Spans(marked, '[', ']').ToList();
        var claim = new Claim
        {
            Key = "k",
            Speaker = new("he", "He", null, Spans(marked, '{', '}').Single()),
            Cue = new("say", Spans(marked, '<', '>').Single()),
            Act = ClaimAct.Asserts,
            Quotation = QuotationKind.Indirect,
            Content = content,
            Confidence = 1,
        };
        return (new(article, [claim], [], [], []), text);
    }

    private static IEnumerable<TextSpan> Spans(string marked, char open, char close)
    {
        for (var at = marked.IndexOf(open); at >= 0; at = marked.IndexOf(open, at + 1))
            yield return new(Plain(marked[..at]).Length, Plain(marked[..marked.IndexOf(close, at)]).Length);
    }
}
