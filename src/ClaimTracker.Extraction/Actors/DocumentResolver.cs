using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Resolves papers that speak to their authors: “the statement” to who stated it, “the joint statement” to both.</summary>
internal sealed class DocumentResolver(ActorNames names, SpeakerLexicon lexicon, Surroundings around, Salience salience, UnnamedSources unnamed, SpeechLog log)
{
    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>Appends the author or authors.</summary>
    public void Resolve(SourcePhrase phrase, TokenRange source, List<Resolved> found)
    {
        var joint = phrase.Modifiers.Contains(lexicon.Joint);
        if (phrase is { Role.Plural: true, Definite: false, Owned: false, Qualifiers.Count: 0, State: -1 } && phrase.Modifiers.Count == 0)
        {
            found.Add(unnamed.Nobody() with { Words = phrase.Core });
            return;
        }

        // “local papers”, “intelligence reports”: nobody's that the article names.
        if (phrase is { Role.Plural: true, Definite: false, Owned: false, Qualifiers.Count: 0, State: -1 })
        {
            found.Add(unnamed.Human(phrase, anaphoric: false));
            return;
        }

        if (NewAuthor(source) is { } name)
        {
            found.Add(unnamed.Named(name, ActorKind.Organisation) with { Rule = "document-of-name" });
            return;
        }

        if (phrase.Qualifiers.Count > 0)
        {
            foreach (var qualifier in phrase.Qualifiers)
                found.Add(new(qualifier.Participant, phrase.Core, false, 0.88, "document-of-name"));
            return;
        }

        if (Owner(source) is { } owner)
            found.Add(new(owner, phrase.Core, true, 0.85, "document-of-subject"));
        else if (Releaser(source) is { } author)
            found.Add(new(author, phrase.Core, true, 0.85, "document-released-by"));
        else if (joint)
            Parties(phrase.Core, found);
        else if (phrase.Indefinite || lexicon.IsStanding(phrase.Role!) || Introducer(phrase) is not { } first)
            Single(phrase, found);
        else
            found.Add(new(first, phrase.Core, true, 0.85, "document-introduced"));
    }

    /// <summary>“a report by Northmark's River Watch”: a body that nothing else knows, by its name behind “by”, “from” or “of”.</summary>
    private TokenRange? NewAuthor(TokenRange source)
    {
        // A source can end before the “by”: “a study by the Alder River Institute found”.
        var reach = source.End;
        while (reach < source.End + 10 && !around.Breaks(reach) && (reach > source.End || around.Is(reach, SpeakerWord.Party) || IsFrom(reach)))
            reach++;
        for (var i = source.Start + 1; i < reach - 2; i++)
        {
            if (around.Word(i) != lexicon.OfWord && !around.Is(i, SpeakerWord.Party) && _cast.Article.Letters(i) is not "from")
                continue;
            var start = around.Is(i + 1, SpeakerWord.Determiner) ? i + 2 : i + 1;
            while (start + 1 < reach && around.Word(start + 1) == lexicon.Possessive)
                start += 2;
            var end = start;
            while (end < reach && around.Has(end, TokenFlags.Capital) && (_cast.MentionAt(end) is null || (end == start && BeginsName(end, reach))))
                end++;
            if (end - start >= 2)
                return new(start, end);
        }

        return null;
    }

    /// <summary>“Alder River Institute”: the city's name begins that of a body.</summary>
    private bool BeginsName(int city, int end) =>
        _cast.MentionAt(city) is { Range.Count: 1 } && city + 1 < end && around.Has(city + 1, TokenFlags.Capital) && !around.Breaks(city + 1) && _cast.MentionAt(city + 1) is null;

