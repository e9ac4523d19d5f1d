using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Takes the words for a speaker apart: determiner, names, role noun, what narrows it.</summary>
internal sealed class SourceParser(ActorNames names, SpeakerLexicon lexicon, Surroundings around)
{
    private readonly SourcePhrase _phrase = new();
    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>The parts of a phrase; valid until the next call.</summary>
    public SourcePhrase Parse(TokenRange source)
    {
        _phrase.Clear();
        // “the Foreign Office Thursday rejected”: the day is when, not who.
        while (source.Count > 1 && around.Is(source.End - 1, SpeakerWord.Time))
            source = new(source.Start, source.End - 1);
        ReadDeterminer(source.Start - 1);
        var start = source.Start;
        while (start < source.End - 1 && _cast.MentionAt(start) is null && IsLeading(start))
            ReadDeterminer(start++);
        if (around.Kind(start, TokenKind.Quote) && start < source.End - 1)
            start++;

        var end = HeadEnd(start, source.End);
        if (source.Count - (start - source.Start) == 1 && IsPronoun(start))
        {
            (_phrase.Form, _phrase.Core) = (SourceForm.Pronoun, new(start, start + 1));
            return _phrase;
        }

        // “one of them”: those spoken of.
        if (around.Word(end - 2) == lexicon.OfWord && IsPronoun(end - 1) && around.Is(end - 1, SpeakerWord.Plural))
        {
            (_phrase.Form, _phrase.Core) = (SourceForm.Pronoun, new(end - 1, end));
            return _phrase;
        }

        ReadHead(new(start, end));
        if (_phrase.Form != SourceForm.Names && end < source.End)
            ReadApposition(new(end, source.End));
        if (_phrase.Form == SourceForm.Role && _phrase.Role is { Kind: RoleKind.Person, Plural: false })
            ReadNeighbour(source);
        else if (_phrase.Form == SourceForm.Role && _phrase.Role is { Kind: RoleKind.Body or RoleKind.Media, Plural: false } && NamedBody(end) is { } body)
            Name(body);
        return _phrase;
    }

    /// <summary>“the army's spokesman[, Lt Gen Ruiz, said]”, “[Ana Ruiz, ]the army's spokeswoman, said”: the name beside the role, outside of the source.</summary>
    private void ReadNeighbour(TokenRange source)
    {
        var before = around.Is(source.Start - 1, SpeakerWord.Determiner) ? source.Start - 2 : source.Start - 1;
        if (around.Kind(source.End, TokenKind.Comma) && !around.Breaks(source.End) && Titled(source.End + 1) is { } behind
            && (around.Kind(behind.Range.End, TokenKind.Comma) || around.IsVerb(behind.Range.End)))
            Name(behind);
        else if (Behind(source.End) is { } cut)
            Name(cut);
        else if (!around.Breaks(source.Start) && around.Kind(before, TokenKind.Comma) && _cast.MentionAt(before - 1) is { Kind: MentionKind.Person } ahead && ahead.Range.End == before)
            Name(ahead);
    }

    /// <summary>“A splinter group, the Red Dawn, said”, “the state broadcaster, RTV, said”: the body that an apposition right behind names.</summary>
    private NameMention? NamedBody(int comma)
    {
        var start = around.Is(comma + 1, SpeakerWord.Determiner) ? comma + 2 : comma + 1;
        return around.Kind(comma, TokenKind.Comma) && !around.Breaks(comma) && _cast.MentionAt(start) is { IsActor: true } body && body.Range.Start == start
            && !_cast[body.Participant].IsHuman && _cast[body.Participant].Kind is not ActorKind.State && around.Kind(body.Range.End, TokenKind.Comma) && around.IsVerb(body.Range.End + 1)
            ? body
            : null;
    }

    /// <summary>The person named at a token or behind the capitalised office that begins there: “Deputy Prime Minister Ana Ruiz”.</summary>
    private NameMention? Titled(int token)
    {
        for (var i = token; i < token + 5 && !around.Breaks(i) && around.Has(i, TokenFlags.Capital); i++)
        {
            if (_cast.MentionAt(i) is { Kind: MentionKind.Person } person)
                return person;
        }

        return null;
    }

