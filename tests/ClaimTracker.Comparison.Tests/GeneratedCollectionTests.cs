using ClaimTracker.Domain;
using ClaimTracker.Generation;

namespace ClaimTracker.Comparison.Tests;

public sealed class GeneratedCollectionTests
{
    private static readonly CollectionGenerator Generator = new();
    private static readonly GeneratedArticle[] Articles = [.. Generator.Articles(10_000)];

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers()
    {
        var again = new CollectionGenerator();

        foreach (var number in (int[])[0, 7, 500])
        {
            Assert.Equal(Articles[number].Analysis.Article.ContentHash, again.Article(number).Analysis.Article.ContentHash);
            Assert.Equal(Articles[number].Analysis.Claims.Select(c => c.Key), again.Article(number).Analysis.Claims.Select(c => c.Key));
        }

        Assert.NotEqual(Articles[0].Analysis.Article.ContentHash, new CollectionGenerator(2).Article(0).Analysis.Article.ContentHash);
    }

    [Fact]
    public void NoTwoArticlesOrClaimsShareAKey()
    {
        var claims = Articles.SelectMany(a => a.Analysis.Claims).Select(c => c.Key).ToList();

        Assert.Equal(Articles.Length, Articles.Select(a => a.Analysis.Article.Key).Distinct().Count());
        Assert.Equal(claims.Count, claims.Distinct().Count());
    }

    [Fact]
    public void EverySpanStandsInTheTextAndInItsSentence()
    {
        foreach (var article in Articles)
            foreach (var (claim, sentence) in article.Analysis.Claims.Zip(article.Passages))
            {
                Assert.True(sentence.End <= article.Analysis.Article.Text.Length);
                Assert.All(claim.Content, content => Assert.True(sentence.Contains(content) && content.Length > 0));
                Assert.True(sentence.Contains(claim.Speaker.Span!.Value) && sentence.Contains(claim.Cue!.Span));
                Assert.All(claim.Statistics, id => Assert.Contains(article.Analysis.Statistics, s => s.Id == id && claim.Content[0].Contains(s.Span)));
            }
    }

    [Fact]
    public void EveryoneAndEverywhereNamedIsInTheDossierOrTheArticle()
    {
        var actors = Generator.Dossier.Actors.Select(a => a.Id).ToHashSet();
        var places = Generator.Dossier.Places.Select(p => p.Id).ToHashSet();
        var topics = Generator.Dossier.Topics.Select(t => t.Id).ToHashSet();

        Assert.All(Articles.SelectMany(a => a.Analysis.Claims.Select(c => (a, c))), pair =>
        {
            Assert.True(actors.Contains(pair.c.Speaker.ActorId) || pair.a.Analysis.Actors.Any(a => a.Id == pair.c.Speaker.ActorId));
            Assert.True(pair.c.Target is null || actors.Contains(pair.c.Target));
            Assert.True(pair.c.Places.All(places.Contains));
            Assert.True(pair.c.Topics.All(topics.Contains));
        });
    }

    [Fact]
    public void ItIsSkewedAsNewsIs()
    {
        var claims = Articles.SelectMany(a => a.Analysis.Claims).ToList();
        var bySpeaker = claims.GroupBy(c => c.Speaker.ActorId).Select(g => g.Count()).OrderDescending().ToList();
        var byDay = Articles.Where(a => a.Analysis.Article.Published.Date is not null).GroupBy(a => a.Analysis.Article.Published.Date).Select(g => g.Count()).Max();

        Assert.InRange(bySpeaker.Take(20).Sum() / (double)claims.Count, 0.3, 0.7);
        Assert.True(byDay > 5 * Articles.Length / (double)(5 * 365));
        Assert.InRange(Articles.Sum(a => a.Analysis.Statistics.Count) / (double)claims.Count, 0.4, 0.8);
        Assert.InRange(claims.Count / (double)Articles.Length, 9, 11);
    }

    [Fact]
    public void ComparingItFindsDisputesRepeatsAndLookAlikes()
    {
        var found = new ClaimComparer(Generator.Dossier).Compare(Articles.Select(a => a.Analysis));

        Assert.Contains(found.Disputes, d => d.Kind == DisputeKind.Denial);
        Assert.Contains(found.Disputes, d => d.Kind == DisputeKind.Figure);
        Assert.NotEmpty(found.Repeats);
        Assert.NotEmpty(found.NotComparable);
    }
}