    /// <summary>“In his report, Ruiz said”, “Ruiz praised them in a statement”: the one who speaks in the sentence that first has the paper.</summary>
    private int? Speaker(int paper, int here)
    {
        var sentence = _cast.Article.SentenceOf(paper);
        for (var i = log.Count - 1; i >= Math.Max(0, log.Count - 12); i--)
        {
            if (log[i].Sentence == sentence && sentence != here)
                return log[i].Participant;
        }

        var range = _cast.Article.Sentences[sentence];
        for (var i = _cast.LastBefore(range.Start) + 1; i < _cast.Mentions.Count && _cast.Mentions[i].Range.Start < range.End; i++)
        {
            if (_cast.Mentions[i] is { IsActor: true } mention && around.IsClauseHead(mention.Range) && around.IsSubject(mention.Range))
                return mention.Participant;
        }

        return null;
    }

    /// <summary>“in a statement”, “his report”: the paper is told of together with the one who speaks through it.</summary>
    private bool IsVehicle(int paper)
    {
        for (var i = paper - 1; i >= paper - 4 && !around.Breaks(i + 1); i--)
        {
            if (around.Is(i, SpeakerWord.Owner))
                return true;
            if (around.Is(i, SpeakerWord.Place | SpeakerWord.Motion) || _cast.Article.Letters(i) is "via" or "through")
                return true;
        }

        return false;
    }

    /// <summary>“The ministry released a video …. The video shows”: the actor before the paper where the article first speaks of it.</summary>
    private int? Introducer(SourcePhrase phrase)
    {
        var here = _cast.Article.SentenceOf(phrase.Core.Start);
        var paragraph = around.ParagraphOf(phrase.Core.Start);
        for (var i = phrase.Head.Start - 1; i >= 0 && i > phrase.Head.Start - 600; i--)
        {
            if (lexicon.RoleOf(around.Word(i)) is not { Kind: RoleKind.Document } role || role.Group != phrase.Role!.Group || _cast.Article.SentenceOf(i) == here)
                continue;
            // Another body has spoken in this paragraph since: its paper is meant, though it wasn't told of.
            if (phrase.Modifiers.Count == 0 && around.ParagraphOf(i) != paragraph && log.Count > 0 && log[^1] is var last && last.Paragraph == paragraph && !_cast[last.Participant].IsHuman)
                return last.Participant;
            if (IsVehicle(i) && Speaker(i, here) is { } speaker)
                return speaker;
            if (OfBody(i) is { } body)
                return body;
            if (IsVehicle(i) && Behind(i) is { } giver)
                return giver;
            for (var at = i - 1; at >= i - 14 && !around.Breaks(at + 1); at--)
            {
                if (_cast.MentionAt(at) is { Kind: MentionKind.Name or MentionKind.Person, Participant: >= 0 } mention && _cast[mention.Participant].Kind != ActorKind.Media)
                    return mention.Participant;
            }
        }

        return null;
    }

