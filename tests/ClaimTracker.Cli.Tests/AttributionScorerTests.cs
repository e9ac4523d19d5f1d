using ClaimTracker.Cli.Evaluation;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Tests;

/// <summary>The measure itself, on a text small enough to count by hand.</summary>
public sealed class AttributionScorerTests
{
    private const string Text = "Ann said \U0001F600 “tax cuts failed badly”, and Bob hopes rain falls. It hurt, per Cy.";

    private static readonly Attribution Quoted = Of("Ann", "said", "“tax cuts failed badly”");
    private static readonly Attribution Hoped = Of("Bob", "hopes", "rain falls");
    private static readonly Attribution Unsourced = Of(null, "per", "It hurt");

    [Fact]
    public void WhatWasMarkedScoresOneInEveryFigure() =>
        Assert.All(Figures(Quoted, Hoped, Unsourced), f => Assert.Equal(1, f.Value));

    [Fact]
    public void NothingFoundScoresNothingInAnyFigure() => Assert.All(Figures(), f => Assert.Equal(0, f.Value));

    [Fact]
    public void ThreeWordsOfFourAreTheSameAttributionWithTheWrongSource()
    {
        var figures = Figures(Of("Bob", "said", "cuts failed badly"));

        Assert.Equal(0.5, figures["all, attribution"], 9);
        Assert.Equal(0, figures["all, attr+source"]);
        Assert.Equal(0, figures["all, content exact"]);
        Assert.Equal(0, figures["direct, source|match"]);
        Assert.Equal(1, figures["explicit, attribution"]);
        Assert.Equal(0, figures["other, attribution"]);
    }

    [Fact]
    public void AnotherCueOverTheSameWordsCountsWhereCuesAreNotLookedAt()
    {
        var figures = Figures(Quoted with { Cue = Hoped.Cue });

        Assert.Equal(0, figures["all, attribution"]);
        Assert.Equal(0.5, figures["all, attr, any cue"], 9);
    }

    [Fact]
    public void TheSameAttributionTwiceIsRightOnce() => Assert.Equal(2.0 / 3, Figures(Quoted, Quoted, Hoped)["all, attribution"], 9);

    [Fact]
    public void ASegmentIsRightToItsLastMark()
    {
        var bare = Figures(Of("Ann", "said", "tax cuts failed badly"));

        Assert.Equal(0, bare["segment exact, content"]);
        Assert.Equal(1, bare["direct, content exact"]);
        Assert.Equal(0.5, bare["segment exact, cue"], 9);
    }

    private static Dictionary<string, double> Figures(params Attribution[] found)
    {
        var scorer = new AttributionScorer();
        scorer.Add(new("a", Text, [Quoted, Hoped, Unsourced], 0), found);
        return scorer.Figures().ToDictionary(f => f.Name, f => f.Headline);
    }

    private static Attribution Of(string? source, string cue, string content) => new(source is null ? [] : [Find(source)], [Find(cue)], [Find(content)]);

    private static TextSpan Find(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
