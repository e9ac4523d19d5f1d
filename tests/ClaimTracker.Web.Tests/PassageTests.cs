using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Web.Tests;

public sealed class PassageTests
{
    [Fact]
    public void APassageIsCutIntoSourceCueContentAndFrame()
    {
        var claim = Rows.Claim("The mayor said the bridge is closed, officials noted.", source: (4, 9), cue: (10, 14), content: [(15, 35)]);

        var passage = Passage.Of(claim);

        Assert.Equal(
            [("The ", PassagePart.Frame), ("mayor", PassagePart.Source), (" ", PassagePart.Frame), ("said", PassagePart.Cue), (" ", PassagePart.Frame),
                ("the bridge is closed", PassagePart.Content), (", officials noted.", PassagePart.Frame)],
            passage.Runs.Select(r => (passage.Words(r.Span), r.Is)));
    }

    [Fact]
    public void ACueInsideTheWordsStaysACue()
    {
        var claim = Rows.Claim("The bridge, she said, is closed.", source: (12, 15), cue: (16, 20), content: [(0, 31)]);

        var passage = Passage.Of(claim);

        Assert.Equal(
            [("The bridge, ", PassagePart.Content), ("she", PassagePart.Source), (" ", PassagePart.Content), ("said", PassagePart.Cue),
                (", is closed", PassagePart.Content), (".", PassagePart.Frame)],
            passage.Runs.Select(r => (passage.Words(r.Span), r.Is)));
    }

    [Fact]
    public void SpansAreInTheArticlesTextNotInThePassage()
    {
        var claim = Rows.Claim("She said no.", source: (100, 103), cue: (104, 108), content: [(109, 111)], passageStart: 100);

        var passage = Passage.Of(claim);

        Assert.Equal("no", passage.Words(passage.Runs.Single(r => r.Is is PassagePart.Content).Span));
    }

    [Fact]
    public void CutPiecesPutTogetherAreTheTextWhateverTheMarks()
    {
        var spans = Gen.Choose(0, 60).SelectMany(a => Gen.Choose(0, 30).Select(b => (new TextSpan(a, a + b), b % 5)));
        var cases = Gen.Choose(0, 40).SelectMany(start => Gen.Choose(0, 20).SelectMany(length => spans.ListOf().Select(marks => (start, length, marks))));

        Prop.ForAll(Arb.From(cases), c =>
        {
            var range = new TextSpan(c.start, c.start + c.length);
            var runs = TextRuns.Cut(range, [.. c.marks], -1);
            Assert.Equal(range.Length, runs.Sum(r => r.Span.Length));
            Assert.All(runs.Zip(runs.Skip(1)), pair =>
            {
                Assert.Equal(pair.First.Span.End, pair.Second.Span.Start);
                Assert.NotEqual(pair.First.Is, pair.Second.Is);
            });
            Assert.All(runs, r => Assert.Equal(r.Is, c.marks.Where(m => m.Item1.Contains(r.Span.Start)).Select(m => m.Item2).FirstOrDefault(-1)));
        }).QuickCheckThrowOnFailure();
    }
}
