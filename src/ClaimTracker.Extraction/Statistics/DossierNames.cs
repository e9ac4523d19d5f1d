using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Lexicon;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>The dossier's names as far as statistics need them: whose the counted are, where, and what is measured.</summary>
internal sealed class DossierNames
{
    private readonly PhraseTrie<string> _groups = new();
    private readonly PhraseTrie<List<string>> _generic = new();
    private readonly PhraseTrie<Actor> _actors = new();
    private readonly PhraseTrie<Place> _places = new();
    private readonly Dictionary<string, string?> _sideOfPlace = [];
    private readonly Dictionary<string, HashSet<string>> _within = [];
    private readonly WordMap<bool> _starts = new();
    private readonly WordMap<bool> _listeners = new();
    private readonly HashSet<string> _sides;
    private readonly WordClasses _classes;
    private readonly CountedWords _nouns;
    private readonly HashSet<string> _countries;
    private readonly HashSet<string> _capitals;

    public DossierNames(Vocabulary vocabulary, Dossier dossier, WordClasses classes, CountedWords nouns)
    {
        (_classes, _nouns) = (classes, nouns);
        foreach (var word in LexiconFile.Shipped("where-spoken.txt", new HashSet<string> { "listener" }).SelectMany(l => l.Forms))
            _listeners.Set(vocabulary.Add(word), true);
        foreach (var group in dossier.Groups)
        {
            foreach (var word in group.Words)
                _groups.Add(vocabulary, word, group.Id);
        }

        foreach (var words in dossier.Groups.SelectMany(g => g.GenericWords.Select(w => (w, g.Id))).GroupBy(p => p.w, p => p.Id, StringComparer.OrdinalIgnoreCase))
            _generic.Add(vocabulary, words.Key, [.. words]);
        foreach (var actor in dossier.Actors)
        {
            foreach (var alias in actor.Aliases.Append(actor.Name))
                Add(_actors, vocabulary, alias, actor);
        }

        foreach (var place in dossier.Places)
        {
            foreach (var alias in place.Aliases.Append(place.Name).Concat(place.GenericNames))
                Add(_places, vocabulary, alias, place);
        }

        _countries = dossier.Places.Where(p => p.Kind is PlaceKind.Country or PlaceKind.Region).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var places = dossier.Places.ToDictionary(p => p.Id);
        _sides = dossier.Sides.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var place in dossier.Places)
        {
            _within[place.Id] = Around(place, places);
            _sideOfPlace[place.Id] = _within[place.Id].Append(place.Id).FirstOrDefault(_sides.Contains);
        }

