using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>The dossier that ships with the seeds.</summary>
internal static class SeedDossier
{
    public static Dossier Conflict { get; } = Read();

    private static Dossier Read()
    {
        var (dossier, problems) = DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml"));
        Assert.Empty(problems);
        return dossier!;
    }
}
