using System.Diagnostics;
using ClaimTracker.Generation;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Writing;

namespace ClaimTracker.Cli.Tests;

/// <summary>Two processes with one file.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly Terminal _terminal = new();

    /// <summary>The last process that closes a file takes its log away. Whoever has lost its locks isn't counted, and would go on writing into a log that is gone.</summary>
    [Fact]
    public async Task TheLogOfADatabaseInUseStaysWhenAnotherProcessOpensAndClosesIt()
    {
        using var database = new ClaimDatabase(_terminal.Path("data"));
        await new DossierStore(database).SaveAsync(new CollectionGenerator().Dossier, default);

        await RunAsync("export", "--data", _terminal.Path("data"), "--backup", _terminal.Path("copy.db"));

        Assert.True(File.Exists(_terminal.Path("copy.db")));
        Assert.True(File.Exists(database.File + "-wal"));
    }

    public void Dispose() => _terminal.Dispose();

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), .. arguments]))!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
