using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>Actors as rows.</summary>
internal static class ActorRows
{
    private static readonly string Upsert = Sql.Upsert("actors", "slug", "name", "kind", "side", "parent", "note", "known", "roles");
    private static readonly string Alias = Sql.Insert("actor_aliases", "actor_id", "ordinal", "alias");

    /// <summary>Where an actor is named, besides by other actors.</summary>
    private static readonly (string Table, string Column)[] Names =
    [
        ("claims", "speaker_id"), ("claims", "target_id"), ("claims", "reported_by_id"), ("statistics", "claimed_by_id"), ("mentions", "actor_id"),
    ];

    private static readonly string DeleteUnnamed = "DELETE FROM actors WHERE id = $1"
        + string.Concat(Names.Select(n => $" AND NOT EXISTS (SELECT 1 FROM {n.Table} WHERE {n.Column} = $1)"));

    private static readonly string OfArticle = "SELECT id FROM actors WHERE NOT known AND id IN ("
        + string.Join(" UNION ", Names.Select(n => $"SELECT {n.Column} FROM {n.Table} WHERE article_id = $1")) + ")";

    /// <summary>Adds an actor or brings its row in step. What an article says of an actor never changes one of the dossier.</summary>
    public static void Save(WriteSession session, Actor actor, bool known)
    {
        if (known) session.ForgetSaved("actors", actor.Id);
        else if (session.HasSaved("actors", actor.Id, actor, IsSame)) return;
        var there = session.Id("actors", actor.Id);
        if (!known && there is not null && session.NumberOrNull("SELECT 1 FROM actors WHERE id = $1 AND known", there) is not null) return;
        var id = session.Save("actors", Upsert, actor.Id, actor.Name, actor.Kind, actor.Side, actor.Parent, actor.Note, known, actor.Roles);
        if (there is not null) session.Execute("DELETE FROM actor_aliases WHERE actor_id = $1", id);
        foreach (var (n, alias) in actor.Aliases.Index()) session.Execute(Alias, id, n, alias);
    }

    /// <summary>The actors that an article brought, or that are in no dossier any more, among those it names.</summary>
    public static List<long> BroughtBy(WriteSession session, long articleId) => session.Rows(OfArticle, row => row.GetInt64(0), articleId);

    public static void DeleteUnlessNamed(WriteSession session, long id) => session.Execute(DeleteUnnamed, id);

    private static bool IsSame(Actor one, Actor other) =>
        one with { Roles = other.Roles, Aliases = other.Aliases } == other && one.Roles.SequenceEqual(other.Roles) && one.Aliases.SequenceEqual(other.Aliases);
}