    /// <summary>“Secretary[ of State Ana Ruiz] said”: a source cut before the name.</summary>
    private NameMention? Behind(int end)
    {
        if (around.Word(end) != lexicon.OfWord && around.Word(end) != lexicon.ForWord && _cast.Article.Letters(Math.Min(end, _cast.Article.Tokens.Count - 1)) is not ("to" or "at" or "in" or "on"))
            return null;
        // “representative to the council, Ana Ruiz, said”
        for (var i = end + 1; i < end + 9 && !around.Breaks(i); i++)
        {
            if (around.Kind(i, TokenKind.Comma))
            {
                if (_cast.MentionAt(i + 1) is { Kind: MentionKind.Person } named && named.Range.Start == i + 1 && around.Kind(named.Range.End, TokenKind.Comma)
                    && (around.IsVerb(named.Range.End + 1) || around.Is(named.Range.End + 1, SpeakerWord.Relative)))
                    return named;
                break;
            }

            if (around.IsVerb(i) && !around.Has(i, TokenFlags.Capital))
                break;
        }

        for (var i = end + 1; i < end + 9 && !around.Breaks(i) && around.Kind(i, TokenKind.Word) && (!around.IsVerb(i) || around.Has(i, TokenFlags.Capital)); i++)
        {
            if (_cast.MentionAt(i) is { Kind: MentionKind.Person } mention && mention.Range.Start == i && !around.Is(i - 1, SpeakerWord.Preposition))
                return around.IsVerb(mention.Range.End) || around.Kind(mention.Range.End, TokenKind.Comma) ? mention : null;
        }

        return null;
    }

    private void Name(NameMention mention)
    {
        (_phrase.Form, _phrase.Core) = (SourceForm.Names, mention.Range);
        _phrase.Names.Clear();
        _phrase.Names.Add(mention);
    }

    private bool IsPronoun(int token) => around.Is(token, SpeakerWord.Pronoun | SpeakerWord.Owner) && !around.Has(token, TokenFlags.AllCaps);

    private bool IsLeading(int token) =>
        around.Is(token, SpeakerWord.Determiner | SpeakerWord.Adverb | SpeakerWord.Conjunction | SpeakerWord.And | SpeakerWord.Time)
        || around.Kind(token, TokenKind.Comma) || around.Kind(token, TokenKind.Number);

    private void ReadDeterminer(int token)
    {
        _phrase.Definite |= around.Is(token, SpeakerWord.Known);
        _phrase.Indefinite |= around.Is(token, SpeakerWord.New);
        _phrase.Another |= around.Is(token, SpeakerWord.Other);
        _phrase.Owned |= around.Is(token, SpeakerWord.Owner);
        _phrase.Both |= around.Is(token, SpeakerWord.Count);
    }

