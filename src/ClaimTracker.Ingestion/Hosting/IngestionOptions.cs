using ClaimTracker.Ingestion.Files;
using Microsoft.Extensions.Configuration;

namespace ClaimTracker.Ingestion.Hosting;

/// <summary>Where articles and the dossier come from.</summary>
/// <param name="Folders">Full paths of folders that are read at the start and watched.</param>
/// <param name="Dossier">Full path of the dossier.</param>
public sealed record IngestionOptions(IReadOnlyList<string> Folders, string Dossier)
{
    private const string DefaultFolder = "seeds";

    /// <summary>Whether the program reads the folders. One that only shows what others have read leaves their articles, and how they were read, as they are.</summary>
    public bool Ingest { get; init; } = true;

    /// <summary>How long no change must be seen in a folder before its new files are read.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a store that can't be used is left alone before it is tried again.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// <c>ClaimTracker:Folders</c> (a list, relative to the content root; by default <c>seeds</c> there or in the nearest folder above it) and
    /// <c>ClaimTracker:Dossier</c> (by default <c>dossier.yaml</c> in the first folder); <c>ClaimTracker:Ingest</c> (true or false, by default true).
    /// </summary>
    /// <exception cref="InvalidDataFileException"><c>Ingest</c> is neither.</exception>
    public static IngestionOptions From(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("ClaimTracker");
        var named = section.GetSection("Folders").GetChildren().Select(f => f.Value).OfType<string>().Where(f => f.Length > 0).ToList();
        IReadOnlyList<string> folders = named.Count > 0 ? [.. named.Select(f => Path.GetFullPath(f, contentRoot))] : [NearestSeeds(contentRoot)];
        var dossier = section["Dossier"] is { Length: > 0 } file ? Path.GetFullPath(file, contentRoot) : Path.Combine(folders[0], DataFiles.DossierName);
        return new(folders, dossier) { Ingest = IsTrue(section["Ingest"]) };
    }

    private static bool IsTrue(string? ingest) => string.IsNullOrEmpty(ingest)
        || (bool.TryParse(ingest, out var value) ? value : throw new InvalidDataFileException([new("ClaimTracker:Ingest", 0, $"Expected true or false, found “{ingest}”.")]));

    /// <summary>Started from its project's folder or from where it was published to, the program finds the repository's articles all the same.</summary>
    private static string NearestSeeds(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, DefaultFolder);
            if (File.Exists(Path.Combine(seeds, DataFiles.DossierName))) return seeds;
        }

        return Path.Combine(Path.GetFullPath(contentRoot), DefaultFolder);
    }
}
