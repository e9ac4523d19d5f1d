using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Storage.Writing;

/// <summary>Keeps the dossier's sides, actors, topics and places as rows, so that queries need nothing but the database.</summary>
public sealed class DossierStore(ClaimDatabase database)
{
    private static readonly string Side = Sql.Upsert("sides", "slug", "name", "place", "ordinal");
    private static readonly string Topic = Sql.Upsert("topics", "slug", "name", "description", "ordinal");
    private static readonly string Place = Sql.Upsert("places", "slug", "name", "within", "ordinal");

    /// <summary>Brings the rows in step with a dossier; does nothing where they are already.</summary>
    /// <exception cref="ArgumentException">A side is called <c>none</c>, which asks for speakers of no side.</exception>
    public async Task SaveAsync(Dossier dossier, CancellationToken stop)
    {
        if (dossier.Sides.Any(s => s.Id == ClaimFilter.NoSide))
            throw new ArgumentException($"Expected an id of a side other than '{ClaimFilter.NoSide}', found it in the dossier.", nameof(dossier));
        if (await database.ReadAsync(db => db.StoreState.AnyAsync(s => s.DossierVersion == dossier.Version, stop)).ConfigureAwait(false)) return;
        await database.WriteAsync(session => Save(session, dossier), stop).ConfigureAwait(false);
    }

    private static void Save(WriteSession session, Dossier dossier)
    {
        RemoveWhatNothingRefersTo(session);
        foreach (var (n, side) in dossier.Sides.Index()) session.Execute(Side, side.Id, side.Name, side.Place, n);
        foreach (var (n, topic) in dossier.Topics.Index()) session.Execute(Topic, topic.Id, topic.Name, topic.Description, n);
        foreach (var (n, place) in dossier.Places.Index()) session.Execute(Place, place.Id, place.Name, place.Within, n);
        // What is no longer in the dossier stays while stored claims name it; the articles are read again next.
        session.Execute("UPDATE actors SET known = false");
        foreach (var actor in dossier.Actors) ActorRows.Save(session, actor, known: true);
        session.Execute("UPDATE store_state SET dossier_version = $1, collection_version = data_version, rebuilt_version = data_version", dossier.Version);
    }

    private static void RemoveWhatNothingRefersTo(WriteSession session)
    {
        session.Execute("DELETE FROM sides");
        session.Execute("DELETE FROM topics WHERE id NOT IN (SELECT topic_id FROM claim_topics)");
        session.Execute("DELETE FROM places WHERE id NOT IN (SELECT place_id FROM claim_places)");
        foreach (var id in session.Rows("SELECT id FROM actors", row => row.GetInt64(0))) ActorRows.DeleteUnlessNamed(session, id);
    }
}
