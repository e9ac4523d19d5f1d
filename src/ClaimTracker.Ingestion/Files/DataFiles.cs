using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Files;

/// <summary>Reads dossiers and catalogues from disk.</summary>
public static class DataFiles
{
    /// <summary>What a dossier is called in a folder.</summary>
    public const string DossierName = "dossier.yaml";

    /// <summary>What a catalogue is called in the folder whose files it describes.</summary>
    public const string CatalogueName = "catalogue.yaml";

    /// <summary>A dossier that has no problem.</summary>
    /// <exception cref="InvalidDataFileException">It has, or can't be read; with every problem.</exception>
    public static Dossier ReadDossier(string path) => Read(path, DossierReader.Read);

    /// <summary>A catalogue that has no problem.</summary>
    /// <exception cref="InvalidDataFileException">It has, or can't be read; with every problem.</exception>
    public static Catalogue ReadCatalogue(string path) => Read(path, CatalogueReader.Read);

    /// <summary>The dossier that stands for some paths: beside the first of them, or the one that comes with the program.</summary>
    public static string DefaultDossier(string firstPath)
    {
        var beside = Path.Combine(ArticlePaths.FolderOf(firstPath), DossierName);
        return File.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, DossierName);
    }

    private static T Read<T>(string path, Func<string, string, (T?, IReadOnlyList<DataProblem>)> read) where T : class
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(File.ReadAllBytes(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new InvalidDataFileException([new(path, 0, $"Expected a file in UTF-8, found: {e.Message}")]);
        }

        var (value, problems) = read(path, text);
        return value ?? throw new InvalidDataFileException(problems);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
