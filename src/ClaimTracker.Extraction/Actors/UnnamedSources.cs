using System.Buffers;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Makes actors of one article for those whom it does not name, called by its own words.</summary>
internal sealed class UnnamedSources(ActorNames names, SpeakerLexicon lexicon, Surroundings around, SpeechLog log)
{
    private readonly ArrayBufferWriter<char> _id = new();

    /// <summary>By id without a number, the number up to which ids are taken.</summary>
    private readonly Dictionary<string, int> _nth = new(StringComparer.Ordinal);
    private Cast _cast = null!;

    public void Read(Cast cast)
    {
        _cast = cast;
        _nth.Clear();
    }

    /// <summary>“a senior security official”, “residents”, “analysts”.</summary>
    public Resolved Human(SourcePhrase phrase, bool anaphoric)
    {
        var words = Words(phrase);
        var role = phrase.Role;
        var id = IdOf("unnamed-", words, phrase.Another);
        // “a Ruritanian official …. An official of the ministry in Alder”: “an” official whose country is another's is another.
        if (phrase.Indefinite && !phrase.Another && _cast.Find(id) is >= 0 and var known && _cast[known].State >= 0 && StateOf(phrase) is >= 0 and var state && state != _cast[known].State)
            id = IdOf("unnamed-", words, another: true);
        var index = Of(id, Longer(words, phrase), ActorKind.Anonymous, human: phrase.Role is { Kind: RoleKind.Person });
        var actor = _cast[index];
        if (actor.FirstMention < 0)
        {
            actor.Plural = role?.Plural ?? false;
            actor.Gender = role?.Gender ?? Gender.Unknown;
            if (role is not null)
                actor.Roles.Add(new(role.Group, [.. phrase.Modifiers]));
            Belong(actor, phrase);
        }

        return Mentioned(index, words, anaphoric, "unnamed-source");
    }

    /// <summary>A body without a name of its own: “a research group”, “regional powers”, “local media”.</summary>
    public Resolved Body(SourcePhrase phrase)
    {
        var words = Longer(Words(phrase), phrase);
        var media = phrase.Role?.Kind == RoleKind.Media;
        var id = media || phrase.Form == SourceForm.Words || phrase.Role?.Kind == RoleKind.Body ? IdOf("", words, phrase.Another) : IdOf("unnamed-", words, phrase.Another);
        var index = Of(id, words, media ? ActorKind.Media : ActorKind.Organisation, human: false);
        if (_cast[index].FirstMention < 0)
        {
            _cast[index].Plural = phrase.Role?.Plural ?? false;
            Belong(_cast[index], phrase);
        }

        return Mentioned(index, words, phrase.Definite, media ? "unnamed-media" : "unnamed-body");
    }

    /// <summary>Nobody in particular: “reportedly”, “reports of …”.</summary>
    public Resolved Nobody()
    {
        var index = _cast.Of($"unspecified-reports-{_cast.ShortName}", "Unspecified reports", ActorKind.Anonymous, human: false);
        _cast[index].Plural = true;
        return new(index, null, false, 0.9, "unspecified");
    }

    /// <summary>Words that nothing resolves: a pronoun without anyone before it, a phrase of another kind.</summary>
    public Resolved Unresolved(TokenRange words, string rule)
    {
        var index = Of(IdOf("unresolved-", words, another: false), words, ActorKind.Anonymous, human: false);
        return Mentioned(index, words, true, rule) with { Confidence = 0.4 };
    }

    /// <summary>A name that nothing else knows, of a body or a person, by its own words.</summary>
    public Resolved Named(TokenRange words, ActorKind kind)
    {
        if (words.Count == 1 && around.Is(words.Start, SpeakerWord.Determiner | SpeakerWord.Pronoun | SpeakerWord.Preposition))
            return Unresolved(words, "function-word");
        // “A pause for Eid showed”: what stands behind a preposition is no subject.
        if (words.Count == 1 && around.Is(words.Start - 1, SpeakerWord.Preposition) && !around.Breaks(words.Start))
            return Unresolved(words, "behind-preposition");
        var text = Text(words);
        var index = _cast.Of(ArticleIds.Slug(text), text, kind, kind == ActorKind.Person);
        return Mentioned(index, words, false, "new-name") with { Confidence = 0.9 };
    }

    private Resolved Mentioned(int index, TokenRange words, bool anaphoric, string rule)
    {
        if (_cast[index].FirstMention < 0)
            (_cast[index].FirstMention, _cast[index].Description) = (words.Start, words);
        return new(index, words, anaphoric, 0.95, rule);
    }

