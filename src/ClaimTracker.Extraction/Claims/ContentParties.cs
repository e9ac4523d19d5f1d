using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>A party in a content.</summary>
/// <param name="Who">Index into the cast; −1 for none.</param>
/// <param name="End">The token behind it.</param>
/// <param name="Subject">Whether it is the subject of its clause.</param>
/// <param name="Adjective">Whether only an adjective speaks of it: “Ruritanian soil”.</param>
/// <param name="Aside">Whether it only stands in a phrase of time or cause: “since the rebels regained power”.</param>
internal readonly record struct Party(int Who, int End, bool Subject, bool Adjective, bool Aside)
{
    /// <summary>“the operation against Ruritania”.</summary>
    public bool Against { get; init; }

    /// <summary>“Ruritania's ties”, “support from Ruritania”.</summary>
    public bool Owner { get; init; }
}

/// <summary>Reads the parties of a content: names, adjectives of states, “they” and “the other side”.</summary>
internal sealed class ContentParties(ActorNames names, Surroundings around)
{
    private Cast _cast = null!;
    private int _speaker;
    private int _counterpart;
    private int _opponent;

    public void Read(Cast cast) => _cast = cast;

    /// <param name="speaker">Who speaks.</param>
    /// <param name="counterpart">The party of whom the speaker spoke last; −1 for none.</param>
    /// <param name="opponent">The party of the other camp of which the article spoke last; −1 for none.</param>
    public void Begin(int speaker, int counterpart, int opponent) => (_speaker, _counterpart, _opponent) = (speaker, counterpart, opponent);

    /// <summary>Whether a party can begin at a token; most tokens are dismissed by this.</summary>
    public bool CanBegin(in Token token, int at) =>
        (token.Speaker & (SpeakerWord.Other | SpeakerWord.Pronoun | SpeakerWord.Owner)) != 0 || token.Has(TokenFlags.Capital) || _cast.MentionAt(at) is not null;

    /// <summary>The party that begins at a token.</summary>
    public Party At(int token, TokenRange part)
    {
        if (_cast.MentionAt(token) is { } mention)
        {
            var counts = mention.IsActor && mention.Range.Start == token && !IsClass(token);
            return new(counts ? mention.Participant : -1, mention.Range.End, counts && IsSubject(mention.Range, part), false, IsAside(token))
            {
                Against = around.Is(token - 1, SpeakerWord.Against),
                Owner = around.Word(mention.Range.End) == around.Lexicon.Possessive || IsFrom(token),
            };
        }

        if (OtherSide(token))
            return new(_counterpart >= 0 ? _counterpart : _opponent, token + 2, true, false, false);

        if (around.Has(token, TokenFlags.Capital) && names.StateOfAdjective(around.Word(token)) is >= 0 and var state)
            return new(_cast.Of(names.Actors[names.Actors[state].Government]), token + 1, false, true, false);
        if (around.Is(token, SpeakerWord.Pronoun) && Pronoun(token) is >= 0 and var who)
            return new(who, token + 1, true, false, false);
        if (_counterpart >= 0 && around.Has(token, TokenFlags.Quoted) && around.Is(token, SpeakerWord.Plural) && around.Is(token, SpeakerWord.Owner | SpeakerWord.Pronoun))
            return new(_counterpart, token + 1, false, false, false);
        if (around.Is(token, SpeakerWord.Owner) && !around.Has(token, TokenFlags.Quoted) && token <= part.Start + 1)
            return new(_speaker, token + 1, true, false, false);
        return new(-1, token + 1, false, false, false);
    }

    /// <summary>Who does what a word of charge says: behind “by” or “from”, right before it, else the subject of the clause.</summary>
    public int AgentOf(int charge, TokenRange part, int subject)
    {
        for (var i = charge + 1; i < Math.Min(part.End, charge + 8); i++)
        {
            var by = _cast.Article.Letters(i) is "by";
            if (!by && !(i <= charge + 1 && _cast.Article.Letters(i) is "from"))
                continue;
            var at = around.Is(i + 1, SpeakerWord.Determiner) ? i + 2 : i + 1;
            if (at < part.End && At(at, part) is { Who: >= 0 } agent && (by || !agent.Adjective || part.Count <= 8))
                return agent.Who;
            if (by)
                break;
        }

        for (var i = charge - 1; i >= Math.Max(part.Start, charge - 3) && !around.IsVerb(i); i--)
        {
            if (around.Word(i) == around.Lexicon.Possessive && _cast.MentionAt(i - 1) is { IsActor: true } owner)
                return owner.Participant;
            if (around.Has(i, TokenFlags.Capital) && _cast.MentionAt(i) is null && names.StateOfAdjective(around.Word(i)) is >= 0 and var state)
                return _cast.Of(names.Actors[names.Actors[state].Government]);
        }

        return subject;
    }

    /// <summary>“on the other side”.</summary>
    private bool OtherSide(int token) =>
        around.Is(token, SpeakerWord.Other) && around.Lexicon.RoleOf(around.Word(token + 1)) is { } role && around.Lexicon.IsParty(role) && !role.Plural && !around.Lexicon.IsCountry(role);

    private bool IsFrom(int token)
    {
        var before = around.Is(token - 1, SpeakerWord.Determiner) ? token - 2 : token - 1;
        return around.Is(before, SpeakerWord.Motion) && around.Word(before) != around.Lexicon.OfWord;
    }

    private bool IsSubject(TokenRange range, TokenRange part) =>
        around.IsGerund(range.End) || (around.IsSubject(range) && (range.Start <= part.Start + 1 || around.IsClauseHead(range)))
        || (around.IsSubject(range) && around.Is(range.Start - 1, SpeakerWord.Determiner) && !around.Is(range.Start - 2, SpeakerWord.Preposition));

    /// <summary>“over 200 Reds”, “no good and bad Reds”: a kind of people, not a party.</summary>
    private bool IsClass(int token)
    {
        if (around.Kind(token - 1, TokenKind.Number))
            return true;
        for (var i = token - 1; i >= token - 4 && !around.Breaks(i + 1) && around.Kind(i, TokenKind.Word); i--)
        {
            if (around.Is(i, SpeakerWord.Negation))
                return true;
            if (around.IsVerb(i) || around.Is(i, SpeakerWord.Preposition | SpeakerWord.Known))
                return false;
        }

        return false;
    }

    /// <summary>“since the rebels regained power”.</summary>
    private bool IsAside(int token)
    {
        var before = around.Is(token - 1, SpeakerWord.Determiner) ? token - 2 : token - 1;
        return around.Is(before, SpeakerWord.Aside);
    }

    /// <summary>In the reporter's words “it” and “they” are mostly the speaker; in the speaker's own, “we” is, and “they” the other party.</summary>
    private int Pronoun(int token)
    {
        if (around.Is(token, SpeakerWord.Own))
            return _speaker;
        if (!around.Is(token, SpeakerWord.Subject) || around.Is(token, SpeakerWord.Relative) || !around.Is(token, SpeakerWord.Thing | SpeakerWord.Plural))
            return -1;
        return around.Has(token, TokenFlags.Quoted) ? around.Is(token, SpeakerWord.Plural) ? _counterpart : -1 : _cast[_speaker].IsOnePerson ? -1 : _speaker;
    }
}
