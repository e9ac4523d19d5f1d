using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>For whom a person speaks whom only the article names: “Ruritanian police chief Ana Ruiz”, “Ana Ruiz, a spokeswoman for the rebels”, “the rebels' commissioner, Ana Ruiz,”.</summary>
/// <remarks>An office tells it, a trade doesn't: a Ruritanian analyst speaks for himself.</remarks>
internal sealed class PersonAllegiance(ActorNames names, SpeakerLexicon lexicon, Surroundings around)
{
    /// <summary>The most words that an office before or behind a name has.</summary>
    private const int Reach = 14;

    /// <summary>Sentences back in which a body counts as just named.</summary>
    private const int NamedSince = 3;

    private Cast _cast = null!;

    /// <summary>Gives side and state to those whose offices tell them.</summary>
    public void Read(Cast cast)
    {
        _cast = cast;
        foreach (var mention in cast.Mentions)
        {
            if (mention.Kind == MentionKind.Person && mention.Participant >= 0 && cast[mention.Participant] is { Known: null, Side: null, State: < 0 } person)
            {
                if (!Read(Behind(mention.Range), person) && !Read(Before(mention.Range), person) && !ReadBody(mention.Range, person) && person is { Side: null, State: < 0 }
                    && !ReadRegion(mention.Range, person))
                    ReadHome(mention.Range, person);
            }
        }
    }

    /// <summary>The words before a name that can belong to its office; over a comma only where the name is an apposition between two.</summary>
    private TokenRange Before(TokenRange name)
    {
        var end = name.Start;
        if (around.Kind(end - 1, TokenKind.Comma) && around.Kind(name.End, TokenKind.Comma) && !around.Breaks(end))
            end--;
        var start = end;
        while (start > end - Reach && !around.Breaks(start) && Continues(start - 1))
            start--;
        return new(start, end);
    }

    private TokenRange Behind(TokenRange name)
    {
        if (!around.Kind(name.End, TokenKind.Comma))
            return new(name.End, name.End);
        var end = name.End + 1;
        while (end < name.End + Reach && !around.Breaks(end) && Continues(end))
            end++;
        return new(name.End + 1, end);
    }

    private bool Continues(int token) =>
        _cast.MentionAt(token) is not null || around.Kind(token, TokenKind.Word)
            && !around.Is(token, SpeakerWord.Relative | SpeakerWord.Auxiliary | SpeakerWord.Conjunction | SpeakerWord.And | SpeakerWord.Pronoun)
            && (!around.IsVerb(token) || around.Has(token, TokenFlags.Capital) || lexicon.RoleOf(around.Word(token)) is not null);

    /// <summary>“Ana Ruiz, of the Alder police,”, “Ana Ruiz, who heads the water department in Alder,”: the ground of the body that she is of or runs.</summary>
    private bool ReadBody(TokenRange name, Participant person)
    {
        var start = name.End + 1;
        if (!around.Kind(name.End, TokenKind.Comma) || around.Breaks(start) || !(around.Word(start) == lexicon.OfWord || (around.Is(start, SpeakerWord.Relative) && around.Is(start + 1, SpeakerWord.Runs))))
            return false;
        var (body, state) = (false, -1);
        for (var i = start + 1; i < start + Reach && !around.Breaks(i) && !around.Kind(i, TokenKind.Comma); i++)
        {
            body |= around.Is(i, SpeakerWord.Body) || lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Body };
            if (state < 0)
                state = around.Has(i, TokenFlags.Capital) && names.StateOfAdjective(around.Word(i)) is >= 0 and var adjective ? adjective : names.StateOfPlace(_cast.Article, i);
        }

