using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>From the words for a speaker to an actor. In doubt the article's own words: a claim on the wrong person is the worst error.</summary>
internal sealed class SpeakerResolver
{
    private readonly SourceParser _parser;
    private readonly Salience _salience;
    private readonly UnnamedSources _unnamed;
    private readonly RoleResolver _roles;
    private readonly PronounResolver _pronouns;
    private readonly DocumentResolver _documents;
    private readonly SpeakerLexicon _lexicon;
    private readonly Surroundings _around;
    private readonly PersonNames _persons;
    private readonly UnnamedSubjects _subjects;
    private readonly SpeechLog _log = new();
    private readonly List<Resolved> _parties = [];
    private Cast _cast = null!;

    public SpeakerResolver(ActorNames names, SpeakerLexicon lexicon, Surroundings around, PersonNames persons)
    {
        (_lexicon, _around, _persons) = (lexicon, around, persons);
        _parser = new(names, lexicon, around);
        _salience = new(around);
        _unnamed = new(names, lexicon, around, _log);
        _roles = new(names, lexicon, around, _salience, _unnamed);
        _pronouns = new(around, _salience, _unnamed);
        _subjects = new(around, _log);
        _documents = new(names, lexicon, around, _salience, _unnamed, _log);
    }

    public SpeechLog Log => _log;

    /// <summary>What the speaker says who is asked for next, where it stands before the words for him.</summary>
    public TokenRange? Content { set => _salience.Content = value; }

    public void Read(Cast cast)
    {
        _cast = cast;
        _log.Clear();
        _parser.Read(cast);
        _salience.Read(cast, _log);
        _unnamed.Read(cast);
        _roles.Read(cast);
        _pronouns.Read(cast);
        _subjects.Read(cast);
        _documents.Read(cast);
    }

    /// <summary>Appends who is meant by a source phrase: one, or several where it joins them.</summary>
    public void Resolve(TokenRange source, List<Resolved> found)
    {
        var phrase = _parser.Parse(source);
        switch (phrase.Form)
        {
            case SourceForm.Pronoun:
                if (_around.Is(phrase.Core.Start, SpeakerWord.Own))
                    found.Add(_unnamed.Unresolved(phrase.Core, "own-pronoun"));
                else if (!ResolveUnnamed(phrase.Core.Start, found))
                    found.Add(_pronouns.Resolve(_parser.Parse(source)));
                break;
            case SourceForm.Names:
                if (phrase.Names is [{ } single] && HeadlinePartner(single) is { } partner)
                    found.Add(new(partner.Participant, partner.Range, false, 0.85, "name"));
                foreach (var name in phrase.Names)
                    found.Add(Holder(name) is { } holder ? new(holder, name.Range, true, 0.85, "role-only-holder") : new(name.Participant, name.Range, false, 0.98, "name"));
                break;
            case SourceForm.Role:
                ResolveRole(phrase, source, found);
                break;
            case SourceForm.Words when phrase.Core.Count == 1 && _around.Is(phrase.Core.Start, SpeakerWord.Count):
                _documents.Parties(phrase.Core, found);
                break;
            default:
                found.Add(Words(phrase));
                break;
        }
    }

    /// <summary>
    /// “A member of the team, who asked for silence, told”, “A senior official brushed the talk aside. …, he said”: a pronoun for someone who has no
    /// name and hasn't spoken before, so that only the words of his sentence know him. False where it stands for somebody else.
    /// </summary>
    private bool ResolveUnnamed(int pronoun, List<Resolved> found)
    {
        if (_subjects.Before(pronoun) is not { } words)
            return false;
        var phrase = _parser.Parse(words);
        if (phrase.Form == SourceForm.Words && _subjects.IsName(words) && !_around.Is(pronoun, SpeakerWord.Plural))
        {
            found.Add(_unnamed.Named(words, ActorKind.Person) with { Rule = "pronoun-of-name", Confidence = 0.75 });
            return true;
        }

        var several = _around.Is(pronoun, SpeakerWord.Plural) && !_around.Is(pronoun, SpeakerWord.Relative);
        if (phrase is not { Form: SourceForm.Role, Role: { Kind: RoleKind.Person } role } || role.Plural != several || _subjects.Differs(pronoun, role.Gender))
            return false;
        ResolveRole(phrase, words, found);
        return true;
    }

    /// <summary>“Ruritania, Northmark report heavy losses”: headlines join two with a comma.</summary>
    private NameMention? HeadlinePartner(NameMention name) =>
        _around.Has(name.Range.Start, TokenFlags.Title) && _around.Kind(name.Range.Start - 1, TokenKind.Comma) && _around.IsVerb(name.Range.End)
            && _cast.MentionAt(name.Range.Start - 2) is { IsActor: true } partner && _around.Has(partner.Range.Start, TokenFlags.SentenceStart) && partner.Range.End == name.Range.Start - 1
            && _cast[partner.Participant].Kind is ActorKind.State or ActorKind.Government
            ? partner
            : null;

