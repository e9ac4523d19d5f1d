using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Names of actors by id and ids by slug. Articles bring more of them than memory should hold.</summary>
internal static class ActorNames
{
    /// <summary>Ids by slug; those that do not exist are left out.</summary>
    public static async Task<Dictionary<string, int>> IdsAsync(ClaimDbContext db, IReadOnlyList<string> slugs, CancellationToken stop) =>
        (await PreparedSql.RowsOfAsync(db, "SELECT slug, id FROM actors WHERE slug IN {0}", [.. slugs.Distinct()], row => (row.GetString(0), row.GetInt32(1)), stop)
            .ConfigureAwait(false)).ToDictionary();

    /// <summary>By id.</summary>
    public static async Task<Dictionary<int, ActorRef>> OfAsync(ClaimDbContext db, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var found = await PreparedSql.RowsAsync(
            db, "SELECT id, slug, name, side FROM actors WHERE id IN {0}", [.. ids.Distinct()],
            row => (Id: row.GetInt32(0), Actor: new ActorRef(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))), stop).ConfigureAwait(false);
        return found.ToDictionary(a => a.Id, a => a.Actor);
    }
}
