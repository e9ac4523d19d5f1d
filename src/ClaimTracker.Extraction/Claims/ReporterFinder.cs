using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Finds who passed a claim on: “…, state media reported”, “told the Herald”, “according to local media”.</summary>
internal sealed class ReporterFinder(SpeakerLexicon lexicon, Surroundings around, SpeakerResolver resolver)
{
    private readonly List<Resolved> _resolved = [];
    private Cast _cast = null!;
    private int _lastReporter;
    private int _lastParagraph;

    public void Read(Cast cast) => (_cast, _lastReporter, _lastParagraph) = (cast, -1, -1);

    /// <summary>The medium behind an attribution, or −1.</summary>
    public int Find(FoundAttribution found, int speaker)
    {
        if (found.Cue is not { } cue)
            return -1;
        if (Told(found, cue) is >= 0 and var told && told != speaker)
            return Note(told, cue.Start);
        var sentence = _cast.Article.Sentences[_cast.Article.SentenceOf(cue.Start)];
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (around.Has(i, TokenFlags.Quoted) || Contains(found, i))
                continue;
            if (Medium(i, out var end) is >= 0 and var medium && medium != speaker && Reports(i, end, sentence))
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
            if (Medium(i, out _) is >= 0 and var medium)
                return medium;
            if (!around.Is(i, SpeakerWord.Determiner | SpeakerWord.Preposition) && !around.Has(i, TokenFlags.Capital) && lexicon.RoleOf(around.Word(i)) is null)
                return -1;
        }

        return -1;
    }

    /// <summary>A medium by name or by a noun (“local media”) at a token.</summary>
    private int Medium(int token, out int end)
    {
        end = token + 1;
        if (_cast.MentionAt(token) is { IsActor: true } mention)
        {
            end = mention.Range.End;
            return mention.Range.Start == token && _cast[mention.Participant].Kind == ActorKind.Media ? mention.Participant : -1;
        }

        if (lexicon.RoleOf(around.Word(token)) is not { Kind: RoleKind.Media } || around.Is(token + 1, SpeakerWord.Preposition))
            return -1;
        var start = token;
        while (!around.Breaks(start) && around.Kind(start - 1, TokenKind.Word) && _cast.MentionAt(start - 1) is null && !around.IsVerb(start - 1)
            && !around.Is(start - 1, SpeakerWord.Preposition | SpeakerWord.Determiner | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Pronoun))
            start--;
        _resolved.Clear();
        resolver.Resolve(new(start, token + 1), _resolved);
        return _resolved.Count > 0 && _cast[_resolved[0].Participant].Kind == ActorKind.Media ? _resolved[0].Participant : -1;
    }

    /// <summary>“according to X”, or “X reported” after a comma or at the end.</summary>
    private bool Reports(int start, int end, TokenRange sentence)
    {
        for (var i = start - 1; i >= Math.Max(sentence.Start, start - 4); i--)
        {
            if (_cast.Article.Letters(i) is "according" or "According" or "per")
                return true;
            if (around.Kind(i, TokenKind.Comma) || around.IsVerb(i))
                break;
        }

        if (around.Has(start, TokenFlags.Title))
            return around.Kind(start - 1, TokenKind.Colon) && end >= sentence.End;
        return around.IsVerb(end) && (end + 3 >= sentence.End || around.Kind(end + 1, TokenKind.Comma)
            || around.Kind(end + 1, TokenKind.Stop) || around.Is(end + 1, SpeakerWord.Time | SpeakerWord.Preposition) && end + 5 >= sentence.End);
    }
}