    /// <summary>“The rebel spokesman”, where the dossier has an actor for one who is not named: the only one of that office whom the article has named before.</summary>
    private int? Holder(NameMention name)
    {
        if (_cast[name.Participant].Known is not { IsPerson: true } unnamed || _lexicon.RoleOf(_around.Word(name.Range.End - 1)) is not { Kind: RoleKind.Person } role)
            return null;
        int? only = null;
        for (var i = 0; i < _cast.Count; i++)
        {
            if (_cast[i].Known is not { IsPerson: true } known || known == unnamed || known.Parent != unnamed.Parent || _cast[i].FirstMention < 0 || _cast[i].FirstMention >= name.Range.Start
                || !known.Roles.Exists(r => r.Group == role.Group))
                continue;
            if (only is not null)
                return null;
            only = i;
        }

        return only;
    }

    /// <summary>Whether words name those who could speak and nothing else: “three informed sources”, “Ana Ruiz”.</summary>
    public bool IsSpeaker(TokenRange words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (_around.Is(i, SpeakerWord.Relative | SpeakerWord.Conjunction | SpeakerWord.Auxiliary))
                return false;
        }

        var phrase = _parser.Parse(words);
        return phrase.Form == SourceForm.Names || (phrase.Form == SourceForm.Role && phrase.Role!.Kind == RoleKind.Person);
    }

    /// <summary>The same for an object that is somebody else than the subject: “he quoted him”.</summary>
    public void ResolveOther(TokenRange source, int subject, List<Resolved> found)
    {
        var phrase = _parser.Parse(source);
        if (phrase.Form == SourceForm.Pronoun)
            found.Add(_pronouns.Resolve(phrase, subject));
        else
            Resolve(source, found);
    }

    /// <summary>The speaker of an account that goes on without naming one.</summary>
    public Resolved Last(int token) =>
        _log.Count > 0 ? new(_log[^1].Participant, null, false, _log[^1].Paragraph == _around.ParagraphOf(token) ? 0.85 : 0.75, "last-speaker") : _unnamed.Nobody();

    /// <summary>The author of a paper whose words are given: “The released video, titled …”.</summary>
    public void Document(int token, RoleNoun role, List<Resolved> found)
    {
        var phrase = _parser.Parse(new(token, token + 1));
        phrase.Role = role;
        _documents.Resolve(phrase, new(token, token + 1), found);
    }

    /// <summary>The two parties of whom the article last spoke together, the one named first; −1 for none.</summary>
    public int FirstParty(int token)
    {
        _parties.Clear();
        _documents.Parties(new(token, token + 1), _parties);
        return _parties.Count == 2 ? _parties[0].Participant : -1;
    }

    /// <summary>Nobody in particular.</summary>
    public Resolved Nobody() => _unnamed.Nobody();

    /// <summary>Notes that someone has spoken.</summary>
    public void Spoke(Resolved speaker, int token)
    {
        _cast[speaker.Participant].Used = true;
        _log.Add(new(speaker.Participant, token, _cast.Article.SentenceOf(token), _around.ParagraphOf(token)));
    }

    /// <summary>Notes that someone spoke in the words of another, who goes on: “he” behind it is mostly the one who tells.</summary>
    public void Spoke(Resolved speaker, int token, Resolved teller)
    {
        Spoke(speaker, token);
        Spoke(teller, token);
    }

    private void ResolveRole(SourcePhrase phrase, TokenRange source, List<Resolved> found)
    {
        switch (phrase.Role!.Kind)
        {
            case RoleKind.Document:
                _documents.Resolve(phrase, source, found);
                break;
            case RoleKind.Rulers:
                found.Add(_roles.Rulers(phrase));
                break;
            case RoleKind.Media:
                found.Add(phrase.Definite && phrase.Modifiers.Count == 0 ? _roles.Body(phrase) : _unnamed.Body(phrase));
                break;
            case RoleKind.Body when (phrase.Both || (phrase.Definite && phrase.Role.Plural)) && _lexicon.IsParty(phrase.Role):
                _documents.Parties(phrase.Core, found);
                break;
            case RoleKind.Body:
                found.Add(_roles.Body(phrase));
                break;
            default:
                found.Add(_roles.Person(phrase));
                break;
        }
    }

    /// <summary>A verb or another small word that was taken for a source.</summary>
    private bool IsNoNoun(TokenRange core)
    {
        for (var i = core.Start; i < core.End; i++)
        {
            if (!_around.Is(i, SpeakerWord.Auxiliary | SpeakerWord.Adverb | SpeakerWord.Preposition | SpeakerWord.Conjunction | SpeakerWord.Negation | SpeakerWord.Verb)
                || _around.Has(i, TokenFlags.AllCaps))
                return false;
        }

        return true;
    }

    /// <summary>The nearest name before, in the same sentence, that is the subject of its clause.</summary>
    private Resolved? Before(TokenRange core)
    {
        for (var i = core.Start - 1; i > core.Start - 12 && !_around.Breaks(i + 1); i--)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention && _around.IsClauseHead(mention.Range))
                return new(mention.Participant, mention.Range, false, 0.75, "name-before");
        }

        return null;
    }

    /// <summary>A capital letter at the head of a sentence makes no name: the word has to have one elsewhere too.</summary>
    private bool IsNameElsewhere(int token)
    {
        if (!_around.Has(token, TokenFlags.SentenceStart) || _around.Has(token, TokenFlags.AllCaps))
            return true;
        var hash = _cast.Article.Tokens[token].Hash;
        for (var i = Math.Max(0, token - 3000); i < Math.Min(_cast.Article.Tokens.Count, token + 3000); i++)
        {
            if (_cast.Article.Tokens[i].Hash == hash && _around.Has(i, TokenFlags.Capital) && !_around.Has(i, TokenFlags.SentenceStart | TokenFlags.Title))
                return true;
        }

        return false;
    }

    /// <summary>“said Zarmina, who …”, “Zarmina, 34, …”: of one name, but somebody.</summary>
    private bool IsTold(int behind) => behind + 2 < _cast.Article.Tokens.Count && _around.Kind(behind, TokenKind.Comma)
        && (_cast.Article.Letters(behind + 1) is "who" || (_around.Kind(behind + 1, TokenKind.Number) && (_around.Kind(behind + 2, TokenKind.Comma) || _around.Kind(behind + 2, TokenKind.Stop))));

    private Resolved Words(SourcePhrase phrase)
    {
        if (phrase.Core.IsEmpty)
            return _unnamed.Nobody();
        if (IsNoNoun(phrase.Core))
            return Before(phrase.Core) ?? _unnamed.Unresolved(phrase.Core, "no-noun");
        // “Red Emirate Says Fighting Over”: in a headline every word is capitalised.
        if (_around.Has(phrase.Core.Start, TokenFlags.Title) && _cast.MentionAt(phrase.Core.Start) is { IsActor: true } head && head.Range.Start == phrase.Core.Start
            && head.Range.End < phrase.Core.End && _around.IsVerb(head.Range.End))
            return new(head.Participant, head.Range, false, 0.85, "name");
        if (!_around.Has(phrase.Core.End - 1, TokenFlags.Capital) && _cast.Article.Letters(phrase.Core.End - 1).IndexOfAnyInRange('A', 'Z') < 0)
            return _unnamed.Human(phrase, anaphoric: phrase.Definite) with { Confidence = 0.6 };
        if (phrase.Core.Count == 1 && _persons.Called(phrase.Core) is >= 0 and var called)
            return new(called, phrase.Core, false, 0.92, "surname");
        if (phrase.Core.Count == 1 && !IsNameElsewhere(phrase.Core.Start))
            return _unnamed.Human(phrase, anaphoric: phrase.Definite) with { Confidence = 0.6 };
        var (start, kind) = (phrase.Core.End - 1, ActorKind.Person);
        while (start > phrase.Core.Start && _around.Has(start - 1, TokenFlags.Capital))
            start--;
        while (phrase.Core.End - start > 2 && _around.Is(start, SpeakerWord.Body) && !_around.Is(start + 1, SpeakerWord.Body))
            start++;
        for (var i = start; i < phrase.Core.End; i++)
        {
            if (_around.Is(i, SpeakerWord.Outlet))
                kind = ActorKind.Media;
            else if (kind == ActorKind.Person && (_around.Is(i, SpeakerWord.Body | SpeakerWord.PlaceName | SpeakerWord.ThingName) || _around.Has(i, TokenFlags.AllCaps) || phrase.Core.End - start == 1))
                kind = ActorKind.Organisation;
        }

        if (kind == ActorKind.Organisation && phrase.Core.End - start == 1 && IsTold(phrase.Core.End))
            kind = ActorKind.Person;
        if (kind == ActorKind.Person && _persons.Shortened(new(start, phrase.Core.End)) is >= 0 and var whole)
            return new(whole, new(start, phrase.Core.End), false, 0.9, "name-cut-short");
        return _unnamed.Named(new(start, phrase.Core.End), kind);
    }
}
