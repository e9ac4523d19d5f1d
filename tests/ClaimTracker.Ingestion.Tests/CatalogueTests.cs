namespace ClaimTracker.Ingestion.Tests;

/// <summary>Whose word counts where the same article lies in several places.</summary>
public sealed class CatalogueTests : IDisposable
{
    private const string Text = "The mayor: It rained.";
    private readonly Bench _bench = new();

    [Fact]
    public async Task AChangedEntryReadsItsFileAgainAndNoOther()
    {
        Catalogue("The Wire");
        _bench.Write("a.txt", Text);
        _bench.Write("b.txt", "The miller: No.");
        await _bench.RunAsync();
        Catalogue("The Herald");

        var run = await _bench.RunAsync();

        Assert.Equal((1, 1), (run.Stored, run.Known));
        Assert.Equal("The Herald", await SourceAsync());
    }

    [Fact]
    public async Task AnEntryThatIsTakenOutTakesItsKnowledgeWithIt()
    {
        Catalogue("The Wire");
        _bench.Write("a.txt", Text);
        await _bench.RunAsync();
        File.Delete(Path.Combine(_bench.Folder, "catalogue.yaml"));

        await _bench.RunAsync();

        Assert.Null(await SourceAsync());
    }

    [Fact]
    public async Task TheSameBytesElsewhereTakeNothingAway()
    {
        Catalogue("The Wire");
        _bench.Write("a.txt", Text);
        await _bench.RunAsync();
        var copy = _bench.Write("copy.txt", Text, "elsewhere");

        var run = await _bench.RunAsync([copy]);

        Assert.Equal(1, run.Known);
        Assert.Equal("The Wire", await SourceAsync());
    }

    [Fact]
    public async Task TheSameBytesElsewhereBringWhatWasNotKnown()
    {
        _bench.Write("a.txt", Text, "elsewhere");
        await _bench.RunAsync([Path.Combine(_bench.Folder, "..", "elsewhere", "a.txt")]);
        Catalogue("The Wire");
        _bench.Write("a.txt", Text);

        var run = await _bench.RunAsync();
        var again = await _bench.RunAsync();

        Assert.Equal((1, 1), (run.Stored, again.Known));
        Assert.Equal("The Wire", await SourceAsync());
    }

    [Fact]
    public async Task WhereTheFirstPlaceHasGoneTheNextOneSpeaksForTheArticle()
    {
        Catalogue("The Wire");
        var first = _bench.Write("a.txt", Text);
        await _bench.RunAsync();
        _bench.Write("a.txt", Text, "moved");
        _bench.Write("catalogue.yaml", Entry("The Herald"), "moved");
        File.Delete(first);

        await _bench.RunAsync([Path.Combine(_bench.Folder, "..", "moved", "a.txt")]);

        Assert.Equal("The Herald", await SourceAsync());
    }

    [Fact]
    public async Task ABrokenCatalogueSkipsItsFilesWithItsProblemsAndLosesNothing()
    {
        Catalogue("The Wire");
        _bench.Write("a.txt", Text);
        await _bench.RunAsync();
        _bench.Write("catalogue.yaml", "files: [ { file: a.txt, source: nobody } ]");

        var run = await _bench.RunAsync();

        Assert.StartsWith("Expected a catalogue without problems, found: ", Assert.Single(run.Skipped).Reason);
        Assert.Contains("nobody", run.Skipped[0].Reason);
        Assert.Equal("The Wire", await SourceAsync());
    }

    public void Dispose() => _bench.Dispose();

    private static string Entry(string source) => $$"""
        sources:
          - { id: {{source.ToLowerInvariant().Replace(' ', '-')}}, name: "{{source}}" }
        files:
          - { file: a.txt, source: {{source.ToLowerInvariant().Replace(' ', '-')}} }
        """;

    private void Catalogue(string source) => _bench.Write("catalogue.yaml", Entry(source));

    private async Task<string?> SourceAsync() => (await _bench.Queries.ArticlesAsync(Bench.Never)).Single(a => a.FileName == "a.txt").Source?.Name;
}
