namespace ClaimTracker.Architecture.Tests;

/// <summary>The pipeline has one direction: a stage knows the stages before it and nothing of those after it.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Reading"] = ["Domain"],
        ["Extraction"] = ["Domain"],
        ["Comparison"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Ingestion"] = ["Domain", "Reading", "Extraction", "Comparison", "Storage"],
        ["Web"] = ["Domain", "Reading", "Extraction", "Comparison", "Storage", "Ingestion"],
        ["Cli"] = ["Domain", "Reading", "Extraction", "Comparison", "Storage", "Ingestion"],
    };

    /// <summary>What a researcher uses alone may bring along: no database, no web framework.</summary>
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Domain"] = ["YamlDotNet"],
        ["Reading"] = ["AngleSharp"],
        ["Extraction"] = [],
        ["Comparison"] = [],
    };

    public static TheoryData<string> Stages => [.. Allowed.Keys];

    public static TheoryData<string> Library => [.. Packages.Keys];

    [Fact]
    public void TheProjectsAreThoseOfTheArchitecture() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Project.All.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Stages))]
    public void AProjectFileRefersOnlyToStagesBeforeIt(string stage) =>
        Assert.Empty(Find(stage).ProjectReferences.Except(Allowed[stage]));

    [Theory]
    [MemberData(nameof(Stages))]
    public void CompiledCodeUsesOnlyStagesBeforeIt(string stage) =>
        Assert.Empty(Find(stage).OwnAssemblyReferences.Except(Allowed[stage]));

    [Theory]
    [MemberData(nameof(Library))]
    public void TheLibraryBringsNoFurtherPackages(string stage) =>
        Assert.Empty(Find(stage).PackageReferences.Except(Packages[stage]));

    [Fact]
    public void ReferencesAreFoundWhereThereAreSome()
    {
        Assert.Contains("Domain", Find("Storage").ProjectReferences);
        Assert.Contains("Domain", Find("Storage").OwnAssemblyReferences);
        Assert.Contains("YamlDotNet", Find("Domain").PackageReferences);
    }

    private static Project Find(string stage) => Project.All.Single(project => project.Name == stage);
}
