using ClaimTracker.Domain;

namespace ClaimTracker.Architecture.Tests;

/// <summary>Another conflict is another dossier, not other code: no name of this one stands in a code file, comments included.</summary>
public sealed class ConflictWordTests
{
    private static readonly ConflictWords Conflict = new(
        DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml")).Dossier!,
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "ordinary-words.txt")).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ')));

    [Fact]
    public void NoCodeFileNamesAnythingOfThisConflict()
    {
        var files = SourceFiles.In("src");

        var found = files.SelectMany(file => File.ReadLines(file).SelectMany((line, index) =>
            Conflict.In(line).Select(word => $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}: {word}"))).ToList();

        Assert.True(files.Count > 50, $"only {files.Count} code files were found");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void TheNamesOfTheConflictAreKnown() => Assert.True(Conflict.Count > 400, $"only {Conflict.Count} words");

    [Fact]
    public void ANameIsFoundInStringsIdentifiersAndComments()
    {
        const string Yaml = """
            title: The Weir dispute
            sides:
              - { id: north, name: Northmark, place: left }
              - { id: others, name: Others, place: third }
            places:
              - { id: northmark, name: Northmark }
              - { id: alder, name: Alder Court, within: northmark }
              - { id: elsewhere, name: Elsewhere }
            actors:
              - { id: northmark, name: Northmark, kind: state, side: north, territory: northmark, adjectives: [Northmarkian] }
              - { id: weir-guard, name: Weirguard, kind: armed-group, side: others, aliases: [Weirguard, WGD] }
              - { id: courier, name: Courier, kind: media, side: others }
            """;
        var words = new ConflictWords(DossierReader.Read("weir.yaml", Yaml).Dossier!, ["court"]);

        Assert.Equal(["Northmarkian"], words.In("var side = \"Northmarkian\";"));
        Assert.Equal(["Northmark"], words.In("class NorthmarkRule"));
        Assert.Equal(["alder", "WGD"], words.In("// as in alder, by the WGD"));
        Assert.Equal(["WEIRGUARD"], words.In("const string WEIRGUARD"));
        Assert.Empty(words.In("the courier in court, elsewhere; wgd"));
    }
}
