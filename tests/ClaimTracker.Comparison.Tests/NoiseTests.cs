using ClaimTracker.Domain;
using Xunit.Abstractions;

namespace ClaimTracker.Comparison.Tests;

/// <summary>An engine misses days, topics and targets: then fewer disputes are found, and none that are not there.</summary>
public sealed class NoiseTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(1.0)]
    public void WhatIsMissingCostsRecallAndNotPrecision(double share)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var articles = GoldSeeds.Articles.Select(a => a with { Claims = [.. a.Claims.Select(c => Without(c, random, share))] });

            var score = PairScore.Of(new ClaimComparer(SeedDossier.Conflict).Compare(articles));

            output.WriteLine($"{share} {seed}: {score}");
            foreach (var note in score.Notes.Where(n => n.StartsWith("wrong", StringComparison.Ordinal)))
                output.WriteLine(note);
            Assert.Empty(score.Broken);
            Assert.True(score.Precision >= 0.93, score.ToString());
        }
    }

    private static Claim Without(Claim claim, Random random, double share) => claim with
    {
        EventDate = random.NextDouble() < share ? null : claim.EventDate,
        SaidOn = random.NextDouble() < share ? null : claim.SaidOn,
        Target = random.NextDouble() < share ? null : claim.Target,
        Topics = random.NextDouble() < share ? [] : claim.Topics,
        Places = random.NextDouble() < share ? [] : claim.Places,
    };
}
