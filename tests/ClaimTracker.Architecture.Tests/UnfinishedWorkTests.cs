namespace ClaimTracker.Architecture.Tests;

/// <summary>What is landed is finished: no stub, no note to oneself, no test that is left out.</summary>
public sealed class UnfinishedWorkTests
{
    // Put together here, so that this file does not report itself.
    private static readonly string[] Marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "Skip" + " = \""];

    [Fact]
    public void NothingIsLeftUnfinished()
    {
        var files = SourceFiles.In("src", "tests");

        var found = files.SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (Line: line, Place: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}"))
            .Where(entry => Marks.Any(mark => entry.Line.Contains(mark, StringComparison.Ordinal)))
            .Select(entry => $"{entry.Place}: {entry.Line.Trim()}")).ToList();

        Assert.True(files.Count > 100, $"only {files.Count} code files were found");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
