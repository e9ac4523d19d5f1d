namespace ClaimTracker.Storage.Writing;

/// <summary>What writes one row of a table.</summary>
/// <param name="Insert">Adds it and returns its id.</param>
/// <param name="Update">Changes the one whose id follows the values.</param>
/// <param name="Upsert">Adds it, or changes the one with the same first column; returns its id.</param>
internal sealed record RowStatements(string Insert, string Update, string Upsert)
{
    public static RowStatements Of(string table, string[] columns) => new(Sql.Insert(table, columns) + " RETURNING id", Sql.Update(table, columns), Sql.Upsert(table, columns));
}
