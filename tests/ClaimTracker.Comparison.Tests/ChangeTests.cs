using ClaimTracker.Domain;
using ClaimTracker.Generation;

namespace ClaimTracker.Comparison.Tests;

/// <summary>What an index tells of its changes is all that somebody has to know who keeps its result.</summary>
public sealed class ChangeTests
{
    private static readonly Dossier Conflict = SeedDossier.Conflict;

    private static readonly IReadOnlyList<ArticleAnalysis> Articles =
        [.. GoldSeeds.Articles, .. ComparisonCase.ReadAll("conflict.txt", Conflict).SelectMany(c => c.Articles)];

    private static readonly CollectionGenerator Generator = new(5);

    private static readonly IReadOnlyList<ArticleAnalysis> Generated =
        [.. Generator.Articles(3_000).Select(a => a.Analysis), .. Enumerable.Range(0, 12).Select(n => Generator.Timed(5_000 + n, 20, busiest: n % 3 > 0).Analysis)];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void ChangesAddUpToTheResultWhateverComesGoesOrIsReadAnew(int seed) => Play(Conflict, Articles, seed, steps: 250);

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void ChangesAddUpToTheResultInALargerCollection(int seed) => Play(Generator.Dossier, Generated, seed, steps: 400);

    [Fact]
    public void AChangeIsToldUntilItIsAccepted()
    {
        var index = new ComparisonIndex(Conflict);
        foreach (var article in GoldSeeds.Articles)
            index.Add(article);

        var first = index.Changes();
        var again = index.Changes();
        index.Accept();

        Assert.NotEmpty(first.Disputes);
        Assert.NotEmpty(first.Repeats);
        Assert.NotEmpty(first.Arithmetic);
        Assert.Equal(first.Disputes, again.Disputes);
        Assert.Equal(first.Repeats, again.Repeats);
        Assert.True(index.Changes().IsNothing);
    }

    [Fact]
    public void WhatComesAndGoesBeforeItIsToldIsNothing()
    {
        var index = new ComparisonIndex(Conflict);
        foreach (var article in GoldSeeds.Articles)
            index.Add(article);
        foreach (var article in GoldSeeds.Articles)
            index.Remove(article.Article.Key);

        Assert.True(index.Changes().IsNothing);
    }

    /// <summary>A row that named the claim may have gone with the article's old reading.</summary>
    [Fact]
    public void WhatNamesAClaimOfAnArticleThatIsPutInAgainIsToldAgain()
    {
        var index = new ComparisonIndex(Conflict);
        foreach (var article in GoldSeeds.Articles)
            index.Add(article);
        var result = index.Result();
        index.Accept();
        var again = GoldSeeds.Articles[0];
        index.Add(again);

        var change = index.Changes();

        bool IsOfIt(string key) => key.StartsWith(again.Article.Key, StringComparison.Ordinal);
        Assert.Empty(change.GoneDisputes);
        Assert.Equal(
            result.Disputes.Where(d => d.Positions.Any(p => p.Claims.Any(IsOfIt) || p.Supporting.Any(IsOfIt))).Select(d => d.Slug).Order(StringComparer.Ordinal),
            change.Disputes.Select(d => d.Slug));
        Assert.Equal(result.Repeats.Where(r => r.Claims.Any(IsOfIt)).ToHashSet(), change.Repeats.ToHashSet());
        Assert.Equal(change.Repeats.ToHashSet(), change.GoneRepeats.ToHashSet());
        Assert.Equal(result.Shifts.Where(s => IsOfIt(s.Earlier) || IsOfIt(s.Later)).ToHashSet(), change.Shifts.ToHashSet());
    }

    /// <summary>Articles come, go, come back as they were, or come back otherwise read; now and then somebody looks.</summary>
    private static void Play(Dossier dossier, IReadOnlyList<ArticleAnalysis> articles, int seed, int steps)
    {
        var random = new Random(seed);
        var index = new ComparisonIndex(dossier);
        var applied = new AppliedChanges();
        var inside = new Dictionary<string, ArticleAnalysis>(StringComparer.Ordinal);
        foreach (var article in articles.Where(_ => random.Next(3) > 0))
            Put(article);

        for (var step = 0; step < steps; step++)
        {
            var article = articles[random.Next(articles.Count)];
            if (random.Next(3) == 0)
                Assert.Equal(inside.Remove(article.Article.Key), index.Remove(article.Article.Key));
            else
                Put(random.Next(2) == 0 ? article : Otherwise(article, random));
            if (random.Next(4) == 0)
                Look();
        }

        Look();
        applied.AssertIs(new ClaimComparer(dossier).Compare(inside.Values));

        void Put(ArticleAnalysis article)
        {
            inside[article.Article.Key] = article;
            index.Add(article);
        }

        void Look()
        {
            applied.Apply(index.Changes());
            index.Accept();
            applied.AssertIs(index.Result());
        }
    }

    /// <summary>The same article as another reader might have read it: some claims less, some less sure, some denied.</summary>
    private static ArticleAnalysis Otherwise(ArticleAnalysis article, Random random) => article with
    {
        Claims = [.. article.Claims.Where(_ => random.Next(5) > 0).Select(c => random.Next(4) switch
        {
            0 => c with { Confidence = Math.Round(c.Confidence / 2, 3) },
            1 => c with { Act = ClaimAct.Denies, ContentDenied = !c.ContentDenied },
            _ => c,
        })],
    };
}
