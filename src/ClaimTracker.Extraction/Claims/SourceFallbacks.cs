using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Who speaks where an attribution names someone, and where it names no one.</summary>
internal sealed class SourceFallbacks(ActorNames names, SpeakerLexicon lexicon, CueLexicon cues, Surroundings around, SpeakerResolver resolver, ReporterFinder reporters)
{
    private readonly List<Resolved> _quoting = [];
    private Cast _cast = null!;

    /// <summary>The medium that the last resolved attribution names itself (“it quoted him as saying”), or −1.</summary>
    public int Reporter { get; private set; } = -1;

    public void Read(Cast cast) => (_cast, Reporter) = (cast, -1);

    /// <summary>Appends the speakers of an attribution.</summary>
    public void Resolve(FoundAttribution found, IReadOnlyList<ClaimDraft> before, List<Resolved> speakers)
    {
        Reporter = -1;
        if (found.Entry?.Lemma == "quote" && Quoted(found, speakers))
            return;
        if (found.Cue is { } cue && QuotedAsSaying(cue, speakers))
            return;
        if (found.Source is { } source && !IsTime(source))
            FromSource(found, source, before, speakers);
        else if (found.Implicit || found.Cue is null)
            speakers.Add(resolver.Last(found.Content[0].Start));
        else
            Unsourced(found, before, speakers);
    }

    /// <summary>“on Sunday (12 October) accused … and claimed”: a day was taken for a speaker.</summary>
    private bool IsTime(TokenRange source)
    {
        for (var i = source.Start; i < source.End; i++)
        {
            if (around.Kind(i, TokenKind.Word) && !around.Is(i, SpeakerWord.Time))
                return false;
        }

        return true;
    }

    /// <summary>“It quoted him as saying”: he speaks, it reports.</summary>
    private bool Quoted(FoundAttribution found, List<Resolved> speakers)
    {
        var cue = found.Cue!.Value;
        var (subject, quoted) = (cue.Start - 1, cue.End);
        if (found.Source is { } source && source.End <= cue.Start && found.Recipient is not { } && !around.Is(quoted, SpeakerWord.Pronoun))
            return false;
        var words = found.Recipient ?? (around.Is(quoted, SpeakerWord.Pronoun) ? new(quoted, quoted + 1) : found.Source);
        if (words is not { } who || who.Start < cue.Start)
            return false;
        while (around.Is(subject, SpeakerWord.Adverb) && !around.Breaks(subject))
            subject--;
        _quoting.Clear();
        if (around.Is(subject, SpeakerWord.Pronoun) && !around.Is(subject, SpeakerWord.Thing))
            resolver.Resolve(new(subject, subject + 1), _quoting);
        var quoting = _quoting.Count == 1 ? _quoting[0].Participant : _cast.MentionAt(subject) is { IsActor: true } named ? named.Participant : -1;
        resolver.ResolveOther(who, quoting, speakers);
        if (_quoting is [{ Confidence: > 0.5 } pronoun])
            Reporter = pronoun.Participant;
        else if (_cast.MentionAt(subject) is { IsActor: true } mention)
            Reporter = mention.Participant;
        else if (around.Is(subject, SpeakerWord.Thing) && reporters.Again(subject) is >= 0 and var again)
        {
            Reporter = again;
            _cast.Add(new(new(subject, subject + 1), again, MentionKind.Pronoun));
        }

        if (Reporter >= 0)
            _cast[Reporter].Used = true;
        return true;
    }

    private void FromSource(FoundAttribution found, TokenRange source, IReadOnlyList<ClaimDraft> before, List<Resolved> speakers)
    {
        if (found.Cue is { } cue && source.End < cue.Start)
        {
            if (NameBeforeRelative(cue) is { } named)
            {
                speakers.Add(new(named.Participant, named.Range, false, 0.85, "relative-pronoun"));
                return;
            }

            if (BeforeRelative(cue) is { } noun && !source.Overlaps(noun))
            {
                resolver.Resolve(noun, speakers);
                return;
            }

            if (around.IsGerund(cue.Start) && GoesOn(cue, before) is { } same && same.Words != source)
            {
                speakers.Add(same);
                return;
            }
        }

        resolver.Resolve(Extended(source, found.Cue), speakers);
    }

    /// <summary>“a matter for Ruritania, which has urged”: the name right before the relative pronoun speaks.</summary>
    private NameMention? NameBeforeRelative(TokenRange cue)
    {
        var relative = cue.Start - 1;
        while (around.Is(relative, SpeakerWord.Auxiliary | SpeakerWord.Adverb) && !around.Breaks(relative))
            relative--;
        if (relative == cue.Start - 1 || around.Breaks(relative) || !around.Is(relative, SpeakerWord.Relative) || !around.Is(relative, SpeakerWord.Pronoun))
            return null;
        var before = around.Kind(relative - 1, TokenKind.Comma) ? relative - 2 : relative - 1;
        return _cast.MentionAt(before) is { IsActor: true } mention && mention.Range.End == before + 1 ? mention : null;
    }

