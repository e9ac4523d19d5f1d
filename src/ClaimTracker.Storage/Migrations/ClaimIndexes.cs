using Microsoft.EntityFrameworkCore.Migrations;

namespace ClaimTracker.Storage.Migrations;

/// <summary>Which indexes of claims by side, speaker, source and day are kept.</summary>
/// <remarks>
/// Filters, facets and the order of pages come from columns in memory, so no question asks the database for claims by day. An index in which a claim stands
/// between others of its day has each claim of a batch written into another page; one by speaker or source alone, which references need, has it behind the last.
/// </remarks>
internal static class ClaimIndexes
{
    private static readonly string[] References = ["source_id", "speaker_id"];
    private static readonly string[][] ByDay = [["day", "id"], ["side", "day", "id"], ["source_id", "day", "id"], ["speaker_id", "day", "id"]];

    public static void KeepThoseOfReferences(this MigrationBuilder migration)
    {
        foreach (var columns in ByDay) migration.DropIndex(Name(columns), "claims");
        foreach (var column in References) migration.CreateIndex(Name(column), "claims", column);
    }

    public static void MakeThoseByDay(this MigrationBuilder migration)
    {
        foreach (var column in References) migration.DropIndex(Name(column), "claims");
        foreach (var columns in ByDay) migration.CreateIndex(Name(columns), "claims", columns);
    }

    private static string Name(params string[] columns) => $"IX_claims_{string.Join('_', columns)}";
}
