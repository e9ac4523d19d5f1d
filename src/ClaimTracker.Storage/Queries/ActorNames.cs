using ClaimTracker.Storage.Columns;
using ClaimTracker.Storage.Model;

namespace ClaimTracker.Storage.Queries;

/// <summary>Names of actors by id and ids by slug. Articles bring more of them than memory should hold.</summary>
internal static class ActorNames
{
    /// <summary>Ids by slug; those that do not exist are left out.</summary>
    /// <param name="db">Reads the moment of <paramref name="known"/>.</param>
    /// <param name="known">What was looked up in it before.</param>
    /// <param name="slugs">Of actors.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<Dictionary<string, int>> IdsAsync(ClaimDbContext db, KnownActors known, IReadOnlyList<string> slugs, CancellationToken stop)
    {
        var (found, unknown) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        foreach (var slug in slugs.Distinct())
        {
            if (known.TryGet(slug, out var id)) found.Add(slug, id);
            else unknown.Add(slug);
        }

        var rows = await PreparedSql.RowsOfAsync(db, "SELECT slug, id FROM actors WHERE slug IN {0}", unknown, row => (Slug: row.GetString(0), Id: row.GetInt32(1)), stop).ConfigureAwait(false);
        foreach (var (slug, id) in rows) found.Add(slug, known.Put(slug, id));
        return found;
    }

    /// <summary>By id; all exist.</summary>
    /// <inheritdoc cref="IdsAsync"/>
    public static async Task<Dictionary<int, ActorRef>> OfAsync(ClaimDbContext db, KnownActors known, IEnumerable<int> ids, CancellationToken stop)
    {
        var (found, unknown) = (new Dictionary<int, ActorRef>(), new List<int>());
        foreach (var id in ids.Distinct())
        {
            if (known.TryGet(id, out var actor)) found.Add(id, actor);
            else unknown.Add(id);
        }

        foreach (var (id, actor) in await OfAsync(db, unknown, stop).ConfigureAwait(false)) found.Add(id, known.Put(id, actor));
        return found;
    }

    /// <summary>By id.</summary>
    public static async Task<Dictionary<int, ActorRef>> OfAsync(ClaimDbContext db, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var found = await PreparedSql.RowsAsync(
            db, "SELECT id, slug, name, side FROM actors WHERE id IN {0}", [.. ids.Distinct()],
            row => (Id: row.GetInt32(0), Actor: new ActorRef(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))), stop).ConfigureAwait(false);
        return found.ToDictionary(a => a.Id, a => a.Actor);
    }
}
