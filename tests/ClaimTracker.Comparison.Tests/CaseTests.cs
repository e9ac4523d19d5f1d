using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>The cases under Cases/: each construction with its look-alikes.</summary>
public sealed class CaseTests
{
    private static readonly Dictionary<string, ComparisonCase> Known = new[] { "conflict.txt" }
        .SelectMany(f => ComparisonCase.ReadAll(f, SeedDossier.Conflict)).Concat(ComparisonCase.ReadAll("weir.txt", WeirDossier.Conflict))
        .ToDictionary(c => c.Name);

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AComparisonGivesWhatItsCaseExpects(string name)
    {
        var comparison = Known[name];

        var found = new ClaimComparer(comparison.Name.StartsWith("Weir", StringComparison.Ordinal) ? WeirDossier.Conflict : SeedDossier.Conflict)
            .Compare(comparison.Articles);

        Assert.NotEmpty(comparison.Expected);
        Assert.All(comparison.Expected, e => Assert.True(Holds(e, found), $"expected {e}, found {Describe(found)}"));
    }

    private static bool Holds(Expectation expected, Comparisons found) => expected.Kind switch
    {
        "asks" => found.Disputes.Any(d => d.Question.StartsWith(expected.First, StringComparison.Ordinal)),
        "none" => found.Disputes.Count == 0,
        "not" => !found.Disputes.Any(d => Oppose(d, expected)),
        "apart" => found.NotComparable.Any(p => (p.First, p.Second) == (expected.First, expected.Second) || (p.Second, p.First) == (expected.First, expected.Second)),
        "repeat" => found.Repeats.Any(r => r.Claims.Contains(expected.First) && r.Claims.Contains(expected.Second)),
        _ => found.Disputes.Any(d => d.Kind == Enum.Parse<DisputeKind>(expected.Kind, true) && Oppose(d, expected)),
    };

    private static bool Oppose(Dispute dispute, Expectation expected) =>
        dispute.Positions.FirstOrDefault(p => p.Claims.Contains(expected.First)) is { } first
        && dispute.Positions.FirstOrDefault(p => p.Claims.Contains(expected.Second)) is { } second && first != second;

    private static string Describe(Comparisons found) => string.Join(Environment.NewLine, found.Disputes.Select(d =>
        $"{d.Kind} {d.Slug}: {d.Question} {string.Join(" | ", d.Positions.Select(p => $"{p.Side}: {string.Join(' ', p.Claims)} + {string.Join(' ', p.Supporting)}"))}"))
        + Environment.NewLine + string.Join(Environment.NewLine, found.NotComparable);
}
