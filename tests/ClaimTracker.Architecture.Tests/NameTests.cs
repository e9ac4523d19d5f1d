namespace ClaimTracker.Architecture.Tests;

/// <summary>Names are the field's words; those that say nothing are refused.</summary>
public sealed class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities"];

    [Fact]
    public void NoTypeHasANameThatSaysNothing()
    {
        var names = Project.All.SelectMany(project => project.Inspect(metadata =>
            metadata.TypeDefinitions.Select(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name)).ToList())).ToList();

        Assert.Contains("Claim", names);
        Assert.DoesNotContain(names, SaysNothing);
    }

    [Fact]
    public void NoFileHasANameThatSaysNothing()
    {
        var names = SourceFiles.In("src", "tests").Select(file => Path.GetFileName(file).Split('.')[0]).ToList();

        Assert.Contains("Claim", names);
        Assert.DoesNotContain(names, SaysNothing);
    }

    [Theory]
    [InlineData("ClaimHelper")]
    [InlineData("Utils")]
    [InlineData("ArticleManager`1")]
    public void TheRuleKnowsSuchNames(string name) => Assert.True(SaysNothing(name));

    private static bool SaysNothing(string name) => Empty.Any(empty => name.Split('`')[0].EndsWith(empty, StringComparison.Ordinal));
}
