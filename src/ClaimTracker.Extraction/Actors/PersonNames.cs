using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Finds people whom no dossier knows: capitalised words with a title, a role or a given name, and later their surnames alone.</summary>
internal sealed class PersonNames(ActorNames names, SpeakerLexicon lexicon, Surroundings around)
{
    private const SpeakerWord NoPerson = SpeakerWord.Body | SpeakerWord.PlaceName | SpeakerWord.ThingName | SpeakerWord.Time | SpeakerWord.Determiner
        | SpeakerWord.Preposition | SpeakerWord.Conjunction | SpeakerWord.Adverb | SpeakerWord.Pronoun | SpeakerWord.Auxiliary | SpeakerWord.Negation;

    /// <summary>Persons with one surname among whom a bearer is sought, back from the last: more than any article names.</summary>
    private const int MostNamesakes = 32;

    /// <summary>Names from the beginning among which a person's surname is sought: who is named in full is so early.</summary>
    private const int MostMentions = 400;

    private readonly RoleReader _roles = new(lexicon, around);
    private readonly List<RolePhrase> _read = [];
    private readonly List<TokenRange> _single = [];
    private readonly List<TokenRange> _doubtful = [];
    private Cast _cast = null!;

    public void Read(Cast cast)
    {
        _cast = cast;
        _single.Clear();
        _doubtful.Clear();
    }

    /// <summary>Capitalised runs of two words or more that could be someone's name; they count when they speak.</summary>
    public IReadOnlyList<TokenRange> Doubtful => _doubtful;

    /// <summary>Reads a run of capitalised words; returns where to go on.</summary>
    public int Find(int at, int end)
    {
        var start = at;
        while (start < end && around.Has(start, TokenFlags.SentenceStart) && around.Is(start, NoPerson & ~SpeakerWord.Body))
            start++;
        var name = start;
        // “Quoting Ruiz, …”: a participle at the head of a sentence.
        if (start < end - 1 && around.Has(start, TokenFlags.SentenceStart) && _cast.Article.Letters(start) is { Length: >= 6 } first && first.EndsWith("ing", StringComparison.Ordinal)
            && lexicon.GivenName(around.Word(start)) == Gender.Unknown)
            (start, name) = (start + 1, start + 1);
        var titled = false;
        for (var i = start; i < end; i++)
        {
            if (lexicon.TitleOf(around.Word(i)) is null)
                continue;
            (name, titled) = (i + 1, true);
            if (around.Kind(name, TokenKind.Stop) && name < end)
                name++;
        }

        if (name < end)
            Consider(new(name, end), titled || FollowsRole(start));
        return Math.Max(end, at + 1);
    }

    /// <summary>Whether a name goes on with further capitalised words: then it is another's.</summary>
    public bool GoesOn(TokenRange name)
    {
        var next = name.End;
        return around.Kind(next, TokenKind.Word) && !around.Breaks(next) && around.Has(next, TokenFlags.Capital) && around.Has(next, TokenFlags.SpaceBefore)
            && !_cast.Article.Tokens[next].Has(TokenFlags.AllCaps) && !around.Is(next, NoPerson) && lexicon.TitleOf(around.Word(next)) is null
            && !around.IsVerb(next);
    }

    /// <summary>The name with the ranks before it: “Lt Gen”, “Gen (r)”.</summary>
    public TokenRange WithRank(TokenRange name)
    {
        var start = name.Start;
        while (start > 0 && !around.Breaks(start))
        {
            if (around.Kind(start - 1, TokenKind.Word) && around.Has(start - 1, TokenFlags.Capital) && lexicon.TitleOf(around.Word(start - 1)) is { Rank: true })
                start--;
            else if (around.Kind(start - 1, TokenKind.Stop) && lexicon.TitleOf(around.Word(start - 2)) is { Rank: true })
                start -= 2;
            else if (around.Kind(start - 1, TokenKind.Close) && around.Kind(start - 3, TokenKind.Open) && lexicon.TitleOf(around.Word(start - 4)) is { Rank: true }
                && lexicon.TitleOf(around.Word(start - 2)) is null && _cast.Article.Letters(start - 2).Length <= 4)
                start -= 4;
            else
                break;
        }

        return new(start, name.End);
    }

    /// <summary>Gives single capitalised words to those whose surname they are.</summary>
    public void Finish()
    {
        foreach (var word in _single)
        {
            if (_cast.MentionAt(word.Start) is null && BySurname(word) is >= 0 and var person)
                _cast.Add(new(WithRank(word), person, MentionKind.Person));
        }
    }

