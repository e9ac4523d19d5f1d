namespace ClaimTracker.Architecture.Tests;

/// <summary>The code files that people write, without what the build makes of them.</summary>
internal static class SourceFiles
{
    private static readonly string[] Extensions = [".cs", ".razor", ".js", ".css", ".cshtml"];

    /// <summary>Full paths below folders of the repository, in ordinal order.</summary>
    public static IReadOnlyList<string> In(params string[] folders) => [.. folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
        .Where(path => Extensions.Contains(Path.GetExtension(path)) && !IsBuilt(Path.GetRelativePath(Repository.Root, path)))
        .Order(StringComparer.Ordinal)];

    private static bool IsBuilt(string path) => path.Split('/', '\\').Any(folder => folder is "bin" or "obj" or "node_modules");
}
