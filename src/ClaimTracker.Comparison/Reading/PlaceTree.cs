using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>The dossier's places as numbers, with what contains them.</summary>
internal sealed class PlaceTree
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly int[] _within;
    private readonly int[] _sides;
    private readonly int[][] _facing;
    private readonly IReadOnlyList<Place> _places;

    public PlaceTree(Dossier dossier)
    {
        _places = dossier.Places;
        foreach (var place in _places)
            _ids.TryAdd(place.Id, _ids.Count);
        _within = [.. _places.Select(p => p.Within is { } w && _ids.TryGetValue(w, out var above) ? above : -1)];
        _facing = [.. _places.Select(p => p.Facing.Concat(_places.Where(o => o.Facing.Contains(p.Id)).Select(o => o.Id)).Select(Find).Where(f => f >= 0).Distinct().ToArray())];
        var sides = dossier.Sides.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i, StringComparer.Ordinal);
        var states = dossier.Actors.Where(a => a.Kind == ActorKind.State && a.Side is not null && sides.ContainsKey(a.Side)).ToList();
        _sides = [.. _places.Select(p => states.FirstOrDefault(a => (a.Territory ?? a.Id) == p.Id)?.Side is { } side ? sides[side] : -1)];
    }

    /// <summary>A place's number; −1 where the dossier doesn't have it.</summary>
    public int Find(string? id) => id is not null && _ids.TryGetValue(id, out var place) ? place : -1;

    public string Name(int place) => _places[place].Name;

    public string Id(int place) => _places[place].Id;

    /// <summary>Whether a place is a country, a border or another that nothing contains: too wide to tell two events apart.</summary>
    public bool IsWide(int place) => _within[place] < 0;

    /// <summary>Whether one can say “in” it: a country, or a wide place of which nothing more is known.</summary>
    public bool IsCountry(int place) => IsWide(place) && _places[place].Kind is PlaceKind.Country or null;

    /// <summary>What contains a place, up to the top.</summary>
    public int Top(int place)
    {
        while (_within[place] >= 0)
            place = _within[place];
        return place;
    }

    /// <summary>Whose territory a place lies in; −1 where that isn't known.</summary>
    public int SideOf(int place)
    {
        for (; place >= 0; place = _within[place])
            if (_sides[place] >= 0)
                return _sides[place];
        return -1;
    }

    /// <summary>What directly contains a place; −1 for one that nothing does.</summary>
    public int Within(int place) => _within[place];

    /// <summary>The places that lie right opposite over a border.</summary>
    public IReadOnlyList<int> Facing(int place) => _facing[place];

    /// <summary>Whether what is told of one place can be what is told of the other: one contains the other, or they face each other over a border.</summary>
    public bool Touch(int first, int second) => Contains(first, second) || Contains(second, first) || Faces(first, second);

    private bool Faces(int first, int second)
    {
        for (; first >= 0; first = _within[first])
            if (Array.Exists(_facing[first], f => Contains(f, second)))
                return true;
        return false;
    }

    public bool Contains(int outer, int inner)
    {
        for (; inner >= 0; inner = _within[inner])
            if (inner == outer)
                return true;
        return false;
    }
}