    /// <summary>Side and body where the words tell: “Ruritanian officials”, “an official of the Foreign Office”.</summary>
    private void Belong(Participant actor, SourcePhrase phrase)
    {
        if (phrase.State >= 0)
            (actor.State, actor.Side) = (phrase.State, names.Actors[phrase.State].Actor.Side);
        foreach (var qualifier in phrase.Qualifiers)
        {
            var of = _cast[qualifier.Participant];
            actor.Side ??= of.Side;
            actor.State = actor.State < 0 ? of.State : actor.State;
            actor.Parent = actor.Parent < 0 ? of.Known?.Index ?? -1 : actor.Parent;
        }

        if (actor is { State: < 0, Side: null } && phrase.Role is { Kind: RoleKind.Person } && Owner(phrase) is { } owner)
            (actor.State, actor.Side) = (owner.State, owner.Side);
        // “a police officer in Alder”: he is of the country where he serves.
        if (actor is { State: < 0, Side: null } && phrase.Role is { Kind: RoleKind.Person, Source: false } officer && lexicon.IsGeneral(officer) && IsOfBody(phrase) && Ground(phrase) is >= 0 and var post)
            (actor.State, actor.Side) = (post, names.Actors[post].Actor.Side);
        if (actor is { State: < 0, Side: null } && phrase.Role is { Kind: RoleKind.Body } && Ground(phrase) is >= 0 and var seat)
            (actor.State, actor.Side) = (seat, names.Actors[seat].Actor.Side);
        if (actor is not { State: < 0, Side: null } || phrase.Role is not { Source: true } role || !(lexicon.IsGeneral(role) || IsOfBody(phrase)))
            return;
        // “a hospital official in Alder” is one of the country in which Alder lies; else “BORDER TOWN: A senior official said” one of that which the report was sent from.
        var state = IsOfSeveral(phrase) ? -1 : Ground(phrase) is >= 0 and var ground ? ground : Leading(phrase) is >= 0 and var led ? led : Among(phrase, role) ?? _cast.Home;
        if (state >= 0)
            (actor.State, actor.Side) = (state, names.Actors[state].Actor.Side);
    }

    /// <summary>The state that the phrase itself tells; −1 for none.</summary>
    private int StateOf(SourcePhrase phrase)
    {
        if (phrase.State >= 0)
            return phrase.State;
        foreach (var qualifier in phrase.Qualifiers)
        {
            if (_cast[qualifier.Participant].State is >= 0 and var state)
                return state;
        }

        return Ground(phrase);
    }

    /// <summary>“the rebels, whose officials deny it”, “Ruritania …. Its ministers say”: whose they are; null where it isn't told so.</summary>
    private Participant? Owner(SourcePhrase phrase)
    {
        var before = phrase.Core.Start - 1;
        var whose = before >= 0 && _cast.Article.Letters(before) is "whose";
        if (whose)
            return (_cast.MentionAt(before - 1) ?? _cast.MentionAt(before - 2)) is { IsActor: true } named && !_cast[named.Participant].IsHuman ? _cast[named.Participant] : null;
        if (!around.Is(before, SpeakerWord.Owner) || !around.Is(before, SpeakerWord.Thing))
            return null;
        var sentence = _cast.Article.SentenceOf(before);
        for (var i = _cast.LastBefore(before); i >= 0 && sentence - _cast.Article.SentenceOf(_cast.Mentions[i].Range.Start) <= 1; i--)
        {
            if (_cast.Mentions[i] is { IsActor: true } mention && !_cast[mention.Participant].IsHuman && around.IsSubject(mention.Range) && around.IsMainClause(mention.Range.Start)
                && around.ParagraphOf(mention.Range.Start) == around.ParagraphOf(before))
                return _cast[mention.Participant];
        }

        return null;
    }

    /// <summary>“In Ruritania, a senior official said”: the state of the place that opens the sentence right before the phrase; −1 for none.</summary>
    private int Leading(SourcePhrase phrase)
    {
        var before = phrase.Core.Start - 1;
        while (!around.Breaks(before + 1) && around.Is(before, SpeakerWord.Determiner))
            before--;
        if (around.Breaks(before + 1) || !around.Kind(before, TokenKind.Comma))
            return -1;
        var start = before - 1;
        while (!around.Breaks(start + 1) && (around.Has(start, TokenFlags.Capital) || around.Is(start, SpeakerWord.Determiner)) && !around.Is(start, SpeakerWord.Place))
            start--;
        return around.Is(start, SpeakerWord.Place) && around.Breaks(start) ? names.StateOfPlace(_cast.Article, around.Is(start + 1, SpeakerWord.Determiner) ? start + 2 : start + 1) : -1;
    }