    /// <summary>“In a statement read out by its spokesman, Ana Ruiz, the ministry gave …”: the first whom the sentence names behind the paper.</summary>
    private int? Behind(int paper)
    {
        for (var i = paper + 1; i < paper + 20 && !around.Breaks(i); i++)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention && _cast[mention.Participant].Kind != ActorKind.Media)
                return mention.Participant;
        }

        return null;
    }

    /// <summary>“the report by the board”, where that board was met before.</summary>
    private int? OfBody(int paper)
    {
        if (!around.Is(paper + 1, SpeakerWord.Party) && around.Word(paper + 1) != lexicon.OfWord && _cast.Article.Letters(paper + 1) is not "from")
            return null;
        for (var i = paper + 2; i < paper + 10 && !around.Breaks(i); i++)
        {
            if (_cast.MentionAt(i) is { Participant: >= 0 } mention && around.Word(mention.Range.End) != lexicon.Possessive)
                return mention.Participant;
        }

        return null;
    }

    /// <summary>The two parties last spoken of together: “Ruritania and Northmark”, “hosted a dialogue with”.</summary>
    public void Parties(TokenRange words, List<Resolved> found)
    {
        // Who mediates is named beside them and is none of them.
        if (!Parties(words, found, ofConflict: true) && !Parties(words, found, ofConflict: false))
            found.Add(unnamed.Unresolved(words, "parties-unresolved"));
    }

    private bool Parties(TokenRange words, List<Resolved> found, bool ofConflict)
    {
        var first = -1;
        var sentence = _cast.Article.SentenceOf(words.Start);
        for (var i = _cast.LastBefore(words.Start); i >= 0 && i > _cast.LastBefore(words.Start) - 40; i--)
        {
            var mention = _cast.Mentions[i];
            if (sentence - _cast.Article.SentenceOf(mention.Range.Start) > 3)
                break;
            if (!mention.IsActor && !(ofConflict && mention.Kind == MentionKind.Location) || _cast[mention.Participant].Kind is not (ActorKind.State or ActorKind.Government)
                || ofConflict && !(_cast[mention.Participant].Side is { } side && names.IsPartySide(side)))
                continue;
            if (first < 0)
                first = mention.Participant;
            else if (!_cast.SameSide(first, mention.Participant) || _cast[first].State != _cast[mention.Participant].State)
            {
                found.Add(new(mention.Participant, words, true, 0.75, "both-parties"));
                found.Add(new(first, words, true, 0.75, "both-parties"));
                return true;
            }
        }

        return false;
    }

    private void Single(SourcePhrase phrase, List<Resolved> found)
    {
        if (!phrase.Indefinite && phrase.State == -1 && !lexicon.IsStanding(phrase.Role!))
        {
            var (best, lead) = salience.Best(phrase.Core.Start, p => Fits(p, phrase));
            if (best >= 0)
            {
                found.Add(new(best, phrase.Core, true, lead > 1.5 ? 0.88 : 0.7, "document-of-last"));
                return;
            }
        }

        found.Add(phrase.State >= 0 ? unnamed.Body(phrase) : unnamed.Human(phrase, anaphoric: true));
    }

    private double Fits(Participant p, SourcePhrase phrase)
    {
        if (p.FirstMention < 0 || p.FirstMention >= phrase.Core.Start || p.Kind == ActorKind.Media || !HasSpoken(p) || (p.Kind == ActorKind.Anonymous && p.Plural))
            return double.NegativeInfinity;
        return !p.IsHuman ? 1 : lexicon.IsPersonal(phrase.Role!) ? 0 : double.NegativeInfinity;
    }

    /// <summary>Only who has spoken lately has given out a paper.</summary>
    private bool HasSpoken(Participant p)
    {
        for (var i = log.Count - 1; i >= Math.Max(0, log.Count - 8); i--)
        {
            if (_cast[log[i].Participant] == p)
                return true;
        }

        return false;
    }

    /// <summary>“The ministry released video footage purporting …”: a bare paper belongs to whom the clause before speaks of.</summary>
    private int? Owner(TokenRange source)
    {
        if (around.Is(source.Start, SpeakerWord.Determiner) || around.Is(source.Start - 1, SpeakerWord.Determiner) || !around.IsVerb(source.Start - 1))
            return null;
        for (var i = source.Start - 2; i >= source.Start - 9 && !around.Breaks(i + 1); i--)
        {
            if (_cast.MentionAt(i) is { Kind: MentionKind.Name or MentionKind.Person, Participant: >= 0 } mention)
                return mention.Participant;
        }

        return null;
    }

    private bool IsFrom(int token) => token < _cast.Article.Tokens.Count && _cast.Article.Letters(token) is "from";

    /// <summary>“a joint statement released by the ministry”, “the report by the ministry”.</summary>
    private int? Releaser(TokenRange source)
    {
        for (var i = source.Start; i < source.End + 4 && (i < source.End || !around.Breaks(i)); i++)
        {
            if (around.Kind(i, TokenKind.Comma))
                return null;
            if (i > source.Start && (around.Is(i - 1, SpeakerWord.Party) || IsFrom(i - 1)) && _cast.MentionAt(i) is { Participant: >= 0 } mention)
                return mention.Participant;
            if (i > source.Start + 1 && (around.Is(i - 2, SpeakerWord.Party) || IsFrom(i - 2)) && around.Is(i - 1, SpeakerWord.Determiner) && _cast.MentionAt(i) is { Participant: >= 0 } other)
                return other.Participant;
        }

        return null;
    }
}
