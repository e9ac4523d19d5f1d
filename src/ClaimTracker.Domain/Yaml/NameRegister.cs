namespace ClaimTracker.Domain.Yaml;

/// <summary>Who bears which name: reports names that would have to be told apart without the file saying so.</summary>
/// <remarks>Case counts for nothing here, because headlines and datelines change it.</remarks>
internal sealed class NameRegister(ProblemList problems)
{
    private readonly List<(YamlScalar Name, string Bearer, bool Shared)> _actors = [];
    private readonly List<(YamlScalar Name, string Bearer)> _places = [];
    private readonly HashSet<(string Actor, string Place)> _sameNames = [];

    /// <summary>A name that belongs to one actor alone.</summary>
    public void OfActor(YamlScalar name, string actor) => _actors.Add((name, actor, false));

    /// <summary>A name that the file marks as borne by several: ambiguous, or generic.</summary>
    public void Shared(YamlScalar name, string actor) => _actors.Add((name, actor, true));

    /// <summary>A name of a place.</summary>
    public void OfPlace(YamlScalar name, string place) => _places.Add((name, place));

    /// <summary>Says that an actor and a place bear the same names on purpose: a state and its territory or capital.</summary>
    public void Namesakes(string actor, string place) => _sameNames.Add((actor, place));

    /// <summary>Reports the clashes. To be called last.</summary>
    public void Check()
    {
        foreach (var bearers in _actors.GroupBy(entry => entry.Name.Text, StringComparer.OrdinalIgnoreCase))
            CheckActors([.. bearers]);
        foreach (var bearers in _places.GroupBy(entry => entry.Name.Text, StringComparer.OrdinalIgnoreCase))
            foreach (var (name, place) in bearers.Skip(1).Where(later => later.Bearer != bearers.First().Bearer))
                problems.Add(name.Line, $"'{name.Text}' is a name of the places '{bearers.First().Bearer}' and '{place}'");
        CheckActorsAgainstPlaces();
    }

    private void CheckActors(IReadOnlyList<(YamlScalar Name, string Bearer, bool Shared)> bearers)
    {
        var first = bearers[0];
        foreach (var later in bearers.Skip(1))
            if (later.Bearer == first.Bearer)
                problems.Add(later.Name.Line, $"the actor '{later.Bearer}' has the name '{later.Name.Text}' twice");
            else if (!first.Shared || !later.Shared)
                problems.Add(later.Name.Line,
                    $"'{later.Name.Text}' is a name of the actors '{first.Bearer}' and '{later.Bearer}'; mark it under 'ambiguous' or 'generic' of both");
    }

    private void CheckActorsAgainstPlaces()
    {
        var places = _places.ToLookup(entry => entry.Name.Text, entry => entry.Bearer, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, actor, _) in _actors)
            foreach (var place in places[name.Text].Where(place => !_sameNames.Contains((actor, place))).Distinct())
                problems.Add(name.Line, $"'{name.Text}' is a name of the actor '{actor}' and of the place '{place}', which is neither its territory nor its capital");
    }
}
