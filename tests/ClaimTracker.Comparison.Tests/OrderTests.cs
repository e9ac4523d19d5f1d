using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>What is found depends on the articles alone, not on the order in which they came or on what came and went between.</summary>
public sealed class OrderTests
{
    private static readonly IReadOnlyList<ArticleAnalysis> Articles =
        [.. GoldSeeds.Articles, .. ComparisonCase.ReadAll("conflict.txt", SeedDossier.Conflict).SelectMany(c => c.Articles)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AnyOrderOfArticlesGivesTheSame(int seed)
    {
        var comparer = new ClaimComparer(SeedDossier.Conflict);
        var shuffled = Articles.ToArray();
        new Random(seed).Shuffle(shuffled);

        var first = Written(comparer.Compare(Articles));
        var second = Written(comparer.Compare(shuffled));

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void ArticlesThatComeAndGoLeaveNothingBehind(int seed)
    {
        var random = new Random(seed);
        var index = new ComparisonIndex(SeedDossier.Conflict);
        HashSet<ArticleAnalysis> inside = [];

        for (var step = 0; step < 200; step++)
        {
            var article = Articles[random.Next(Articles.Count)];
            if (inside.Add(article))
                index.Add(article);
            else if (inside.Remove(article))
                Assert.True(index.Remove(article.Article.Key));
            if (step % 20 == 0)
                Assert.Equal(Written(new ClaimComparer(SeedDossier.Conflict).Compare(inside)), Written(index.Result()));
        }

        Assert.Equal(inside.Count, index.Count);
    }

    [Fact]
    public void EverySlugIsThereOnce()
    {
        var found = new ClaimComparer(SeedDossier.Conflict).Compare(Articles);

        Assert.Equal(found.Disputes.Count, found.Disputes.Select(d => d.Slug).Distinct().Count());
    }

    private static string Written(Comparisons found) => string.Join('\n', found.Disputes.Select(Written)
        .Concat(found.Repeats.Select(r => $"{string.Join(' ', r.Claims)} {r.Why} {string.Join(';', r.Features)} {r.Score}"))
        .Concat(found.Arithmetic.Select(a => a.ArticleKey + a.Total + a.Why))
        .Concat(found.NotComparable.Select(p => $"{p} {string.Join(';', p.Features)}"))
        .Concat(found.Shifts.Select(s => $"{s} {string.Join(';', s.Features)}"))
        .Concat(found.Origins.Select(o => $"{string.Join(' ', o.Articles)} {o.Agency} {o.Why} {string.Join(';', o.Features)} {o.Score}")));

    private static string Written(Dispute dispute) =>
        $"{dispute.Slug} {dispute.Question} {dispute.Kind} {dispute.Score} {dispute.Why} {dispute.Difference} {dispute.From} {dispute.To} {string.Join(';', dispute.Features)} "
        + $"{string.Join(';', dispute.Topics)} {string.Join('|', dispute.Positions.Select(p => $"{p.Side}: {string.Join(' ', p.Claims)}+{string.Join(' ', p.Supporting)}"))}";
}