    /// <summary>“a UN report that highlighted”: the words before the relative pronoun speak, not the subject of the sentence.</summary>
    private TokenRange? BeforeRelative(TokenRange cue)
    {
        var relative = cue.Start - 1;
        if (around.Breaks(cue.Start) || !around.Is(relative, SpeakerWord.Relative) || around.Breaks(relative) || lexicon.RoleOf(around.Word(relative - 1)) is null)
            return null;
        var start = relative - 1;
        while (!around.Breaks(start) && around.Kind(start - 1, TokenKind.Word) && !around.IsVerb(start - 1)
            && !around.Is(start - 1, SpeakerWord.Preposition | SpeakerWord.Determiner | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Pronoun))
            start--;
        return new(start, relative);
    }

    /// <summary>“It cited a report that highlighted …, noting that”: the inner speaker of the same sentence goes on.</summary>
    private Resolved? GoesOn(TokenRange cue, IReadOnlyList<ClaimDraft> before)
    {
        if (before.Count == 0 || before[^1] is not { Attribution: { Cue: { } last, NestedIn: >= 0, Entry.Kind: CueKind.Verb } } claim || _cast.Article.SentenceOf(last.Start) != _cast.Article.SentenceOf(cue.Start)
            || claim.Attribution.Content[^1].End is var end && (end > cue.Start || end < cue.Start - 3))
            return null;
        return claim.Speaker;
    }

    /// <summary>Whether nobody speaks: “no group has claimed”, “Asked about …,”, or a dateline taken for a speaker.</summary>
    public bool IsNobody(FoundAttribution found)
    {
        if (found.Source is not { } source)
            return found is { Entry.Kind: CueKind.Verb, Cue: { } cue } && around.Has(cue.Start, TokenFlags.SentenceStart);
        // “It is pertinent to mention that …”
        if (source.Count == 1 && around.Is(source.Start, SpeakerWord.Thing) && around.Is(source.Start, SpeakerWord.Subject) && around.Is(source.End, SpeakerWord.Auxiliary)
            && found.Cue is { } said && _cast.Article.Letters(said.Start - 1) is "to")
            return true;
        if (around.Is(source.Start, SpeakerWord.Negation) || (!around.Breaks(source.Start) && around.Is(source.Start - 1, SpeakerWord.Negation) && around.Is(source.Start - 1, SpeakerWord.Determiner)))
            return true;
        // “after telephone calls to the capital”, “two young advocates”: a noun in the plural that could be a verb, behind a word for no one.
        if (found is { Entry.Kind: CueKind.Verb, Cue: { Count: 1 } noun } && source.Count == 1 && source.End == noun.Start && around.Kind(source.Start, TokenKind.Word)
            && !around.Has(source.Start, TokenFlags.Capital) && _cast.Article.Letters(noun.Start)[^1] == 's' && lexicon.RoleOf(around.Word(source.Start)) is null && _cast.MentionAt(source.Start) is null
            && !around.Is(source.Start, SpeakerWord.Pronoun | SpeakerWord.Determiner | SpeakerWord.Body | SpeakerWord.Medium) && IsNounPhrase(source.Start))
            return true;
        // “which supports Ruritanian claims”: an adjective alone is nobody.
        if (source.Count == 1 && around.Has(source.Start, TokenFlags.Capital) && _cast.MentionAt(source.Start) is null && (names.CountryOfAdjective(around.Word(source.Start)) >= 0 || names.StateOfAdjective(around.Word(source.Start)) >= 0))
            return true;
        return _cast.MentionAt(source.Start) is { Kind: MentionKind.Location } place && place.Range == source && around.Has(source.Start, TokenFlags.ParagraphStart)
            && !around.IsVerb(source.End);
    }

    /// <summary>Whether a number, a verb form or a preposition stands before a word, so that it opens no clause.</summary>
    private bool IsNounPhrase(int token) =>
        !around.Breaks(token) && (around.Kind(token - 1, TokenKind.Number) || around.Is(token - 1, SpeakerWord.Count | SpeakerWord.Preposition | SpeakerWord.Aside | SpeakerWord.Adverb)
            || around.IsVerb(token - 1) || around.IsGerund(token - 1));

    /// <summary>“The report estimated”, cut after the article; “Intelligence reports show”, cut before the noun that could be a verb.</summary>
    private TokenRange Extended(TokenRange source, TokenRange? cue)
    {
        if (cue is { } reporting && !reporting.Contains(source.End) && source.End < _cast.Article.Tokens.Count && !around.Breaks(source.End)
            && lexicon.RoleOf(around.Word(source.End)) is { Kind: RoleKind.Document } && _cast.MentionAt(source.End) is null or { Kind: MentionKind.Role }
            && !around.Is(source.End + 1, SpeakerWord.Determiner) && (source.Count > 1 || !around.Is(source.Start, SpeakerWord.Pronoun)))
            return new(source.Start, source.End + 1);
        return cue is { } verb && source.Count == 1 && around.Is(source.Start, SpeakerWord.Determiner) && !around.Is(source.Start, SpeakerWord.Owner | SpeakerWord.Pronoun)
            && source.End < verb.Start && verb.Start - source.End <= 5
            ? new(source.Start, verb.Start)
            : source;
    }

