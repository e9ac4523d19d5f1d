using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

/// <summary>What a new user does first.</summary>
[Collection(Starting.Name)]
public sealed class FirstCommandTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("claimtracker-first-");

    [Fact]
    public async Task TheReadmesFirstCommandReadsTheSeedsAndServesThem()
    {
        Assert.Contains(WebProgram.Command, File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);

        await using var program = await WebProgram.StartByCommandAsync(_data.FullName);
        await program.RunOfStartAsync();

        Assert.Contains("</html>", await program.Http.GetStringAsync("/claims"), StringComparison.Ordinal);
        Assert.Equal(Seeds.Count, (await Collection.ReadAsync(program.Http)).Articles.Count);
    }

    public void Dispose() => _data.Delete(recursive: true);
}

/// <summary>Tests that start programs of their own; beside those on the site, but not beside each other.</summary>
[CollectionDefinition(Name)]
public sealed class Starting
{
    public const string Name = "Starting";
}
