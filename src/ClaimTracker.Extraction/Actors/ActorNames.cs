using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>The dossier's actors with every name they go by, compiled once.</summary>
/// <remarks>
/// To the aliases of the dossier come those that follow from them: “Ruritanian army”, “Ruritania's army” and “army of Ruritania” for an
/// actor called “army” whose state is Ruritania; names with and without hyphens; names of persons without their ranks.
/// </remarks>
internal sealed class ActorNames
{
    private readonly Dictionary<string, NameEntry> _entries = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary;
    private readonly SpeakerLexicon _lexicon;
    private readonly Dictionary<string, KnownActor> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _countryByAdjective = [];
    private readonly Dictionary<int, int> _stateByAdjective = [];
    private readonly int[] _actorOfCountry;
    private readonly HashSet<string> _parties;
    private readonly Dictionary<string, KnownActor?> _persons = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _places = [];
    private readonly PhraseTrie<KnownActor> _ground = new();
    private readonly TokenBuffer _buffer = new();

    public ActorNames(Dossier dossier, Vocabulary vocabulary, SpeakerLexicon lexicon)
    {
        (_vocabulary, _lexicon) = (vocabulary, lexicon);
        Actors = [.. dossier.Actors.Select((a, i) => new KnownActor(a, i))];
        foreach (var actor in Actors)
            _byId.TryAdd(actor.Actor.Id, actor);
        _actorOfCountry = new int[lexicon.Countries.Count];
        Array.Fill(_actorOfCountry, -1);
        _parties = [.. dossier.Sides.Where(s => s.Place != SidePlace.Third).Select(s => s.Id)];

        LinkParents();
        LinkCountries();
        foreach (var actor in Actors)
            AddNames(actor);
        AddCapitals(dossier);
        AddPlaces(dossier);
        AddCountries();
        foreach (var (phrase, entry) in _entries)
            Names.Add(vocabulary, phrase, entry);

        foreach (var actor in Actors.Where(a => a.IsPerson))
            AddRoles(actor);
    }

    public IReadOnlyList<KnownActor> Actors { get; }

    /// <summary>Every name, with what it can stand for.</summary>
    public PhraseTrie<NameEntry> Names { get; } = new();

    /// <summary>The country whose adjective or people a word names (“Ruritanian”), or −1. Two-word ones do not count.</summary>
    public int CountryOfAdjective(int word) => _countryByAdjective.TryGetValue(word, out var country) ? country : -1;

    /// <summary>The state of the dossier whose adjective a word is, or −1.</summary>
    public int StateOfAdjective(int word) =>
        _stateByAdjective.TryGetValue(word, out var state) ? state
        : _countryByAdjective.TryGetValue(word, out var country) ? _actorOfCountry[country] : -1;

    /// <summary>The actor of the dossier that a country is, or −1.</summary>
    public int ActorOfCountry(int country) => _actorOfCountry[country];

    /// <summary>Whether a state is one of the parties to the conflict.</summary>
    public bool IsParty(int state) => _parties.Contains(Actors[state].Actor.Side ?? "");

    /// <summary>Whether a side is that of a party to the conflict: one that stands left or right.</summary>
    public bool IsPartySide(string side) => _parties.Contains(side);

    /// <summary>Whether a word is the whole name of one of the dossier's places.</summary>
    public bool IsPlace(int word) => _places.Contains(word);

    /// <summary>The state in whose territory the place lies whose name begins at a token, as an index into the actors; −1 for none. A border lies in none.</summary>
    public int StateOfPlace(ArticleTokens article, int at) =>
        article.Tokens[at].Has(TokenFlags.Capital) && _ground.Match(article.Tokens, article.Text, at, out var state) > 0 ? state!.Index : -1;

    /// <summary>The state on whose side an outlet of the dossier stands, as an index into the actors; −1 for none.</summary>
    public int StateOfOutlet(Source source)
    {
        foreach (var outlet in Actors)
        {
            if (outlet.Actor.Kind != ActorKind.Media || outlet.Actor.Side is not { } side || !_parties.Contains(side)
                || !(outlet.Actor.Id == source.Id || outlet.Actor.Name == source.Name || outlet.Actor.Aliases.Contains(source.Name)))
                continue;
            foreach (var state in Actors)
            {
                if (state.Actor.Kind == ActorKind.State && state.Actor.Side == side)
                    return state.Index;
            }
        }

        return -1;
    }

