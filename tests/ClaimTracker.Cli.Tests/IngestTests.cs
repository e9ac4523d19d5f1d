using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

public sealed class IngestTests : IDisposable
{
    private readonly Terminal _terminal = new();

    private string Data => _terminal.Path("data");

    [Fact]
    public async Task ArticlesGoIntoTheDatabaseWithProgressAndALineForEachThatIsSkipped()
    {
        var bad = _terminal.Write("bad.txt", [0, 1, 2, 255]);

        var printed = await Terminal.RunAsync("ingest", Repository.Seeds, bad, "--data", Data);
        var again = await Terminal.RunAsync("ingest", Repository.Seeds, "--data", Data);

        Assert.Equal((1, ""), (printed.Code, printed.Output));
        Assert.Contains(" of 6\n", printed.Errors.ReplaceLineEndings("\n"));
        Assert.Matches("(?m)^skipped bad\\.txt: .+\\.\\r?$", printed.Errors);
        Assert.EndsWith("6 files: 5 stored, 0 known, 1 skipped", printed.Errors.TrimEnd());
        Assert.Equal(0, again.Code);
        Assert.EndsWith("5 files: 0 stored, 5 known, 0 skipped", again.Errors.TrimEnd());
        Assert.Equal(5, (await TotalsAsync(Data)).Articles);
    }

    [Fact]
    public async Task ACopyIsMadeAndRestoredByCopyingItBack()
    {
        await Terminal.RunAsync("ingest", Repository.Seeds, "--data", Data);
        var before = await TotalsAsync(Data);

        var exported = await Terminal.RunAsync("export", "--backup", _terminal.Path("backup.db"), "--data", Data);
        Directory.Delete(Data, recursive: true);
        Directory.CreateDirectory(Data);
        File.Copy(_terminal.Path("backup.db"), Path.Combine(Data, "claims.db"));

        Assert.Equal((0, "", ""), (exported.Code, exported.Output, exported.Errors));
        Assert.Equivalent(before, await TotalsAsync(Data));
        Assert.EndsWith("5 files: 0 stored, 5 known, 0 skipped", (await Terminal.RunAsync("ingest", Repository.Seeds, "--data", Data)).Errors.TrimEnd());
    }

    [Fact]
    public async Task ABackupOverwritesNothingAndCopiesNoDatabaseThatIsNotThere()
    {
        var there = _terminal.Write("there.db", "precious");

        var noDatabase = await Terminal.RunAsync("export", "--backup", _terminal.Path("new.db"), "--data", Data);
        await Terminal.RunAsync("ingest", Repository.Seeds, "--data", Data);
        var overwrite = await Terminal.RunAsync("export", "--backup", there, "--data", Data);

        Assert.Equal((1, 1), (noDatabase.Code, overwrite.Code));
        Assert.StartsWith("Expected a database, found nothing at", noDatabase.Errors);
        Assert.StartsWith("Expected a file that is not there yet, found", overwrite.Errors);
        Assert.Equal("precious", await File.ReadAllTextAsync(there));
        Assert.False(File.Exists(Path.Combine(Data, "new.db")));
    }

    public void Dispose() => _terminal.Dispose();

    private static async Task<Totals> TotalsAsync(string data)
    {
        using var database = new ClaimDatabase(data);
        using var queries = new ClaimQueries(database);
        return await queries.TotalsAsync(CancellationToken.None);
    }
}
