using System.Diagnostics;
using Microsoft.Playwright;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>Chromium, found on this machine or installed.</summary>
internal static class ChromiumBrowser
{
    private const string DebianRelease = "/etc/debian_version";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Without a sandbox it runs as root too, as build machines do; without background traffic it talks to the tested site alone.</summary>
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

    /// <exception cref="InvalidOperationException">There is none and it could not be installed; the message says what is missing.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var program = Find(Folders(), playwright.Chromium.ExecutablePath) ?? await InstallAsync(playwright.Chromium.ExecutablePath);
        try
        {
            return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags });
        }
        catch (PlaywrightException problem)
        {
            throw new InvalidOperationException($"Browser tests need Chromium; the one at {program} does not start: {problem.Message}", problem);
        }
    }

    /// <summary>The first browser in the folders, in the order of its usual names, or else Playwright's own where it is installed.</summary>
    public static string? Find(IReadOnlyList<string> folders, string playwrightsOwn)
    {
        var candidates = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)));
        return candidates.Append(playwrightsOwn).FirstOrDefault(File.Exists);
    }

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> InstallAsync(string playwrightsOwn)
    {
        // Debian's package brings the libraries that Playwright's own browser would miss there; it takes root.
        var debian = Environment.IsPrivilegedProcess && File.Exists(DebianRelease) && File.ReadAllText("/etc/os-release").Contains("ID=debian", StringComparison.Ordinal);
        var problem = debian
            ? await RunAsync("apt-get", "update") ?? await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "chromium")
            : InstallPlaywrightsOwn();
        return Find(Folders(), playwrightsOwn) ?? throw new InvalidOperationException(
            $"Browser tests need Chromium: none of {string.Join(", ", Names)} is on PATH, nothing is at {playwrightsOwn}, "
            + $"and installing it failed ({problem ?? "the installation left no browser in these places"}). Install Chromium and run the tests again.");
    }

    private static string? InstallPlaywrightsOwn() =>
        Microsoft.Playwright.Program.Main(["install", "chromium"]) is not 0 and var code ? $"“playwright install chromium” ended with {code}" : null;

    /// <returns>What went wrong, or null.</returns>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return process.ExitCode == 0 ? null : $"“{program} {string.Join(' ', arguments)}” ended with {process.ExitCode}: {(await errors).Trim()}";
    }
}
