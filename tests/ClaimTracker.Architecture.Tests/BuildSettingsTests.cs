using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace ClaimTracker.Architecture.Tests;

/// <summary>The repository's strictness reaches every project; a second settings file would silently end it.</summary>
public sealed class BuildSettingsTests
{
    [Fact]
    public void EverySettingsFileBelowTheRootImportsTheOneAboveIt()
    {
        var below = Directory.EnumerateFiles(Repository.Root, "Directory.Build.props", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Repository.Root).ToList();

        Assert.Contains(Repository.PathOf("tests", "Directory.Build.props"), below);
        Assert.All(below, path => Assert.Contains(
            XDocument.Load(path).Root!.Elements("Import").Select(import => import.Attribute("Project")?.Value ?? ""),
            project => project.Contains("GetPathOfFileAbove('Directory.Build.props'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Nullable", "enable")]
    [InlineData("TreatWarningsAsErrors", "true")]
    [InlineData("AnalysisLevel", "latest-recommended")]
    [InlineData("Deterministic", "true")]
    public void TheRepositoryIsStrict(string setting, string value) =>
        Assert.Equal([value], XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants(setting).Select(e => e.Value));

    [Theory]
    [InlineData("Nullable")]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("AnalysisLevel")]
    public void NoProjectGivesUpThatStrictness(string setting)
    {
        var projects = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).ToList();

        Assert.True(projects.Count > 10, $"only {projects.Count} projects were found");
        Assert.DoesNotContain(projects, path => XDocument.Load(path).Descendants(setting).Any());
    }

    /// <summary>The compiler marks what it checked for null; only the settings at the root ask it to.</summary>
    [Fact]
    public void TheSettingsOfTheRootWereInForceWhenTheseTestsWereCompiled() =>
        Assert.NotNull(typeof(Project).GetCustomAttribute<NullableContextAttribute>());

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        var solution = File.ReadAllText(Repository.PathOf("ClaimTracker.sln")).Replace('\\', '/');

        var projects = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("tests"), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).ToList();

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }
}