    /// <summary>“he was quoted as saying by the newspaper”: he speaks, the newspaper reports.</summary>
    private bool QuotedAsSaying(TokenRange cue, List<Resolved> speakers)
    {
        if (cue.Start < 4 || around.Breaks(cue.Start) || _cast.Article.Letters(cue.Start - 1) is not "as" || cues.Verb(around.Word(cue.Start - 2)) is not { Lemma: "quote" or "cite" or "report" }
            || !around.Is(cue.Start - 3, SpeakerWord.Auxiliary))
            return false;
        var at = cue.Start - 4;
        while (around.Is(at, SpeakerWord.Auxiliary | SpeakerWord.Adverb) && !around.Breaks(at))
            at--;
        if (around.Is(at, SpeakerWord.Pronoun))
            resolver.Resolve(new(at, at + 1), speakers);
        else if (_cast.MentionAt(at) is { IsActor: true } name)
            resolver.Resolve(name.Range, speakers);
        else
            return false;
        if (_cast.Article.Letters(cue.End) is "by" && (_cast.MentionAt(cue.End + 1) ?? _cast.MentionAt(cue.End + 2)) is { Participant: >= 0 } by)
            Reporter = by.Participant;
        return true;
    }

    private void Unsourced(FoundAttribution found, IReadOnlyList<ClaimDraft> before, List<Resolved> speakers)
    {
        var cue = found.Cue!.Value;
        if (found.Source is not null && before.Count > 0 && before[^1].Attribution.Cue is { } last && _cast.Article.SentenceOf(last.Start) == _cast.Article.SentenceOf(cue.Start))
        {
            speakers.Add(before[^1].Speaker);
            return;
        }

        // “Hours later, the board (WB), a body of the state, said”: the one who is named behind the time.
        if (found.Source is { } time && NamedBehind(time.End, cue.Start) is { } named)
        {
            speakers.Add(new(named.Participant, named.Range, false, 0.85, "name-before-cue"));
            return;
        }

        // “The rebels claim …”, read as a noun: the name right before it.
        if (_cast.MentionAt(cue.Start - 1) is { IsActor: true } name && !around.Breaks(cue.Start))
        {
            speakers.Add(new(name.Participant, name.Range, false, 0.85, "name-before-cue"));
            return;
        }

        // “The capital on Monday, conveyed …”: the name before the day.
        if (found.Entry is { Kind: CueKind.Verb } && !around.IsGerund(cue.Start) && SubjectBefore(cue.Start) is { } subject)
        {
            speakers.Add(new(subject.Participant, subject.Range, false, 0.85, "name-before-cue"));
            return;
        }

        // “what he called …”: the pronoun right before it.
        if (!around.Breaks(cue.Start) && around.Is(cue.Start - 1, SpeakerWord.Subject) && !around.Is(cue.Start - 1, SpeakerWord.Relative))
        {
            resolver.Resolve(new(cue.Start - 1, cue.Start), speakers);
            return;
        }

        if (found.Entry is { Kind: CueKind.Noun } && Alleger(found, before) is { } alleger)
        {
            speakers.Add(alleger);
            return;
        }

        for (var i = cue.Start - 1; i >= cue.Start - 3 && !around.Breaks(i + 1); i--)
        {
            if (lexicon.RoleOf(around.Word(i)) is { Kind: RoleKind.Document } role)
            {
                resolver.Document(i, role, speakers);
                return;
            }
        }

        speakers.Add(resolver.Nobody());
    }

    /// <summary>The first name behind words of time that opens a clause.</summary>
    private NameMention? NamedBehind(int from, int to)
    {
        for (var i = from; i < Math.Min(to, from + 6); i++)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention)
                return around.IsClauseHead(mention.Range) ? mention : null;
        }

        return null;
    }

    /// <summary>The name that opens the sentence, with nothing but a day, adverbs and marks between it and the verb.</summary>
    private NameMention? SubjectBefore(int verb)
    {
        var dated = false;
        for (var i = verb - 1; i >= verb - 6 && !around.Breaks(i + 1); i--)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention)
                return dated && around.IsClauseHead(mention.Range) ? mention : null;
            dated |= around.Is(i, SpeakerWord.Time);
            if (!around.Kind(i, TokenKind.Comma) && !around.Is(i, SpeakerWord.Time | SpeakerWord.Adverb | SpeakerWord.Preposition))
                return null;
        }

        return null;
    }

    /// <summary>“refuted the claims of …”: who accused the one that now denies.</summary>
    private static Resolved? Alleger(FoundAttribution found, IReadOnlyList<ClaimDraft> before)
    {
        if (before.Count == 0 || found.NestedIn < 0 || before[^1].Act != ClaimAct.Denies || before[^1].Target < 0)
            return null;
        return new(before[^1].Target, null, false, 0.75, "alleger");
    }
}
