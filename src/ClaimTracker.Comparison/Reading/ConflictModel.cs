using System.Runtime.InteropServices;
using ClaimTracker.Comparison.Lexicon;
using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>A dossier made ready for comparing: ids as small numbers, names and words as phrase tables. Grows with actors met in articles.</summary>
internal sealed class ConflictModel
{
    /// <summary>How many actors at most belong to each other in turn, so that two that name each other as parents are no endless chain.</summary>
    public const int LongestChain = 16;

    private readonly Dictionary<string, int> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _topics = new(StringComparer.Ordinal);
    private readonly HashSet<int> _foreign = [];
    private readonly HashSet<int> _armed = [];
    private readonly List<int> _actorSides = [];
    private readonly List<int> _actorParents = [];
    private readonly List<string> _actorNames = [];
    private readonly List<string> _actorIds = [];

    public ConflictModel(Dossier dossier, ComparisonLexicon lexicon, Vocabulary vocabulary)
    {
        (Dossier, Lexicon, Vocabulary) = (dossier, lexicon, vocabulary);
        foreach (var side in dossier.Sides)
            _sides.TryAdd(side.Id, _sides.Count);
        foreach (var topic in dossier.Topics)
            _topics.TryAdd(topic.Id, _topics.Count);
        foreach (var actor in dossier.Actors)
            AddActor(actor);
        foreach (var actor in dossier.Actors)
            SetParent(actor);
        _foreign.UnionWith(dossier.Actors.Where(a => a.Kind is ActorKind.State or ActorKind.ArmedGroup && !IsParty(Side(a.Side))).Select(a => _actors[a.Id]));
        _armed.UnionWith(dossier.Actors.Where(a => a.Kind == ActorKind.ArmedGroup).Select(a => _actors[a.Id]));
        Acts = ActList.Of(dossier, lexicon, vocabulary);
        Places = new(dossier);
        Parties = PartyTable.Of(this);
        Telling = new(vocabulary);
        Like = new(vocabulary, lexicon.Classes);
        foreach (var name in dossier.Actors.SelectMany(a => a.Aliases.Concat(a.Adjectives).Append(a.Name))
            .Concat(dossier.Places.SelectMany(p => p.Aliases.Append(p.Name))))
            Telling.AddName(name);
        Categories = new(vocabulary);
        for (var i = 0; i < lexicon.Categories.Count; i++)
            foreach (var word in lexicon.Categories[i].Words)
                Categories.Add(word, i);
    }

    public Dossier Dossier { get; }

    public ComparisonLexicon Lexicon { get; }

    public Vocabulary Vocabulary { get; }

    public ActList Acts { get; }

    public PlaceTree Places { get; }

    /// <summary>Names, adjectives and places that tell a side.</summary>
    public PartyTable Parties { get; }

    /// <summary>Picks the stems by which wordings find each other.</summary>
    public TellingStems Telling { get; }

    /// <summary>Tells which words stand for one another.</summary>
    public LikeWords Like { get; }

    /// <summary>Words of the lexicon's categories, by their number there.</summary>
    public PhraseTable Categories { get; }

    public int Sides => _sides.Count;

    /// <summary>How many actors have a number.</summary>
    public int Actors => _actorSides.Count;

    /// <summary>A side's number in the dossier's order; −1 for null or one that isn't there.</summary>
    public int Side(string? id) => id is not null && _sides.TryGetValue(id, out var side) ? side : -1;

    /// <summary>A topic's number in the dossier's order; −1 for one that isn't there.</summary>
    public int Topic(string id) => _topics.GetValueOrDefault(id, -1);

    public SidePlace PlaceOf(int side) => side < 0 ? SidePlace.Third : Dossier.Sides[side].Place;

    /// <summary>Whether a side is one of the two that oppose each other.</summary>
    public bool IsParty(int side) => side >= 0 && Dossier.Sides[side].Place != SidePlace.Third;

    /// <summary>The first side that stands opposite; −1 where none does.</summary>
    public int Opposite(int side)
    {
        for (var i = 0; i < Dossier.Sides.Count; i++)
            if (IsParty(side) && IsParty(i) && PlaceOf(i) != PlaceOf(side))
                return i;
        return -1;
    }

    /// <summary>An actor's number; actors that no dossier has get one too.</summary>
    public int Actor(string id)
    {
        if (!_actors.TryGetValue(id, out var actor))
            AddActor(new(id, id, ActorKind.Anonymous, null));
        return _actors.TryGetValue(id, out actor) ? actor : -1;
    }

    public string ActorName(int actor) => _actorNames[actor];

    public string ActorId(int actor) => _actorIds[actor];

    public int SideOfActor(string? id) => id is not null && _actors.TryGetValue(id, out var actor) ? _actorSides[actor] : -1;

    /// <summary>Takes in the actors that an article alone has.</summary>
    public void Add(IReadOnlyList<Actor> actors)
    {
        foreach (var actor in actors)
            AddActor(actor);
        foreach (var actor in actors)
            SetParent(actor);
    }

    /// <summary>The state or armed group that an actor is or belongs to, where it is none of the two sides'; −1 for another.</summary>
    public int Outside(int actor)
    {
        if (actor < 0 || IsParty(_actorSides[actor]))
            return -1;
        var root = RootOf(actor);
        return _foreign.Contains(root) ? root : -1;
    }

    /// <summary>Whether an actor of the dossier is an armed group.</summary>
    public bool IsArmedGroup(int actor) => _armed.Contains(actor);

    /// <summary>Whether one is the other, or belongs to it: a spokesman and his ministry.</summary>
    public bool SameChain(int first, int second) => first == second || IsAbove(first, second) || IsAbove(second, first);

    /// <summary>An actor, then those that it belongs to, the nearest first.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="chain">Room for <see cref="LongestChain"/> numbers.</param>
    public ReadOnlySpan<int> ChainFrom(int actor, Span<int> chain)
    {
        var length = 0;
        for (; length < LongestChain && actor >= 0; actor = _actorParents[actor])
            chain[length++] = actor;
        return chain[..length];
    }

    /// <summary>The topmost actor that an actor belongs to.</summary>
    public int RootOf(int actor)
    {
        for (var steps = 0; steps < LongestChain && _actorParents[actor] >= 0; steps++)
            actor = _actorParents[actor];
        return actor;
    }

    private bool IsAbove(int above, int actor)
    {
        for (var steps = 0; steps < LongestChain && actor >= 0; steps++)
        {
            actor = _actorParents[actor];
            if (actor == above)
                return true;
        }

        return false;
    }

    private void AddActor(Actor actor)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_actors, actor.Id, out var known);
        if (known)
            return;
        number = _actorSides.Count;
        _actorSides.Add(Side(actor.Side));
        _actorParents.Add(-1);
        _actorNames.Add(actor.Name);
        _actorIds.Add(actor.Id);
    }

    private void SetParent(Actor actor)
    {
        if (actor.Parent is { } parent && parent != actor.Id && _actors.TryGetValue(parent, out var above) && _actorParents[_actors[actor.Id]] < 0)
            _actorParents[_actors[actor.Id]] = above;
    }
}
