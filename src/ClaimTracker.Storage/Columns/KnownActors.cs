using System.Collections.Concurrent;
using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Storage.Columns;

/// <summary>Names of actors that were looked up in one state of the collection. A few say most, so few are looked up twice.</summary>
/// <param name="most">When there are so many, all are forgotten: in which order they came is not worth noting.</param>
internal sealed class KnownActors(int most)
{
    private readonly ConcurrentDictionary<int, ActorRef> _byId = [];
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);

    public bool TryGet(int id, out ActorRef actor) => _byId.TryGetValue(id, out actor!);

    public bool TryGet(string slug, out int id) => _ids.TryGetValue(slug, out id);

    public ActorRef Put(int id, ActorRef actor)
    {
        if (_byId.Count >= most) _byId.Clear();
        return _byId[id] = actor;
    }

    public int Put(string slug, int id)
    {
        if (_ids.Count >= most) _ids.Clear();
        return _ids[slug] = id;
    }
}