        _capitals = dossier.Actors.Select(a => a.Capital).OfType<string>().ToHashSet(StringComparer.Ordinal);
        StateSides = [.. _sides.Where(places.ContainsKey)];
    }

    /// <summary>The side on whose ground a place lies: the one with the same id as the outermost place around it.</summary>
    public string? SideOf(string placeId) => _sideOfPlace.GetValueOrDefault(placeId);

    /// <summary>Whether a place is as large as a state, so that two events in it need not be one.</summary>
    public bool IsCountry(string placeId) => _countries.Contains(placeId);

    /// <summary>Whether a place is the seat of a government, where one event is not told from another by the place alone.</summary>
    public bool IsCapital(string placeId) => _capitals.Contains(placeId);

    /// <summary>Whether one of two places contains the other, or they are the same.</summary>
    public bool Related(string a, string b) => a == b || _within[a].Contains(b) || _within[b].Contains(a);

    /// <summary>The side named last by a group's words: “Ruritanian air strikes”.</summary>
    public string? LastSideIn(ArticleTokens article, TokenRange range) => LastGroupIn(article, range) is { } group && _sides.Contains(group) ? group : null;

    /// <summary>The first side named by a group's words.</summary>
    public string? FirstSideIn(ArticleTokens article, TokenRange range) => GroupIn(article, range) is { } group && _sides.Contains(group) ? group : null;

    /// <summary>The sides that have ground of their own.</summary>
    public IReadOnlyList<string> StateSides { get; }

    /// <summary>The first name of a group that begins in a run of tokens: “Ruritanian soldiers”.</summary>
    public string? GroupIn(ArticleTokens article, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            // A name that begins in the run may reach beyond it: “Rebels” of “Rebels and affiliated militants”.
            if (_groups.Match(article.Tokens, article.Text, i, out var group) > 0)
                return group;
        }

        return null;
    }

    /// <summary>The last name of a group in a run of tokens.</summary>
    public string? LastGroupIn(ArticleTokens article, TokenRange range)
    {
        for (var i = range.End - 1; i >= range.Start; i--)
        {
            if (_groups.Match(article.Tokens, article.Text, i, out var group) is var length and > 0 && i + length <= range.End)
                return group;
        }

        return null;
    }

    /// <summary>The groups for which words can stand that don't tell whose they are: “soldiers”.</summary>
    public IReadOnlyList<string> GenericIn(ArticleTokens article, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (_generic.Match(article.Tokens, article.Text, i, out var groups) is var length and > 0 && i + length <= range.End)
                return groups!;
        }

        return [];
    }

    /// <summary>Names of actors and places as they stand in the dossier, for use without the engine's own mentions.</summary>
    public void Find(ArticleTokens article, Entities found)
    {
        found.Clear();
        for (var i = 0; i < article.Tokens.Count;)
        {
            if (!_starts[article.Tokens[i].Word])
            {
                i++;
                continue;
            }

            var actor = _actors.Match(article.Tokens, article.Text, i, out var who);
            var place = _places.Match(article.Tokens, article.Text, i, out var where);
            if (actor == 1 && who!.Aliases.Count > 0 && IsShout(article, i, who))
                actor = 0;
            // A state's name is a place after a preposition, and someone who acts elsewhere.
            var located = i > 0 && (_classes[article.Tokens[i - 1], article.Text] & WordClass.Prep) != 0 && !IsBy(article, i - 1);
            if (actor > 0 && !(place == actor && located))
                found.Actors.Add(new(new(i, i + actor), who!.Id, who.Side));
            // “in Ruritania strikes”: whose strikes they were.
            located &= !(place == actor && IsWhose(article, i + place));
            if (place > 0 && !TellsWhereSpoken(article, i, i + place, where!) && (located || (actor == 0 && !Speaks(article, i + place, where!))))
                found.Places.Add(new(new(i, i + place), where!.Id));
            i += Math.Max(1, Math.Max(actor, place));
        }
    }

    /// <summary>The dateline's place, “In Alder, the mayor said”, “told reporters in Alder”: where somebody spoke, not where it was.</summary>
    private bool TellsWhereSpoken(ArticleTokens article, int start, int end, Place place)
    {
        if (article.Article.DatelineSpan is { } dateline && dateline.Contains(article.Tokens[start].Start) && dateline.End < article.Text.Length)
            return true;
        if (start < 1 || (_classes[article.Tokens[start - 1], article.Text] & WordClass.Prep) == 0)
            return false;
        if (start > 1 && _listeners[article.Tokens[start - 2].Word])
            return true;
        // In a town “a health official said five died”: there it was. A capital and a third country are where one speaks.
        if (!_capitals.Contains(place.Id) && SideOf(place.Id) is not null)
            return false;
        if (!article.Tokens[start - 1].Has(TokenFlags.SentenceStart) || end >= article.Tokens.Count || article.Tokens[end].Kind != TokenKind.Comma)
            return false;
        for (var i = end + 1; i < Math.Min(article.Tokens.Count, end + 16) && !article.Tokens[i].Has(TokenFlags.SentenceStart); i++)
        {
            var word = _classes[article.Tokens[i], article.Text];
            if ((word & WordClass.CueVerb) != 0)
                return true;
            if ((word & (WordClass.Aux | WordClass.Modal | WordClass.Verb)) != 0)
                return false;
        }

        return false;
    }

    /// <summary>A city's name that does something stands for a government.</summary>
    private bool Speaks(ArticleTokens article, int next, Place place) => place.Kind == PlaceKind.City && next < article.Tokens.Count
        && (_classes[article.Tokens[next], article.Text] & (WordClass.CueVerb | WordClass.Aux | WordClass.Modal | WordClass.Verb)) != 0;

    /// <summary>Whether a state's name narrows a deed that stands right behind it.</summary>
    private bool IsWhose(ArticleTokens article, int next) =>
        next < article.Tokens.Count && !article.Tokens[next].Has(TokenFlags.Capital) && _nouns.Match(article, next, out var noun) > 0 && noun!.Is(CountedTraits.Agent);

    private static bool IsBy(ArticleTokens article, int token) => article.Letters(token) is "by" or "with" or "against";

    /// <summary>“us” where the alias is “US”: a name in capitals alone counts in capitals only.</summary>
    private static bool IsShout(ArticleTokens article, int token, Actor actor)
    {
        var letters = article.Letters(token).ToString();
        return !actor.Aliases.Append(actor.Name).Any(a => a.Equals(letters, StringComparison.OrdinalIgnoreCase)
            && (a == letters || a.Any(char.IsLower)));
    }

    private void Add<T>(PhraseTrie<T> names, Vocabulary vocabulary, string name, T value)
    {
        names.Add(vocabulary, name, value);
        var tokens = new TokenBuffer();
        Tokenizer.Tokenize(name, vocabulary, tokens, learn: true);
        if (tokens.Count > 0 && tokens[0].Word != 0)
            _starts.Set(tokens[0].Word, true);
    }

    /// <summary>The ids of the places around one.</summary>
    private static HashSet<string> Around(Place place, Dictionary<string, Place> places)
    {
        HashSet<string> found = [];
        while (place.Within is { } within && found.Add(within) && places.TryGetValue(within, out var outer))
            place = outer;
        return found;
    }
}
