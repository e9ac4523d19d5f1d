using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Finds the words for someone without a known name for whom “who”, “he”, “she” or “they” stands: “a member of the team, who …”, “A senior official …. …, he said”.</summary>
internal sealed class UnnamedSubjects(Surroundings around, SpeechLog log)
{
    /// <summary>The most words that such a subject has.</summary>
    private const int Longest = 10;

    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>The words, up to the first comma or verb; null where a name is meant or nothing tells.</summary>
    public TokenRange? Before(int pronoun)
    {
        if (around.Is(pronoun, SpeakerWord.Relative))
            return _cast.Article.Letters(pronoun) is "who" ? Antecedent(pronoun) : null;
        if (!around.Is(pronoun, SpeakerWord.Masculine | SpeakerWord.Feminine | SpeakerWord.Plural) || around.Is(pronoun, SpeakerWord.Owner))
            return null;
        var sentence = _cast.Article.SentenceOf(pronoun);
        return Subject(sentence, pronoun) is { } own && own.End < pronoun ? own : Subject(sentence - 1, pronoun);
    }

    /// <summary>Whether the words are nothing but a name: two capitalised ones or more.</summary>
    public bool IsName(TokenRange words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (!around.Has(i, TokenFlags.Capital) || around.Is(i, SpeakerWord.Body | SpeakerWord.PlaceName | SpeakerWord.ThingName | SpeakerWord.Time | SpeakerWord.Determiner))
                return false;
        }

        return words.Count >= 2;
    }

    public bool Differs(int pronoun, Gender gender) =>
        (gender == Gender.Male && around.Is(pronoun, SpeakerWord.Feminine)) || (gender == Gender.Female && around.Is(pronoun, SpeakerWord.Masculine));

    /// <summary>“were shot” is suffered; “were blunt” tells how somebody spoke.</summary>
    private bool IsBe(int verb) => _cast.Article.Letters(verb) is "was" or "were" or "is" or "are" or "be";

    /// <summary>The noun phrase right before “who”.</summary>
    private TokenRange? Antecedent(int who)
    {
        var end = around.Kind(who - 1, TokenKind.Comma) ? who - 1 : who;
        var start = end;
        while (start > end - Longest && !around.Breaks(start) && around.Kind(start - 1, TokenKind.Word) && !around.IsVerb(start - 1)
            && !around.Is(start - 1, SpeakerWord.Conjunction | SpeakerWord.Relative | SpeakerWord.Pronoun))
            start--;
        for (var i = start; i < end; i++)
        {
            if (_cast.MentionAt(i) is { Kind: MentionKind.Person })
                return null;
        }

        return start < end ? new(start, end) : null;
    }

    /// <summary>The subject of the sentence before in the same paragraph, if nobody has spoken since it, and it does or says something itself.</summary>
    private TokenRange? Subject(int index, int pronoun)
    {
        if (index < 0 || _cast.Article.Sentences[index] is var sentence && around.ParagraphOf(sentence.Start) != around.ParagraphOf(pronoun))
            return null;
        var start = sentence.Start;
        if (around.Has(start, TokenFlags.Quoted))
            return null;
        while (start < sentence.End && around.Is(start, SpeakerWord.Conjunction | SpeakerWord.And | SpeakerWord.Adverb))
            start++;
        // “In the capital, a senior official …”
        if (around.Is(start, SpeakerWord.Preposition))
        {
            while (start < sentence.End && !around.Kind(start, TokenKind.Comma))
                start++;
            start++;
        }

        var end = start;
        while (end < sentence.End && end < start + Longest && around.Kind(end, TokenKind.Word) && (!around.IsVerb(end) || around.Has(end, TokenFlags.Capital))
            && !around.Is(end, SpeakerWord.Relative | SpeakerWord.Pronoun))
        {
            if (_cast.MentionAt(end) is { Kind: MentionKind.Person })
                return null;
            end++;
        }

        if (end == start || end >= sentence.End || (log.Count > 0 && log[^1].Token >= start))
            return null;
        var verb = end;
        if (around.Kind(end, TokenKind.Comma))
            return around.Is(end + 1, SpeakerWord.Relative) || around.Is(end + 1, SpeakerWord.Determiner) || around.IsGerund(end + 1) ? new(start, end) : null;
        return around.IsVerb(verb) && !(IsBe(verb) && around.IsVerb(verb + 1)) && !(around.Is(verb, SpeakerWord.Auxiliary) && _cast.Article.Letters(verb + 1) is "been")
            ? new(start, end)
            : null;
    }
}