    /// <summary>Where an apposition or a relative clause begins: a comma, “who”, a bracket – unless a name goes on over it.</summary>
    private int HeadEnd(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_cast.MentionAt(i) is { } mention && mention.Range.Start < i)
                continue;
            if (around.Is(i, SpeakerWord.Relative) || around.Kind(i, TokenKind.Open) || around.Kind(i, TokenKind.Dash))
                return i;
            if (around.Kind(i, TokenKind.Comma) && !IsList(i, end))
                return i;
        }

        return end;
    }

    /// <summary>“Alder, Birch and Cedar”: a comma between names that an “and” closes.</summary>
    private bool IsList(int comma, int end)
    {
        if (_cast.MentionAt(comma - 1) is not { IsActor: true } || _cast.MentionAt(comma + 1) is not { } next)
            return false;
        for (var i = next.Range.End; i < end; i++)
        {
            if (around.Is(i, SpeakerWord.And))
                return true;
            if (!around.Kind(i, TokenKind.Comma) && _cast.MentionAt(i) is null)
                return false;
        }

        return false;
    }

    private void ReadHead(TokenRange head)
    {
        // “Chief of Defence Staff Field Marshal Ruiz”: a person's name at the end speaks, unless it is “of” or “for” him.
        if (_cast.MentionAt(head.End - 1) is { Kind: MentionKind.Person } person && person.Range.Start > head.Start
            && !around.Is(person.Range.Start - 1, SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Determiner) && !around.Kind(person.Range.Start - 1, TokenKind.Comma))
        {
            (_phrase.Form, _phrase.Core) = (SourceForm.Names, person.Range);
            GatherNames(head, person);
            return;
        }

        var preposition = head.End;
        for (var i = head.Start + 1; i < head.End; i++)
        {
            if (around.Is(i, SpeakerWord.Preposition) && _cast.MentionAt(i) is null && lexicon.RoleOf(around.Word(i)) is null)
            {
                preposition = i;
                break;
            }
        }

        var core = Trim(new(head.Start, preposition));
        (_phrase.Core, _phrase.Whole) = (core, Trim(head));
        if (core.IsEmpty)
            return;
        if (_cast.MentionAt(core.End - 1) is { Participant: >= 0 } last)
        {
            (_phrase.Form, _phrase.Core) = (SourceForm.Names, last.Range);
            GatherNames(core, last);
            return;
        }

        if (!FindRole(core))
            return;
        _phrase.Form = SourceForm.Role;
        GatherQualifiers(new(core.Start, _phrase.Head.Start));
        // “a spokesman[ for the rebels] said”: a source cut before what tells for whom.
        if (preposition == head.End && core.End == head.End && _phrase.Role is { Kind: RoleKind.Person } && !around.Breaks(head.End)
            && (around.Word(head.End) == lexicon.OfWord || around.Word(head.End) == lexicon.ForWord || around.Is(head.End, SpeakerWord.Place)))
        {
            var of = around.Is(head.End + 1, SpeakerWord.Determiner) ? head.End + 2 : head.End + 1;
            if (_cast.MentionAt(of) is { IsActor: true } body && body.Range.Start == of && !around.Breaks(body.Range.End)
                && (around.IsVerb(body.Range.End) || (around.Is(body.Range.End, SpeakerWord.Place) && around.Has(body.Range.End + 1, TokenFlags.Capital))))
                GatherQualifiers(body.Range);
        }

        if (around.Word(preposition) == lexicon.OfWord || around.Word(preposition) == lexicon.ForWord || around.Is(preposition, SpeakerWord.Motion | SpeakerWord.Place))
            GatherQualifiers(new(preposition + 1, head.End));
    }

    /// <summary>Without a possessive at its end: “Ruritania’s” in “Ruritania’s demand”.</summary>
    private TokenRange Trim(TokenRange core)
    {
        while (core.Count > 1 && (around.Word(core.End - 1) == lexicon.Possessive || !around.Kind(core.End - 1, TokenKind.Word) && !around.Kind(core.End - 1, TokenKind.Number)))
            core = new(core.Start, core.End - 1);
        return core;
    }

    /// <summary>The last name and those joined to it by commas and “and”.</summary>
    private void GatherNames(TokenRange core, NameMention last)
    {
        for (var i = core.Start; i < last.Range.Start; i++)
        {
            if (_cast.MentionAt(i) is not { Participant: >= 0 } mention || mention.Range.Start != i)
                continue;
            var joined = around.Kind(mention.Range.End, TokenKind.Comma) || around.Is(mention.Range.End, SpeakerWord.And);
            (joined ? _phrase.Names : _phrase.Qualifiers).Add(mention);
            i = mention.Range.End - 1;
        }

        _phrase.Names.Add(last);
    }

    /// <summary>The last role noun of the core: its head.</summary>
    private bool FindRole(TokenRange core)
    {
        for (var i = core.End - 1; i >= core.Start; i--)
        {
            var length = lexicon.MatchRole(_cast.Article.Tokens, _cast.Article.Text, i, out var role);
            if (length == 0 || i + length > core.End)
                continue;
            if (i + length < core.End && i + length != core.End && !IsTail(new(i + length, core.End)))
                return false;
            if (i > core.Start && lexicon.MatchRole(_cast.Article.Tokens, _cast.Article.Text, i - 1, out var longer) > length)
                (i, role, length) = (i - 1, longer, length + 1);
            (_phrase.Role, _phrase.Head) = (role, new(i, i + length));
            return true;
        }

        return false;
    }

    /// <summary>Words after the head that leave it the head: “source privy to the matter”, “officials there”.</summary>
    private bool IsTail(TokenRange rest) => around.Is(rest.Start, SpeakerWord.Tail | SpeakerWord.Adverb) && rest.Count <= 2;

    private void GatherQualifiers(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (_cast.MentionAt(i) is { Participant: >= 0 } mention)
            {
                _phrase.Qualifiers.Add(mention);
                i = Math.Max(i, mention.Range.End - 1);
                continue;
            }

            if (!around.Kind(i, TokenKind.Word) || around.Word(i) == lexicon.Possessive
                || around.Is(i, SpeakerWord.Determiner | SpeakerWord.Preposition | SpeakerWord.And))
                continue;
            if (around.Has(i, TokenFlags.Capital) && names.CountryOfAdjective(around.Word(i)) >= 0)
                _phrase.State = names.StateOfAdjective(around.Word(i)) is >= 0 and var state ? state : -2;
            _phrase.Modifiers.Add(around.Word(i));
        }
    }

    /// <summary>“the army's spokesman, Lt Gen Ruiz”: the name behind the comma is who speaks.</summary>
    private void ReadApposition(TokenRange rest)
    {
        for (var i = rest.Start; i < rest.End && i < rest.Start + 4; i++)
        {
            if (around.Is(i, SpeakerWord.Relative | SpeakerWord.Preposition))
                return;
            if (_cast.MentionAt(i) is { Kind: MentionKind.Person } mention)
            {
                Name(mention);
                return;
            }
        }
    }
}