    /// <summary>The state of the place that the phrase names, or of which it speaks behind its head: “the hospital in the Ruritanian town”; −1 for none.</summary>
    private int Ground(SourcePhrase phrase)
    {
        for (var i = phrase.Core.Start; i < End(phrase); i++)
        {
            if (i >= phrase.Head.End && phrase.Head.Count > 0 && around.Has(i, TokenFlags.Capital) && names.StateOfAdjective(around.Word(i)) is >= 0 and var adjective)
                return adjective;
            if (names.StateOfPlace(_cast.Article, i) is >= 0 and var state)
                return state;
        }

        return -1;
    }

    /// <summary>Where the phrase ends with what “in” or “from” adds, also where the words for the source were cut before it.</summary>
    private int End(SourcePhrase phrase)
    {
        var end = Math.Max(phrase.Core.End, phrase.Whole.End);
        if (!around.Breaks(end) && around.Is(end, SpeakerWord.Place | SpeakerWord.Motion))
        {
            end++;
            while (end < phrase.Core.End + 8 && !around.Breaks(end) && (around.Is(end, SpeakerWord.Determiner) || around.Has(end, TokenFlags.Capital)))
                end++;
        }

        return end;
    }

    /// <summary>“officials from both countries”: of neither alone.</summary>
    private bool IsOfSeveral(SourcePhrase phrase)
    {
        for (var i = phrase.Core.Start; i < End(phrase); i++)
        {
            if (around.Is(i, SpeakerWord.Count))
                return true;
        }

        return false;
    }

    /// <summary>
    /// “Ruritanian officials said …. …, one official said”: one of those who spoke in the same paragraph. Where others spoke in it, −1: whose he is
    /// isn't told. Null where nobody did.
    /// </summary>
    private int? Among(SourcePhrase phrase, RoleNoun role)
    {
        var paragraph = around.ParagraphOf(phrase.Core.Start);
        for (var i = log.Count - 1; i >= 0 && log[i].Paragraph == paragraph; i--)
        {
            if (_cast[log[i].Participant] is { State: >= 0 and var state, IsHuman: true } before)
                return before.Roles.Exists(r => r.Group == role.Group) || state == _cast.Home ? state : -1;
        }

        return null;
    }

    /// <summary>“security sources”, “police sources”.</summary>
    private bool IsOfBody(SourcePhrase phrase)
    {
        foreach (var word in phrase.Modifiers)
        {
            if (lexicon.Is(word, SpeakerWord.Body))
                return true;
        }

        return false;
    }

    /// <summary>Up to the first preposition, without determiners and marks at the edges.</summary>
    private TokenRange Words(SourcePhrase phrase)
    {
        var (start, end) = (phrase.Core.Start, phrase.Core.End);
        while (start < end - 1 && around.Is(start, SpeakerWord.Determiner))
            start++;
        return new(start, end);
    }

    private static TokenRange Longer(TokenRange words, SourcePhrase phrase) =>
        phrase.Whole.Start <= words.Start && phrase.Whole.End > words.End ? new(words.Start, phrase.Whole.End) : words;

    private string Text(TokenRange words) => _cast.Article.SpanOf(words).In(_cast.Article.Text).ToString();

    /// <summary>Without words of degree (“senior”), at most five words, and the article's short name behind.</summary>
    private string IdOf(string prefix, TokenRange words, bool another)
    {
        _id.ResetWrittenCount();
        _id.Write(prefix);
        var count = 0;
        for (var i = words.Start; i < words.End && count < 5; i++)
        {
            if (!around.Kind(i, TokenKind.Word) || (around.Is(i, SpeakerWord.Determiner | SpeakerWord.Preposition) && words.Count > 1) || (lexicon.IsDegree(around.Word(i)) && words.Count > 1) || around.Word(i) == lexicon.Possessive)
                continue;
            if (count++ > 0)
                _id.Write("-");
            WriteSlug(_cast.Article.Letters(i));
        }

        if (count == 0)
            _id.Write("source");
        var name = _id.WrittenCount;
        _id.Write("-");
        _id.Write(_cast.ShortName);
        var full = _cast.IdOf(_id.WrittenSpan);
        if (!another || _cast.Find(full) < 0)
            return full;
        var plain = _id.WrittenSpan[..name].ToString();
        var nth = _nth.GetValueOrDefault(plain, 1);
        while (_cast.Find(full) >= 0)
            full = System.FormattableString.Invariant($"{plain}-{++nth}-{_cast.ShortName}");
        _nth[plain] = nth - 1;
        return full;
    }

    private void WriteSlug(ReadOnlySpan<char> letters)
    {
        if (Ascii.IsValid(letters))
            _id.Advance(ArticleIds.PlainSlug(letters, _id.GetSpan(letters.Length)));
        else
            _id.Write(ArticleIds.Slug(letters));
    }

    /// <summary>The participant with an id, called by some words where it is new.</summary>
    private int Of(string id, TokenRange words, ActorKind kind, bool human) => _cast.Find(id) is >= 0 and var known ? known : _cast.Of(id, Text(words), kind, human);
}
