using Xunit.Abstractions;

namespace ClaimTracker.Comparison.Tests;

/// <summary>The five seed articles, as their reference annotation has them.</summary>
public sealed class SeedComparisonTests(ITestOutputHelper output)
{
    [Fact]
    public void TheSeedsReachTheRecordedFigures()
    {
        var found = new ClaimComparer(SeedDossier.Conflict).Compare(GoldSeeds.Articles);

        var score = PairScore.Of(found);

        foreach (var dispute in found.Disputes)
        {
            output.WriteLine($"{dispute.Score} {dispute.Slug}: {dispute.Question} | {dispute.Why} | {dispute.Difference} | {string.Join("; ", dispute.Features)}");
            foreach (var position in dispute.Positions)
                output.WriteLine($"   {position.Side}: {string.Join(' ', position.Claims)} + {string.Join(' ', position.Supporting)}");
        }

        foreach (var repeat in found.Repeats)
            output.WriteLine($"repeat: {string.Join(' ', repeat.Claims)} {repeat.Why}");
        foreach (var check in found.Arithmetic)
            output.WriteLine($"{check.Kind} {check.Holds}: {check.Why}");
        foreach (var pair in found.NotComparable)
            output.WriteLine(pair.ToString());
        output.WriteLine(score.ToString());
        foreach (var note in score.Notes)
            output.WriteLine(note);
        Assert.Empty(score.Broken);
        Assert.Equal(score.Disputes, score.DisputesFound);
        Assert.True(score.Precision >= 0.95, score.ToString());
        Assert.True(score.Recall >= 0.85, score.ToString());
        Assert.Equal(score.Repeats, score.RepeatsFound);
        Assert.Equal(score.Sums, score.SumsFound);
    }
}
