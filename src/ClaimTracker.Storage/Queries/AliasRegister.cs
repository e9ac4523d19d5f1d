namespace ClaimTracker.Storage.Queries;

/// <summary>Under which names the dossier knows its actors, so that a search for one name finds them all.</summary>
internal sealed class AliasRegister
{
    private readonly Dictionary<string, List<int>> _actorsOf = new(StringComparer.Ordinal);
    private readonly List<(string Id, IReadOnlyList<SearchPhrase> Names)> _actors = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _aliases = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <param name="actors">Id, name and aliases of each actor of the dossier.</param>
    public AliasRegister(IEnumerable<(string Id, string Name, IReadOnlyList<string> Aliases)> actors)
    {
        foreach (var (id, name, aliases) in actors)
        {
            _aliases[id] = [.. aliases.Where(a => a != name)];
            var phrases = aliases.Prepend(name).Select(SearchText.Words).Where(words => words.Count > 0).DistinctBy(Key).Select(words => new SearchPhrase(words)).ToList();
            foreach (var phrase in phrases)
            {
                if (!_actorsOf.TryGetValue(Key(phrase.Words), out var bearers)) _actorsOf[Key(phrase.Words)] = bearers = [];
                bearers.Add(_actors.Count);
                _longest = Math.Max(_longest, phrase.Words.Count);
            }

            _actors.Add((id, phrases));
        }
    }

    /// <summary>Names besides the one that is shown, as the dossier writes them; none for an actor that is not in it.</summary>
    public IReadOnlyList<string> Of(string actor) => _aliases.GetValueOrDefault(actor, []);

    /// <summary>What a search asks for, with the other names of whom it names. The longest name that the words make counts: “Upper Ministry of Water” is not “Upper”.</summary>
    /// <remarks>It only ever widens: words that make a name still match where they stand apart.</remarks>
    public IReadOnlyList<SearchTerm> Terms(string text)
    {
        var pieces = SearchText.Pieces(text);
        var (terms, seen) = (new List<SearchTerm>(), new HashSet<(string, bool, bool)>());
        for (int at = 0, length; at < pieces.Count; at += length)
        {
            (length, var bearers) = LongestName(pieces, at);
            var typed = pieces.GetRange(at, length);
            if (seen.Add((Key(typed.SelectMany(p => p.Phrase.Words)), typed[^1].Phrase.Beginning, bearers.Count > 0)))
                terms.Add(Term([.. typed.Select(p => p.Phrase)], bearers));
        }

        return terms;
    }

    private static string Key(IEnumerable<string> words) => SearchText.Fold(string.Join(' ', words));

    private (int Length, IReadOnlyList<int> Bearers) LongestName(List<SearchText.Piece> pieces, int at)
    {
        var (words, found) = (new List<string>(), (Length: 1, Bearers: (IReadOnlyList<int>)[]));
        for (var i = at; i < pieces.Count && !pieces[i].Quoted && !pieces[i].Phrase.Beginning && words.Count < _longest; i++)
        {
            words.AddRange(pieces[i].Phrase.Words);
            if (_actorsOf.TryGetValue(Key(words), out var bearers)) found = (i - at + 1, bearers);
        }

        return found;
    }

    private SearchTerm Term(IReadOnlyList<SearchPhrase> typed, IReadOnlyList<int> bearers)
    {
        var own = typed.Count == 1 ? Key(typed[0].Words) : null;
        return new(typed)
        {
            Names = [.. bearers.SelectMany(b => _actors[b].Names).DistinctBy(n => Key(n.Words)).Where(n => Key(n.Words) != own)],
            Speakers = [.. bearers.Select(b => _actors[b].Id)],
        };
    }
}
