using System.Reflection.Metadata;

namespace ClaimTracker.Architecture.Tests;

/// <summary>Names are the field's words; those that say nothing are refused.</summary>
public sealed class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities"];

    [Fact]
    public void NoTypeHasANameThatSaysNothing()
    {
        var names = Project.All.SelectMany(project => project.Inspect(OwnTypes)).ToList();

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

    /// <summary>Types that people wrote: what generators add stands in namespaces of their own.</summary>
    private static List<string> OwnTypes(MetadataReader metadata) => [.. metadata.TypeDefinitions
        .Where(handle => NamespaceOf(metadata, handle).StartsWith("ClaimTracker.", StringComparison.Ordinal))
        .Select(handle => metadata.GetString(metadata.GetTypeDefinition(handle).Name))];

    private static string NamespaceOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? NamespaceOf(metadata, outer) : metadata.GetString(type.Namespace);
    }

    private static bool SaysNothing(string name) => Empty.Any(empty => name.Split('`')[0].EndsWith(empty, StringComparison.Ordinal));
}
