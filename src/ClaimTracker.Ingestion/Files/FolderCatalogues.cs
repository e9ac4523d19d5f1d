using System.Collections.Concurrent;
using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Files;

/// <summary>The catalogue of each folder, read once. Safe to use from several threads.</summary>
/// <param name="forAll">A catalogue that stands for every file instead, or null for each folder's own.</param>
public sealed class FolderCatalogues(Catalogue? forAll = null)
{
    private readonly ConcurrentDictionary<string, Lazy<Catalogue>> _folders = new();

    /// <summary>What is known of a file beside its text; null where there is no catalogue or the file is not in it.</summary>
    /// <exception cref="InvalidDataFileException">The folder's catalogue has problems.</exception>
    public CatalogueEntry? Find(string path) => (forAll ?? OfFolder(ArticlePaths.FolderOf(path))).Find(Path.GetFileName(path));

    private Catalogue OfFolder(string folder) => _folders.GetOrAdd(folder, _ => new(() =>
    {
        var file = Path.Combine(folder, DataFiles.CatalogueName);
        return File.Exists(file) ? DataFiles.ReadCatalogue(file) : Catalogue.Empty;
    })).Value;
}
