using ClaimTracker.Browser.Tests.Running;

namespace ClaimTracker.Browser.Tests;

public sealed class ChromiumBrowserTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimtracker-chromium-");

    [Fact]
    public void AnInstalledBrowserIsTakenBeforePlaywrightsOwn()
    {
        var installed = Put("bin", "google-chrome");
        var own = Put("own", "chrome");

        Assert.Equal(installed, ChromiumBrowser.Find([Path.Combine(_folder.FullName, "bin")], own));
    }

    [Fact]
    public void ChromiumIsTakenBeforeChromeWhereverTheyStandOnThePath()
    {
        Put("first", "google-chrome");
        var chromium = Put("second", "chromium");

        Assert.Equal(chromium, ChromiumBrowser.Find([Path.Combine(_folder.FullName, "first"), Path.Combine(_folder.FullName, "second")], "none"));
    }

    [Fact]
    public void WithoutAnInstalledBrowserPlaywrightsOwnIsTaken()
    {
        var own = Put("own", "chrome");

        Assert.Equal(own, ChromiumBrowser.Find([_folder.FullName], own));
    }

    [Fact]
    public void WhereThereIsNoneNoneIsFound() => Assert.Null(ChromiumBrowser.Find([_folder.FullName], Path.Combine(_folder.FullName, "chrome")));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Put(string folder, string name)
    {
        var file = Path.Combine(_folder.CreateSubdirectory(folder).FullName, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        File.WriteAllText(file, "");
        return file;
    }
}
