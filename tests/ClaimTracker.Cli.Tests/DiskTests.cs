using System.Diagnostics;
using ClaimTracker.Storage;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Tests;

namespace ClaimTracker.Cli.Tests;

/// <summary>The program on a disk of its own, which is full, and then one that nobody may write to.</summary>
public sealed class DiskTests : IDisposable
{
    private const int Articles = 60;
    private readonly Terminal _terminal = new();

    /// <summary>The first disk has room for some of the articles. What is printed says which step printed it.</summary>
    private const string Script =
        """
        set -u
        mount -t tmpfs -o size=1500k disk "$1" || exit 90
        run() { dotnet exec "$2" ingest "$3" --data "$1/data" --dossier "$4" 2>&1 | grep -v ' INF ' | sed "s/^/$5: /"; }
        run "$1" "$2" "$3" "$4" full
        mount -o remount,size=64m "$1"
        run "$1" "$2" "$3" "$4" again
        mount -o remount,ro "$1"
        run "$1" "$2" "$3" "$4" read-only
        mount -o remount,rw "$1"
        dotnet exec "$2" export --data "$1/data" --backup "$5" && echo backed up
        """;

    [DiskFact]
    public async Task OnAFullDiskAndOnOneThatNobodyMayWriteToItSaysSoAndLosesNothing()
    {
        var seeds = Directory.GetFiles(Repository.Seeds, "*.txt").Order(StringComparer.Ordinal).ToArray();
        for (var n = 0; n < Articles; n++) _terminal.Write($"articles/{n:000}.txt", await File.ReadAllTextAsync(seeds[n % seeds.Length]) + $"\n\nEdition {n}.\n");
        Directory.CreateDirectory(_terminal.Path("disk"));
        Directory.CreateDirectory(_terminal.Path("restored"));

        var printed = await PrintedAsync();

        Assert.Contains(printed, line => line.StartsWith("full: ", StringComparison.Ordinal) && line.Contains("found the disk full. Make room on it.", StringComparison.Ordinal));
        Assert.DoesNotContain(printed, line => line.StartsWith("again: ", StringComparison.Ordinal) && line.Contains("Expected", StringComparison.Ordinal));
        Assert.Contains(printed, line => line.StartsWith("read-only: ", StringComparison.Ordinal) && line.Contains("Let the program's user write to the file and its folder", StringComparison.Ordinal));
        Assert.Contains("backed up", printed);
        using var database = new ClaimDatabase(_terminal.Path("restored"));
        using var queries = new ClaimQueries(database);
        Assert.Equal(Articles, (await queries.TotalsAsync(default)).Articles);
    }

    public void Dispose() => _terminal.Dispose();

    private async Task<string[]> PrintedAsync()
    {
        string[] arguments =
        [
            .. DiskFactAttribute.OfItsOwn, Script, "sh", _terminal.Path("disk"), Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), _terminal.Path("articles"),
            Path.Combine(Repository.Seeds, "dossier.yaml"), _terminal.Path("restored", "claims.db"),
        ];
        using var process = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>A test that gives a process a disk of its own, as Linux can where the kernel lets users have namespaces. Elsewhere it says that it was left out.</summary>
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute()
    {
        if (!IsPossible()) Skip = "Expected a system that gives a process a disk of its own (Linux, `unshare -Urm`), found none. A full disk is simulated in the tests of the store.";
    }

    /// <summary>A script follows, and its arguments.</summary>
    internal static string[] OfItsOwn => ["-Urm", "sh", "-c"];

    private static bool IsPossible()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", [.. OfItsOwn, "mount -t tmpfs disk /mnt"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