    /// <summary>The person of the article whose name ends in this word, the last one named before it, else the first after; −1 for none.</summary>
    public int BySurname(TokenRange word)
    {
        var letters = _cast.Article.Letters(word.End - 1);
        Span<int> namesakes = stackalloc int[MostNamesakes];
        var count = 0;
        for (var i = _cast.LastCalled(letters); i >= 0 && count < MostNamesakes; i = _cast[i].Namesake)
        {
            if (_cast[i].FirstMention >= 0 && _cast[i].Surname.Equals(letters, StringComparison.OrdinalIgnoreCase) && IsCalledSo(i, letters))
                namesakes[count++] = i;
        }

        var best = -1;
        while (count-- > 0)
        {
            var person = _cast[namesakes[count]];
            if (best < 0 || (person.FirstMention < word.Start && (person.FirstMention > _cast[best].FirstMention || _cast[best].FirstMention > word.Start)))
                best = namesakes[count];
        }

        return best >= 0 ? best : BySpelling(letters);
    }

    /// <summary>“Ana Ruyz said …. Ruyz”: the one person of the dossier whom the article spells so; −1 for none, or several.</summary>
    private int BySpelling(ReadOnlySpan<char> surname)
    {
        var found = -1;
        for (var i = 0; i < Math.Min(_cast.Mentions.Count, MostMentions); i++)
        {
            if (_cast.Mentions[i] is not { Kind: MentionKind.Person or MentionKind.Name, Range.Count: > 1, Participant: >= 0 } mention || mention.Participant == found || _cast[mention.Participant].Known is not { IsPerson: true }
                || !_cast.Article.Letters(mention.Range.End - 1).Equals(surname, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found >= 0)
                return -1;
            found = mention.Participant;
        }

        return found;
    }

    /// <summary>
    /// Whether the article names a person of the dossier with this surname at all: who is “Emir Rudolf” in it isn't the “Elphberg” of another
    /// sentence because the dossier calls him Rudolf Elphberg.
    /// </summary>
    private bool IsCalledSo(int person, ReadOnlySpan<char> surname)
    {
        if (_cast[person].Known is not { } known || known.Actor.ShortNames.Contains(surname.ToString(), StringComparer.OrdinalIgnoreCase))
            return true;
        for (var i = 0; i < Math.Min(_cast.Mentions.Count, MostMentions); i++)
        {
            if (_cast.Mentions[i] is { Kind: MentionKind.Person } mention && mention.Participant == person && _cast.Article.Letters(mention.Range.End - 1).Equals(surname, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>“Prime Minister Ruiz”: the one bearer of the short name who holds that office; null for none or several.</summary>
    public KnownActor? InOffice(TokenRange name, NameEntry entry)
    {
        _read.Clear();
        if (!_roles.Read(name, _read))
            return null;
        KnownActor? only = null;
        foreach (var actor in entry.Actors)
        {
            var known = names.Actors[actor];
            if (!known.IsPerson || !_read.Exists(r => known.Holds(r, _cast.Article.Article.Published.Date)))
                continue;
            if (only is not null)
                return null;
            only = known;
        }

        return only;
    }

    /// <summary>The person whom a surname alone names, one met as a capitalised name without any sign of a person included; −1 for none.</summary>
    public int Called(TokenRange word)
    {
        if (BySurname(word) is >= 0 and var person)
            return person;
        var letters = _cast.Article.Letters(word.End - 1);
        for (var i = Math.Max(0, _doubtful.Count - 200); i < _doubtful.Count; i++)
        {
            if (!_cast.Article.Letters(_doubtful[i].End - 1).Equals(letters, StringComparison.OrdinalIgnoreCase))
                continue;
            var made = Make(_doubtful[i]);
            _cast.Add(new(WithRank(_doubtful[i]), made, MentionKind.Person));
            return made;
        }

        return -1;
    }

    /// <summary>Makes a person of a name.</summary>
    public int Make(TokenRange name)
    {
        var text = _cast.Article.SpanOf(name).In(_cast.Article.Text).ToString();
        if (name.Count > 2 && names.PersonCalled(WithoutInitials(name)) is { } known)
            return _cast.Of(known);
        if (text.Contains('.') && names.PersonCalled(text.Replace(".", "", StringComparison.Ordinal)) is { } initialled)
            return _cast.Of(initialled);
        if (Shortened(name) is >= 0 and var whole)
            return whole;
        var slug = ArticleIds.Slug(text);
        var person = _cast.Of(name.Count > 1 ? slug : $"{slug}-{_cast.ShortName}", text, ActorKind.Person, human: true);
        if (_cast[person].Gender == Gender.Unknown)
            _cast[person].Gender = GenderOf(name);
        return person;
    }

    /// <summary>“Juan Carlos Ruiz”, later “Carlos Ruiz”: the person met before whose whole name ends so; −1 for none.</summary>
    public int Shortened(TokenRange words)
    {
        if (words.Count < 2)
            return -1;
        var found = -1;
        var name = _cast.Article.SpanOf(words).In(_cast.Article.Text);
        for (var i = _cast.LastCalled(name[(name.LastIndexOf(' ') + 1)..]); i >= 0; i = _cast[i].Namesake)
        {
            var whole = _cast[i].Name;
            if (whole.Length > name.Length && whole[^(name.Length + 1)] == ' ' && whole.EndsWith(name, StringComparison.OrdinalIgnoreCase) && _cast[i].FirstMention >= 0)
                found = found < 0 ? i : -2;
        }

        return Math.Max(found, -1);
    }

    /// <summary>“Ana M. Ruiz” as “Ana Ruiz”.</summary>
    private string WithoutInitials(TokenRange name)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = name.Start; i < name.End; i++)
        {
            if (around.Kind(i, TokenKind.Word) && _cast.Article.Letters(i).Trim('.').Length > 1)
                plain.Append(plain.Length > 0 ? " " : "").Append(_cast.Article.Letters(i));
        }

        return plain.ToString();
    }

    private Gender GenderOf(TokenRange name)
    {
        for (var i = WithRank(name).Start; i < name.Start; i++)
        {
            if (lexicon.TitleOf(around.Word(i)) is { Gender: not Gender.Unknown and var told })
                return told;
        }

        if (lexicon.RoleOf(around.Word(name.Start - 1)) is { Gender: not Gender.Unknown and var role })
            return role;
        return lexicon.GivenName(around.Word(name.Start));
    }

    /// <summary>Where the run of capitalised words that begins at a token ends.</summary>
    public int RunEnd(int at)
    {
        var end = at + 1;
        while (end < _cast.Article.Tokens.Count)
        {
            if (around.Has(end, TokenFlags.ParagraphStart))
                break;
            // The dot of an initial or of a title ends no sentence.
            if (around.Kind(end, TokenKind.Stop) && !around.Has(end, TokenFlags.SpaceBefore) && !around.Has(end + 1, TokenFlags.SentenceStart)
                && around.Has(end + 1, TokenFlags.Capital))
            {
                end++;
                continue;
            }

            if (around.Has(end, TokenFlags.SentenceStart) || !around.Kind(end, TokenKind.Word) || !IsNameWord(end)
                || around.Word(end) == lexicon.Possessive)
                break;
            end++;
        }

        return end;
    }

    /// <summary>A capital letter at the front, or behind a particle: “al-Burhan”, “ul Haq”.</summary>
    private bool IsNameWord(int token)
    {
        if (around.Has(token, TokenFlags.Capital))
            return true;
        var letters = _cast.Article.Letters(token);
        if (letters.IndexOf('-') is >= 1 and <= 3 and var hyphen && hyphen + 1 < letters.Length && char.IsUpper(letters[hyphen + 1]))
            return true;
        return around.Is(token, SpeakerWord.Particle) && around.Has(token + 1, TokenFlags.Capital) && !around.Breaks(token + 1);
    }

    private void Consider(TokenRange name, bool titled)
    {
        while (name.Count > 2 && (around.Is(name.Start, SpeakerWord.Body) || names.CountryOfAdjective(around.Word(name.Start)) >= 0))
            name = new(name.Start + 1, name.End);
        for (var i = name.Start; i < name.End; i++)
        {
            if (around.Is(i, NoPerson))
                return;
        }

        _read.Clear();
        if (name.Count == 1)
        {
            if (!titled && !IsDescribed(name))
                _single.Add(name);
            else
                Take(name, BySurname(name) is >= 0 and var known ? known : Make(name));
            return;
        }

        var given = lexicon.GivenName(around.Word(name.Start)) != Gender.Unknown;
        if (name.Count <= 5 && (titled || given || _roles.Read(name, _read) || _roles.ReadApposed(name, _read)))
            Take(name, Make(name));
        else if (name.Count <= 5)
            _doubtful.Add(name);
    }

    /// <summary>“Jamal, an elder of the valley, said”: one name alone that an apposition makes a person's, where nothing makes it a place's.</summary>
    private bool IsDescribed(TokenRange name) =>
        around.Kind(name.End, TokenKind.Comma) && around.Is(name.End + 1, SpeakerWord.New | SpeakerWord.Known) && !around.Has(name.Start, TokenFlags.AllCaps)
        && around.IsClauseHead(name) && !around.Is(name.Start, NoPerson) && !names.IsPlace(around.Word(name.Start)) && _roles.ReadBehind(name);

    /// <summary>Notes a person's name and the offices that stand beside it.</summary>
    public void Take(TokenRange name, int person)
    {
        if (_cast[person].Roles.Count < 4)
            _ = _roles.Read(name, _cast[person].Roles) || _roles.ReadApposed(name, _cast[person].Roles);
        _cast.Add(new(WithRank(name), person, MentionKind.Person));
    }

    /// <summary>“petitioner Juan Carlos Vega”, “spokesman Ana Ruiz”.</summary>
    private bool FollowsRole(int start) =>
        !around.Breaks(start) && around.Kind(start - 1, TokenKind.Word) && lexicon.RoleOf(around.Word(start - 1)) is { Kind: RoleKind.Person, Plural: false };
}
