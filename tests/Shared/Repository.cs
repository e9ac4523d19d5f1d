namespace ClaimTracker.Tests;

/// <summary>Where this repository stands: tests read its seeds and sources from there, not copies of them.</summary>
/// <remarks>Linked into test projects by tests/Directory.Build.props.</remarks>
internal static class Repository
{
    /// <summary>The folder that holds ClaimTracker.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside a repository.</exception>
    public static string Root { get; } = FindRoot();

    public static string Seeds => PathOf("seeds");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string ReadSeed(string name) => File.ReadAllText(Path.Combine(Seeds, name));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ClaimTracker.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds ClaimTracker.sln.");
    }
}