    /// <summary>The one person of the dossier who is called so in full, or null.</summary>
    public KnownActor? PersonCalled(string name) => _persons.GetValueOrDefault(name);

    /// <summary>An actor of the dossier by its id, or null.</summary>
    public KnownActor? Find(string id) => _byId.GetValueOrDefault(id);

    private void LinkParents()
    {
        foreach (var actor in Actors)
        {
            if (actor.Actor.Parent is { } parent && _byId.TryGetValue(parent, out var found))
                actor.Parent = found.Index;
        }

        foreach (var actor in Actors)
        {
            var (at, steps) = (actor.Index, 0);
            while (at >= 0 && steps++ < 16)
            {
                if (Actors[at].Actor.Kind == ActorKind.State)
                    actor.State = at;
                at = Actors[at].Parent;
            }
        }
    }

    private void LinkCountries()
    {
        var states = new Dictionary<string, KnownActor>(StringComparer.OrdinalIgnoreCase);
        foreach (var actor in Actors.Where(a => a.Actor.Kind == ActorKind.State))
        {
            actor.Government = Actors.FirstOrDefault(a => a.State == actor.Index && a.Actor.Capital is not null)?.Index ?? actor.Index;
            foreach (var name in actor.Actor.Aliases.Append(actor.Actor.Name))
                states.TryAdd(name, actor);
            foreach (var adjective in actor.Actor.Adjectives)
                _stateByAdjective.TryAdd(_vocabulary.Add(adjective), actor.Index);
        }

        foreach (var country in _lexicon.Countries)
        {
            foreach (var adjective in country.Adjectives.Where(a => !a.Contains(' ')))
                _countryByAdjective.TryAdd(_vocabulary.Add(adjective), country.Index);
            if (country.Names.Select(n => states.GetValueOrDefault(n)).FirstOrDefault(s => s is not null) is { } state)
                (state.Country, _actorOfCountry[country.Index]) = (country.Index, state.Index);
        }
    }

    private void AddNames(KnownActor actor)
    {
        if (actor.IsPerson)
        {
            AddPerson(actor);
            return;
        }

        foreach (var alias in actor.Actor.Aliases.Append(actor.Actor.Name))
        {
            Add(alias, actor.Index);
            if (Small(alias) is { } small)
                Add(small, actor.Index);
            AddOfState(actor, alias);
        }

        foreach (var alias in actor.Actor.ShortNames)
            Add(alias, actor.Index, e => e.Short = true);
        foreach (var alias in actor.Actor.AmbiguousAliases)
        {
            Add(alias, actor.Index, e => e.Ambiguous = true);
            AddOfState(actor, alias);
        }

        foreach (var alias in actor.Actor.GenericNames)
        {
            Add(alias, actor.Index, e => e.Generic = true);
            AddOfState(actor, alias);
        }
    }

    /// <summary>“Red Foreign Ministry” as “Red foreign ministry”: a body's name behind its owner's is often printed small; null where it isn't such a name.</summary>
    private string? Small(string alias)
    {
        var words = alias.Split(' ');
        if (words.Length < 2 || !_lexicon.Is(_vocabulary.Add(words[^1]), SpeakerWord.Body) || !char.IsUpper(words[^1][0]))
            return null;
        for (var i = 1; i < words.Length; i++)
            words[i] = words[i].Length <= 5 && words[i].All(char.IsUpper) ? words[i] : words[i].ToLowerInvariant();
        return string.Join(' ', words);
    }