        if (body && state >= 0)
            (person.Side, person.State) = (names.Actors[state].Actor.Side, state);
        return body;
    }

    /// <summary>“ALDER: Police spokeswoman Ana Ruiz said”: an officer of a body that only a state has, under a dateline of one country, in a sentence that names no other.</summary>
    private void ReadHome(TokenRange name, Participant person)
    {
        if (_cast.Home < 0 || !(IsOfState(Behind(name)) || IsOfState(Before(name))))
            return;
        var sentence = _cast.Article.Sentences[_cast.Article.SentenceOf(name.Start)];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var state = !around.Has(i, TokenFlags.Capital) ? -1 : names.StateOfAdjective(around.Word(i)) is >= 0 and var adjective ? adjective : names.StateOfPlace(_cast.Article, i);
            if ((state >= 0 && state != _cast.Home) || (_cast.MentionAt(i) is { Participant: >= 0 } other && _cast[other.Participant].State is >= 0 and var theirs && theirs != _cast.Home))
                return;
        }

        (person.Side, person.State) = (names.Actors[_cast.Home].Actor.Side, _cast.Home);
    }

    /// <summary>“… in Alder province. Ana Ruiz, the provincial health director,”: an officer of the place that was named last, there or in the sentence before; of neither country where both name one.</summary>
    private bool ReadRegion(TokenRange name, Participant person)
    {
        if (!IsOfRegion(Behind(name)) && !IsOfRegion(Before(name)))
            return false;
        var sentence = _cast.Article.SentenceOf(name.Start);
        var (found, since) = (-1, sentence - 1);
        for (var i = name.Start - 1; i >= 0 && _cast.Article.SentenceOf(i) >= since; i--)
        {
            // The country as a whole has no district.
            if (_cast.MentionAt(i) is { Participant: >= 0 } whole && _cast[whole.Participant].Kind == ActorKind.State)
                continue;
            if (names.StateOfPlace(_cast.Article, i) is >= 0 and var state && state != found)
            {
                if (found >= 0)
                    return false;
                (found, since) = (state, _cast.Article.SentenceOf(i));
            }
        }

        if (found >= 0)
            (person.Side, person.State) = (names.Actors[found].Actor.Side, found);
        return found >= 0;
    }

    private bool IsOfRegion(TokenRange office)
    {
        if (Head(office) < 0)
            return false;
        for (var i = office.Start; i < office.End; i++)
        {
            if (around.Is(i, SpeakerWord.Regional))
                return true;
        }

        return false;
    }

    private bool IsOfState(TokenRange office)
    {
        var head = Head(office);
        for (var i = office.Start; i < head; i++)
        {
            if (around.Is(i, SpeakerWord.StateBody))
                return true;
        }

        return false;
    }

    private bool Read(TokenRange words, Participant person)
    {
        var head = Head(words);
        if (head < 0)
            return false;
        for (var i = words.Start; i <= head; i++)
        {
            if (Tells(i, person, out var settled))
                return settled;
        }

        // “The water ministry …. Ministry spokeswoman Ana Ruiz”: the body of that noun that the article named last.
        for (var i = words.Start; i < head; i++)
        {
            if (lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Body } noun && Named(noun.Lemma, i) is { } body)
            {
                (person.Side, person.State, person.Parent) = (body.Side, body.State, body.Known?.Index ?? -1);
                return body.Side is not null;
            }
        }

        // “The ministry said …. Its spokesman, Ana Ruiz,”: the body that was the last to be named.
        if (around.Is(words.Start, SpeakerWord.Owner) && around.Is(words.Start, SpeakerWord.Thing) && Owner(words.Start) is { } owner)
        {
            (person.Side, person.State, person.Parent) = (owner.Side, owner.State, owner.Known?.Index ?? -1);
            return owner.Side is not null;
        }

        // “a spokesman for the rebels”, “the governor of Alder”; an envoy for Ruritania is not Ruritania's.
        var speaks = lexicon.RoleOf(around.Word(head)) is { Group: "spokesperson" };
        if (around.Word(head + 1) != lexicon.OfWord && !(around.Word(head + 1) == lexicon.ForWord && speaks) && !around.Is(head + 1, SpeakerWord.Place))
            return false;
        for (var i = head + 2; i < words.End; i++)
        {
            if (Tells(i, person, out var settled))
                return settled;
        }

        return false;
    }

    /// <summary>The last body before, within a few sentences, that is called so.</summary>
    private Participant? Named(string noun, int token)
    {
        var sentence = _cast.Article.SentenceOf(token) - NamedSince;
        for (var i = _cast.LastBefore(token); i >= 0 && _cast.Article.SentenceOf(_cast.Mentions[i].Range.Start) >= sentence; i--)
        {
            if (_cast.Mentions[i] is { IsActor: true } mention && _cast[mention.Participant] is { IsHuman: false } body && mention.Range.Contains(Noun(mention.Range, noun)))
                return body;
        }

        return null;
    }

    /// <summary>Where a noun stands in a name; −1 for nowhere.</summary>
    private int Noun(TokenRange name, string noun)
    {
        for (var i = name.Start; i < name.End; i++)
        {
            if (_cast.Article.Letters(i).Equals(noun, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    /// <summary>The subject of the sentence before, if it is a body.</summary>
    private Participant? Owner(int token)
    {
        var sentence = _cast.Article.SentenceOf(token) - 1;
        for (var i = _cast.LastBefore(token); sentence >= 0 && i >= 0 && _cast.Article.SentenceOf(_cast.Mentions[i].Range.Start) >= sentence; i--)
        {
            if (_cast.Mentions[i] is { IsActor: true } mention && !_cast[mention.Participant].IsHuman && around.IsMainClause(mention.Range.Start))
                return _cast[mention.Participant];
        }

        return null;
    }

    /// <summary>The office's noun: the last before “of”, “for” and the like; −1 for none.</summary>
    private int Head(TokenRange words)
    {
        var head = -1;
        for (var i = words.Start; i < words.End; i++)
        {
            if (head >= 0 && around.Is(i, SpeakerWord.Preposition))
                break;
            if (lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Person, Plural: false } role)
                head = role.Source && !lexicon.IsGeneral(role) ? -1 : i;
        }

        return head;
    }

    /// <summary>Whether a word names a state, a body or a place, and whether that settles for whom the person speaks.</summary>
    private bool Tells(int token, Participant person, out bool settled)
    {
        settled = false;
        if (_cast.MentionAt(token) is { Participant: >= 0 } mention && _cast[mention.Participant] is var body && body != person)
        {
            (person.Side, person.State, person.Parent) = (body.Side, body.State, body.Known?.Index ?? -1);
            settled = body.Side is not null || body.State >= 0;
            return true;
        }

        var state = !around.Has(token, TokenFlags.Capital) ? -1
            : names.StateOfAdjective(around.Word(token)) is >= 0 and var adjective ? adjective : names.StateOfPlace(_cast.Article, token);
        if (state < 0)
            return names.CountryOfAdjective(around.Word(token)) >= 0 && around.Has(token, TokenFlags.Capital);
        (person.Side, person.State, settled) = (names.Actors[state].Actor.Side, state, true);
        return true;
    }
}
