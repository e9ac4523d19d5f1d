namespace ClaimTracker.Domain;

/// <summary>Reads a dossier from YAML and validates it.</summary>
public static class DossierReader
{
    /// <summary>Reads one dossier.</summary>
    /// <returns>The dossier, or null with every problem found, each with file, line and a sentence.</returns>
    public static (Dossier? Dossier, IReadOnlyList<DataProblem> Problems) Read(string fileName, string yaml) => throw new NotImplementedException();
}

/// <summary>Reads a catalogue from YAML and validates it.</summary>
public static class CatalogueReader
{
    /// <summary>Reads one catalogue.</summary>
    /// <returns>The catalogue, or null with every problem found, each with file, line and a sentence.</returns>
    public static (Catalogue? Catalogue, IReadOnlyList<DataProblem> Problems) Read(string fileName, string yaml) => throw new NotImplementedException();
}