    /// <summary>“Ruritanian army”, “Ruritania's army”, “Ruritania army”, “army of Ruritania”.</summary>
    private void AddOfState(KnownActor actor, string alias)
    {
        if (actor.State < 0 || actor.State == actor.Index)
            return;
        var state = Actors[actor.State].Actor;
        var country = Actors[actor.State].Country is >= 0 and var c ? _lexicon.Countries[c] : null;
        string[] adjectives = [.. state.Adjectives.Concat(country?.Adjectives ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] names = [.. state.Aliases.Append(state.Name).Concat(country?.Names ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (names.Concat(adjectives).Any(n => alias.Contains(n, StringComparison.OrdinalIgnoreCase)) || alias.Contains("'s ", StringComparison.Ordinal))
            return;
        // “Ruritanian foreign office”: behind its state's name a body's own can be printed small.
        var small = alias.Contains(' ') && !alias.Split(' ').Any(w => w.Length <= 5 && w.All(char.IsUpper)) ? alias.ToLowerInvariant() : alias;
        foreach (var adjective in adjectives)
            Add($"{adjective} {small}", actor.Index);
        foreach (var name in names)
        {
            Add($"{name} {small}", actor.Index);
            Add($"{name}'s {small}", actor.Index);
            Add($"{alias} of {name}", actor.Index);
        }
    }

    /// <summary>The names of the places that stand for a government when they act.</summary>
    private void AddCapitals(Dossier dossier)
    {
        foreach (var actor in Actors.Where(a => a.Actor.Capital is not null))
        {
            foreach (var name in dossier.Places.Where(p => p.Id == actor.Actor.Capital).SelectMany(p => p.Aliases.Append(p.Name)))
            {
                Add(name, actor.Index, e => e.Capital = true);
            }
        }
    }

    private void AddPlaces(Dossier dossier)
    {
        var outer = dossier.Places.Where(p => p.Within is not null).ToDictionary(p => p.Id, p => p.Within!, StringComparer.Ordinal);
        foreach (var place in dossier.Places)
        {
            var outermost = place.Id;
            for (var steps = 0; steps < 16 && outer.TryGetValue(outermost, out var within); steps++)
                outermost = within;
            if (Actors.FirstOrDefault(a => a.Actor.Territory == outermost) is { } state)
            {
                foreach (var name in place.Aliases.Append(place.Name))
                    _ground.Add(_vocabulary, name, state);
            }
        }

        foreach (var name in dossier.Places.SelectMany(p => p.Aliases.Append(p.Name)).Where(n => !n.Contains(' ')))
            _places.Add(_vocabulary.Add(name));
    }

    private void AddPerson(KnownActor actor)
    {
        var full = WithoutTitles(actor.Actor.Name, actor);
        actor.Surname = full[(full.LastIndexOf(' ') + 1)..];
        foreach (var alias in actor.Actor.Aliases.Append(actor.Actor.Name))
        {
            // One word names a person only where the article names him in full; a rank before it is part of the text, not of the name.
            var core = WithoutTitles(alias, actor);
            if (core.Contains(' ') || (core.Length > 0 && !full.Contains(' ')))
            {
                Add(core, actor.Index);
                _persons[core] = _persons.TryGetValue(core, out var other) && other != actor ? null : actor;
            }
            else if (core.Length > 0)
            {
                Add(core, actor.Index, e => e.Short = true);
                // “Emir Rudolf”, where the dossier lists it so: with that title the one word is a name.
                if (core.Length < alias.Length)
                    Add(alias, actor.Index);
            }
        }

        foreach (var alias in actor.Actor.ShortNames)
        {
            if (WithoutTitles(alias, actor) is { Length: > 0 } core)
                Add(core, actor.Index, e => e.Short = true);
        }
    }

    private string WithoutTitles(string name, KnownActor actor)
    {
        _buffer.Clear();
        Tokenizer.Tokenize(name, _vocabulary, _buffer, learn: true);
        var at = 0;
        while (at < _buffer.Count && (!_buffer[at].IsWord || _lexicon.TitleOf(_buffer[at].Word) is not null || IsRetired(name, at)))
        {
            if (_buffer[at].IsWord && _lexicon.TitleOf(_buffer[at].Word) is { } title && title.Gender != Gender.Unknown)
                actor.Gender = title.Gender;
            at++;
        }

        if (at < _buffer.Count && actor.Gender == Gender.Unknown)
            actor.Gender = _lexicon.GivenName(_buffer[at].Word);
        return at < _buffer.Count ? name[_buffer[at].Start..] : "";
    }

    /// <summary>The “r” of “Gen (r)”.</summary>
    private bool IsRetired(string name, int at) =>
        at > 0 && _buffer[at - 1].Kind == TokenKind.Open && _buffer[at].End - _buffer[at].Start == 1 && name[_buffer[at].Start] is 'r' or 'R';

    private void AddCountries()
    {
        foreach (var country in _lexicon.Countries)
        {
            var actor = _actorOfCountry[country.Index];
            foreach (var name in country.Names)
                AddCountry(name, actor, country.Index, capital: false);
            foreach (var name in country.Capitals)
                AddCountry(name, actor < 0 ? -1 : Actors[actor].Government, country.Index, capital: true);
        }
    }

    private void AddCountry(string name, int actor, int country, bool capital)
    {
        if (_entries.TryGetValue(Key(name), out var known))
            known.Capital |= capital;
        else if (actor >= 0)
            Add(name, actor, e => e.Capital = capital);
        else if (NewEntry(name) is { } entry)
            (entry.Country, entry.Capital) = (country, capital);
    }

    /// <summary>Adds all spellings of a name. A name that someone bears alone stays unmarked where another shares it.</summary>
    private void Add(string name, int actor, Action<NameEntry>? mark = null)
    {
        foreach (var spelling in NameSpellings.Of(name))
        {
            if (NewEntry(spelling) is not { } entry)
                continue;
            if (!entry.Actors.Contains(actor))
                entry.Actors.Add(actor);
            if (entry.Actors.Count == 1)
                mark?.Invoke(entry);
        }
    }

    private NameEntry? NewEntry(string name)
    {
        var key = Key(name);
        if (key.Length == 0)
            return null;
        var (capitals, allCaps) = (0u, 0u);
        for (var i = 0; i < _buffer.Count && i < 32; i++)
        {
            capitals |= _buffer[i].Has(TokenFlags.Capital) ? 1u << i : 0;
            allCaps |= _buffer[i].Has(TokenFlags.AllCaps) && _buffer[i].End - _buffer[i].Start <= 5 ? 1u << i : 0;
        }

        if (!_entries.TryGetValue(key, out var entry))
            _entries[key] = entry = new();
        entry.Capitals &= capitals;
        entry.AllCaps &= allCaps;
        return entry;
    }

    /// <summary>The name as the trie compares it; leaves its tokens in the buffer.</summary>
    private string Key(string name)
    {
        _buffer.Clear();
        Tokenizer.Tokenize(name, _vocabulary, _buffer, learn: true);
        var key = new System.Text.StringBuilder();
        foreach (var token in _buffer.Span)
        {
            if (token.Has(TokenFlags.SpaceBefore) && key.Length > 0)
                key.Append(' ');
            foreach (var c in token.In(name))
                key.Append(Vocabulary.Fold(c));
        }

        return key.ToString();
    }

    private void AddRoles(KnownActor actor)
    {
        for (var parent = actor.Parent; parent >= 0; parent = Actors[parent].Parent)
        {
            foreach (var name in Actors[parent].Actor.Aliases.Concat(Actors[parent].Actor.GenericNames).Append(Actors[parent].Actor.Name))
                AddWords(name, actor.Belongs);
            foreach (var name in Actors[parent].Actor.Adjectives)
                AddWords(name, actor.Belongs);
            if (Actors[parent].Country is >= 0 and var country)
            {
                foreach (var name in _lexicon.Countries[country].Adjectives.Concat(_lexicon.Countries[country].Names))
                    AddWords(name, actor.Belongs);
            }
        }

        foreach (var role in actor.Actor.Roles.Concat(actor.Actor.CalledBy))
        {
            if (ReadRole(role) is { } phrase)
                actor.Roles.Add(phrase);
        }
    }

    private void AddWords(string name, HashSet<int> words)
    {
        _buffer.Clear();
        Tokenizer.Tokenize(name, _vocabulary, _buffer, learn: true);
        foreach (var token in _buffer.Span)
        {
            if (token.IsWord)
                words.Add(token.Word);
        }
    }

    /// <summary>“head of the army's media wing” has the head “chief” and the modifiers army, media, wing.</summary>
    private RolePhrase? ReadRole(string role)
    {
        _buffer.Clear();
        Tokenizer.Tokenize(role, _vocabulary, _buffer, learn: true);
        var head = -1;
        for (var i = 0; i < _buffer.Count; i++)
        {
            if (_lexicon.Is(_buffer[i].Word, SpeakerWord.Preposition) && head >= 0)
                break;
            if (_lexicon.RoleOf(_buffer[i].Word) is { Kind: RoleKind.Person })
                head = i;
        }

        if (head < 0)
            return null;
        List<int> modifiers = [];
        for (var i = 0; i < _buffer.Count; i++)
        {
            if (i != head && _buffer[i].IsWord && _buffer[i].Word != _lexicon.Possessive
                && !_lexicon.Is(_buffer[i].Word, SpeakerWord.Preposition | SpeakerWord.Determiner | SpeakerWord.And))
                modifiers.Add(_buffer[i].Word);
        }

        return new(_lexicon.RoleOf(_buffer[head].Word)!.Group, [.. modifiers]);
    }
}
