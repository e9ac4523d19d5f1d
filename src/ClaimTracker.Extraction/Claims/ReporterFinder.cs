using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Finds who passed a claim on: “…, state media reported”, “told the Herald”, “according to local media”.</summary>
internal sealed class ReporterFinder(SpeakerLexicon lexicon, CueLexicon cues, Surroundings around, SpeakerResolver resolver)
{
    private readonly List<Resolved> _resolved = [];
    private Cast _cast = null!;
    private TokenRange? _words;
    private int _lastReporter;
    private int _lastParagraph;

    public void Read(Cast cast) => (_cast, _lastReporter, _lastParagraph) = (cast, -1, -1);

    /// <summary>The medium behind an attribution, or −1.</summary>
    public int Find(FoundAttribution found, int speaker)
    {
        _words = null;
        if (found.Cue is not { } cue)
            return -1;
        if (Told(found, cue) is >= 0 and var told && told != speaker)
            return Note(told, cue.Start);
        if (Citer(found) is >= 0 and var citer && citer != speaker)
            return citer;
        var sentence = _cast.Article.Sentences[_cast.Article.SentenceOf(cue.Start)];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            // Most words are neither a name nor a noun for a medium.
            if ((!around.Is(i, SpeakerWord.Medium) && _cast.MentionAt(i) is null) || around.Has(i, TokenFlags.Quoted) || Contains(found, i))
                continue;
            if (Medium(i, out var start, out var end) is >= 0 and var medium && medium != speaker && Reports(start, end, sentence))
                return Note(medium, cue.Start);
        }

        return -1;
    }

    /// <summary>The medium that “it” stands for in “it quoted him as saying”: the last one that reported in this paragraph.</summary>
    public int Again(int token) => _lastParagraph == around.ParagraphOf(token) ? _lastReporter : -1;

    private int Note(int medium, int token)
    {
        (_lastReporter, _lastParagraph) = (medium, around.ParagraphOf(token));
        _cast[medium].Used = true;
        if (_words is { } words)
            _cast.Add(new(words, medium, MentionKind.Role));
        _words = null;
        return medium;
    }

    private static bool Contains(FoundAttribution found, int token)
    {
        foreach (var part in found.Content)
        {
            if (part.Contains(token) && part.End - token > 6)
                return true;
        }

        return found.Source is { } source && source.Contains(token);
    }

    /// <summary>Who is told, where that is a medium.</summary>
    private int Told(FoundAttribution found, TokenRange cue)
    {
        for (var i = cue.End; i < cue.End + 5 && !around.Breaks(i); i++)
        {
            if (Contains(found, i) || around.Kind(i, TokenKind.Quote))
                return -1;
            if (Medium(i, out _, out _) is >= 0 and var medium)
                return medium;
            if (!around.Is(i, SpeakerWord.Determiner | SpeakerWord.Preposition) && !around.Has(i, TokenFlags.Capital) && lexicon.RoleOf(around.Word(i)) is null)
                return -1;
        }

        return -1;
    }

    /// <summary>A medium by name or by a noun (“local media”) at a token.</summary>
    private int Medium(int token, out int start, out int end)
    {
        (start, end) = (token, token + 1);
        if (_cast.MentionAt(token) is { IsActor: true } mention)
        {
            end = mention.Range.End;
            // “state broadcaster Channel Nine”: the name behind.
            if (_cast.MentionAt(end) is { IsActor: true } next && _cast[next.Participant].Kind == ActorKind.Media && !around.Breaks(end))
                return -1;
            return mention.Range.Start == token && _cast[mention.Participant].Kind == ActorKind.Media ? mention.Participant : -1;
        }

        if (lexicon.RoleOf(around.Word(token)) is not { Kind: RoleKind.Media } || around.Is(token + 1, SpeakerWord.Preposition) || IsNoun(token + 1))
            return -1;
        // “state broadcaster Channel Nine”: the name behind.
        if (_cast.MentionAt(token + 1) is { IsActor: true } name && _cast[name.Participant].Kind == ActorKind.Media && !around.Breaks(token + 1))
            return -1;
        while (!around.Breaks(start) && around.Kind(start - 1, TokenKind.Word) && _cast.MentionAt(start - 1) is null
            && (!around.IsVerb(start - 1) || lexicon.RoleOf(around.Word(start - 1)) is not null)
            && !around.Is(start - 1, SpeakerWord.Preposition | SpeakerWord.Determiner | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Pronoun))
            start--;
        _resolved.Clear();
        resolver.Resolve(new(start, token + 1), _resolved);
        if (_resolved.Count == 0 || _cast[_resolved[0].Participant].Kind != ActorKind.Media)
            return -1;
        _words = new(start, token + 1);
        return _resolved[0].Participant;
    }

    /// <summary>“press briefing”: a noun that the medium only narrows.</summary>
    private bool IsNoun(int token) =>
        around.Kind(token, TokenKind.Word) && !around.Breaks(token) && !around.Has(token, TokenFlags.Capital) && (!around.IsVerb(token) || around.IsGerund(token))
        && !around.Is(token, SpeakerWord.Determiner | SpeakerWord.Conjunction | SpeakerWord.And | SpeakerWord.Relative | SpeakerWord.Adverb | SpeakerWord.Time | SpeakerWord.Pronoun);

    /// <summary>“It also cited a UN report that highlighted …”: who cites the one who speaks.</summary>
    private int Citer(FoundAttribution found)
    {
        if (found.Source is not { } source)
            return -1;
        for (var i = source.Start - 1; i >= source.Start - 5 && !around.Breaks(i + 1); i--)
        {
            if (cues.Verb(around.Word(i)) is not { Lemma: "cite" or "quote" })
                continue;
            for (var at = i - 1; at >= i - 4 && !around.Breaks(at + 1); at--)
            {
                if (_cast.MentionAt(at) is { IsActor: true } mention)
                    return mention.Participant;
                if (!around.Is(at, SpeakerWord.Pronoun))
                    continue;
                _resolved.Clear();
                resolver.Resolve(new(at, at + 1), _resolved);
                if (_resolved is [{ Confidence: > 0.5 } who, ..])
                {
                    _cast.Add(new(new(at, at + 1), who.Participant, MentionKind.Pronoun));
                    return who.Participant;
                }
            }
        }

        return -1;
    }

    /// <summary>“according to X”, or “X reported” after a comma or at the end.</summary>
    private bool Reports(int start, int end, TokenRange sentence)
    {
        for (var i = start - 1; i >= Math.Max(sentence.Start, start - 6); i--)
        {
            if (_cast.Article.Letters(i) is "according" or "According" or "per")
                return true;
            if (around.Kind(i, TokenKind.Comma) || (around.IsVerb(i) && lexicon.RoleOf(around.Word(i)) is null))
                break;
        }

        if (around.Has(start, TokenFlags.Title))
            return around.Kind(start - 1, TokenKind.Colon) && end >= sentence.End;
        return around.IsVerb(end) && (end + 3 >= sentence.End || around.Kind(end + 1, TokenKind.Comma)
            || around.Kind(end + 1, TokenKind.Stop) || around.Is(end + 1, SpeakerWord.Time | SpeakerWord.Preposition) && end + 5 >= sentence.End);
    }
}
