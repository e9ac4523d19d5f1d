namespace ClaimTracker.Ingestion.Files;

/// <summary>Which files are articles.</summary>
public static class ArticlePaths
{
    private static readonly string[] Endings = [".txt", ".html", ".htm"];

    /// <summary>Whether a file in a folder is taken for an article, by the ending of its name.</summary>
    public static bool IsArticle(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>A folder's articles by ordinal name, folders in it left out; a file, whatever its ending, by itself, there or not.</summary>
    public static IReadOnlyList<string> Of(string path) => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path).Where(IsArticle).Order(StringComparer.Ordinal)]
        : [path];

    /// <summary>The folder itself, or the one that a file lies in; a full path.</summary>
    public static string FolderOf(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!;
}
