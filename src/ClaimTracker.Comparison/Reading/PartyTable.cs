using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Reading;

/// <summary>What a word that points to a side is.</summary>
internal enum PartyKind
{
    /// <summary>The name of an actor, or an adjective: one that acts.</summary>
    Actor,

    /// <summary>A place in its territory.</summary>
    Ground,

    /// <summary>A pronoun for the speaker.</summary>
    Speaker,
}

/// <summary>Words [Start, End) that point to a side.</summary>
/// <param name="Start">The first word.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Side">−1 for an actor that has none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Actor">The actor's number; −1 for a place or a pronoun.</param>
/// <param name="First">For a pronoun: whether it is “we”, which can mean nobody else.</param>
internal readonly record struct Party(int Start, int End, int Side, PartyKind Kind, int Actor = -1, bool First = false);

/// <summary>Finds names, adjectives, places and pronouns that tell whose deed or ground something is.</summary>
internal sealed class PartyTable
{
    private readonly record struct Meaning(int Actor, int ActorSide, int GroundSide, bool IsActor, bool IsGround)
    {
        public static Meaning None { get; } = new(-1, -1, -1, false, false);
    }


    private readonly PhraseTable _names;
    private readonly PhraseTable _own;
    private readonly PhraseTable _first;
    private readonly PhraseTable _cleft;
    private readonly PhraseTable _outsiders;
    private readonly PhraseTable _beforePlace;
    private readonly PhraseTable _beforeObject;
    private readonly List<Meaning> _meanings = [];
    private readonly List<PhraseHit> _hits = [];

    private PartyTable(Vocabulary vocabulary) =>
        (_names, _own, _first, _cleft, _outsiders, _beforePlace, _beforeObject) =
            (new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary), new(vocabulary));

    public static PartyTable Of(ConflictModel model)
    {
        var table = new PartyTable(model.Vocabulary);
        var meanings = new SortedDictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var actor in model.Dossier.Actors)
            foreach (var name in actor.Aliases.Concat(actor.Adjectives).Append(actor.Name))
            {
                var known = meanings.GetValueOrDefault(name.ToLowerInvariant(), Meaning.None);
                meanings[name.ToLowerInvariant()] = known.IsActor ? known : known with { Actor = model.Actor(actor.Id), ActorSide = model.Side(actor.Side), IsActor = true };
            }

        foreach (var actor in model.Dossier.Actors)
            if (model.Dossier.Places.FirstOrDefault(p => p.Id == actor.Capital)?.Name.ToLowerInvariant() is { } capital && !meanings.ContainsKey(capital))
                meanings[capital] = Meaning.None with { Actor = model.Actor(actor.Id), ActorSide = model.Side(actor.Side), IsActor = true };
        foreach (var place in model.Dossier.Places)
            foreach (var name in place.Aliases.Append(place.Name))
            {
                var known = meanings.GetValueOrDefault(name.ToLowerInvariant(), Meaning.None);
                meanings[name.ToLowerInvariant()] = known with { GroundSide = model.Places.SideOf(model.Places.Find(place.Id)), IsGround = true };
            }

        foreach (var (name, meaning) in meanings)
        {
            table._names.Add(name, table._meanings.Count);
            table._meanings.Add(meaning);
        }

        foreach (var (words, phrases) in new[] { ("own", table._own), ("own first", table._first), ("cleft", table._cleft), ("outsider", table._outsiders), ("place before", table._beforePlace), ("object before", table._beforeObject) })
            foreach (var word in model.Lexicon.Words[words])
                phrases.Add(word, 0);
        return table;
    }

    /// <summary>Those in some words, in reading order, apart from one another. An object of “against”, “on” is left out: it is whom something is done to.</summary>
    public void Find(ReadOnlySpan<Word> words, List<Party> parties)
    {
        _hits.Clear();
        _names.Find(words, _hits);
        var next = 0;
        foreach (var hit in _hits)
        {
            if (hit.Start < next)
                continue;
            AddUnnamed(words, next, hit.Start, parties);
            next = hit.End;
            var meaning = _meanings[hit.Value];
            if (meaning.IsGround && (!meaning.IsActor || StandsBefore(_beforePlace, words, hit.Start)))
                parties.Add(new(hit.Start, hit.End, meaning.GroundSide, PartyKind.Ground));
            else if (!StandsBefore(_beforeObject, words, hit.Start))
                parties.Add(new(hit.Start, hit.End, meaning.ActorSide, PartyKind.Actor, meaning.Actor));
        }

        AddUnnamed(words, next, words.Length, parties);
    }

    private void AddUnnamed(ReadOnlySpan<Word> words, int from, int to, List<Party> parties)
    {
        for (var at = from; at < to; at++)
            if (_own.Count(words, at, at + 1) > 0)
            {
                // “It was Ruritania that began”: the pronoun stands for nobody.
                if (!(to < words.Length && to - at is 2 or 3 && _cleft.Count(words, at, at + 1) > 0))
                    parties.Add(new(at, at + 1, -1, PartyKind.Speaker, First: _first.Count(words, at, at + 1) > 0));
            }
            else if (_outsiders.Count(words, at, at + 1) > 0)
                parties.Add(new(at, at + 1, -1, PartyKind.Actor));
    }

    /// <summary>Whether such a word stands directly before, an article aside.</summary>
    private static bool StandsBefore(PhraseTable phrases, ReadOnlySpan<Word> words, int at) =>
        phrases.Count(words, at - 1, at) > 0 || at > 1 && words[at - 1].End - words[at - 1].Start == 3 && phrases.Count(words, at - 2, at - 1) > 0;
}
