using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Actors;

/// <summary>Settles whom a name means that several bear, or that every country's such body bears: “FG”, “security forces”, “the Reds”.</summary>
/// <remarks>Asked when everything is known that is named without doubt, in reading order.</remarks>
internal sealed class NameContext(ActorNames names, SpeakerLexicon lexicon, Surroundings around)
{
    /// <summary>The most words of a line above a paragraph that says what it is about.</summary>
    private const int LongestHeading = 14;

    private readonly Dictionary<int, KnownActor> _abbreviations = [];
    private readonly Dictionary<NameEntry, KnownActor?> _chosen = [];
    private Cast _cast = null!;
    private int _home;

    /// <summary>Mentions that have been looked through for the state in which the article is at home.</summary>
    private int _searched;

    public void Read(Cast cast)
    {
        _cast = cast;
        _abbreviations.Clear();
        _chosen.Clear();
        (_home, _searched) = (-1, 0);
    }

    /// <summary>The actor that a name means at its place, or null where the context points to none of those who bear it.</summary>
    public KnownActor? Choose(TokenRange range, NameEntry entry)
    {
        if (range.Count == 1 && around.Word(range.Start) is not 0 and var word && _abbreviations.TryGetValue(word, out var defined) && entry.Actors.Contains(defined.Index))
            return defined;
        if (Follows(range) is { } before && entry.Actors.Contains(before.Index))
            return before;
        if ((entry.Capitals == 0 || !around.Has(range.Start, TokenFlags.Capital)) && !StandsAlone(range))
            return null;
        if (StateBefore(range) is >= 0 and var qualified)
            return _chosen[entry] = Of(entry, qualified);
        if (entry.Generic && OwnerState(range) is >= 0 and var owner && Of(entry, owner) is { } its)
            return its;
        if (entry.Generic && StateBehind(range) is >= 0 and var behind && Of(entry, behind) is { } there)
            return there;
        if (OtherState(range))
            return _chosen[entry] = null;
        if (entry.Capitals != 0 && _chosen.TryGetValue(entry, out var last))
            return last;
        return _chosen[entry] = ByContext(range, entry);
    }

    /// <summary>“Frontier Guard (FG)”: what the abbreviation in brackets stands for from now on.</summary>
    public void Remember(TokenRange range, KnownActor known)
    {
        if (around.Kind(range.End, TokenKind.Open) && around.Kind(range.End + 2, TokenKind.Close) && around.Word(range.End + 1) != 0
            && around.Has(range.End + 1, TokenFlags.Capital))
            _abbreviations[around.Word(range.End + 1)] = known;
    }

    private KnownActor? ByContext(TokenRange range, NameEntry entry)
    {
        if (!entry.Generic && Mentioned(range, entry) is { } mentioned)
            return mentioned;
        if (SentenceState(range) is >= 0 and var told && Of(entry, told) is { } subject)
            return subject;
        if (entry.Generic && (ParagraphBearer(range, entry) ?? ParagraphState(range, entry)) is { } acting)
            return acting;
        if (entry.Generic && HeadingState(range) is >= 0 and var headed && Of(entry, headed) is { } below)
            return below;
        if (entry.Generic && OnlyNamed(range, entry) is { } named)
            return named;
        if (Home(range) is >= 0 and var home && Of(entry, home) is { } own)
            return own;
        if (entry.Ambiguous)
            return IsWord(range) ? null : OnlyParty(entry);
        return Recent(range, entry);
    }

    /// <summary>The only bearer, or the only one who belongs to a party of the conflict.</summary>
    private KnownActor? OnlyParty(NameEntry entry)
    {
        if (entry.Actors.Count == 1)
            return names.Actors[entry.Actors[0]];
        KnownActor? found = null;
        foreach (var actor in entry.Actors)
        {
            var known = names.Actors[actor];
            if (known.State < 0 || !names.IsParty(known.State))
                continue;
            if (found is not null)
                return null;
            found = known;
        }

        return found;
    }

    /// <summary>A word at the head of a sentence that could be no name at all: “Dawn broke”.</summary>
    private bool IsWord(TokenRange range) =>
        range.Count == 1 && around.Has(range.Start, TokenFlags.SentenceStart) && !around.Has(range.Start, TokenFlags.AllCaps) && !around.IsSubject(range);

    private KnownActor? Follows(TokenRange range) =>
        around.Kind(range.Start - 1, TokenKind.Open) && _cast.MentionAt(range.Start - 2) is { Participant: >= 0 } mention ? _cast[mention.Participant].Known : null;

    /// <summary>A name written small is one only where it isn't part of another noun: not “military posts”, “sanctions regime”.</summary>
    private bool StandsAlone(TokenRange range)
    {
        var (before, after) = (range.Start - 1, range.End);
        if (around.Kind(after, TokenKind.Word) && !around.Breaks(after) && around.Word(after) != lexicon.Possessive
            && !around.IsVerb(after) && !around.IsGerund(after)
            && !around.Is(after, SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Relative
                | SpeakerWord.Adverb | SpeakerWord.Auxiliary | SpeakerWord.Time | SpeakerWord.Negation | SpeakerWord.Pronoun))
            return false;
        if (around.Breaks(range.Start) || !around.Kind(before, TokenKind.Word))
            return true;
        return around.Is(before, SpeakerWord.Determiner | SpeakerWord.Preposition | SpeakerWord.And | SpeakerWord.Conjunction | SpeakerWord.Relative | SpeakerWord.Verb | SpeakerWord.Addresses)
            || around.Word(before) == lexicon.Possessive || around.IsVerb(before) || names.CountryOfAdjective(around.Word(before)) >= 0;
    }

    /// <summary>The state that the words right before speak of: “Ruritanian security forces”; −1 for none.</summary>
    private int StateBefore(TokenRange range)
    {
        for (var i = range.Start - 1; i >= range.Start - 3 && !around.Breaks(i + 1); i--)
        {
            if (around.Has(i, TokenFlags.Capital) && names.StateOfAdjective(around.Word(i)) is >= 0 and var state)
                return state;
            if (around.Word(i) == lexicon.Possessive && _cast.MentionAt(i - 1) is { Participant: >= 0 } owner && _cast[owner.Participant] is { IsHuman: false, State: >= 0 and var whose })
                return whose;
            if (around.Is(i, SpeakerWord.Preposition | SpeakerWord.Determiner) || around.IsVerb(i))
                break;
        }

        return -1;
    }

    /// <summary>“The rulers ordered their army to stop”: the state of the nearest subject before in the sentence; −1 for none.</summary>
    private int OwnerState(TokenRange range)
    {
        if (around.Breaks(range.Start) || !around.Is(range.Start - 1, SpeakerWord.Owner) || around.Is(range.Start - 1, SpeakerWord.Own))
            return -1;
        for (var i = _cast.LastBefore(range.Start); i >= 0 && _cast.Article.SentenceOf(_cast.Mentions[i].Range.Start) == _cast.Article.SentenceOf(range.Start); i--)
        {
            if (_cast.Mentions[i] is { IsActor: true } mention && around.IsSubject(mention.Range))
                return _cast[mention.Participant].State;
        }

        return -1;
    }

    /// <summary>“authorities in Alder”, “the army in Birch said”: the state whose capital or name or one of whose places stands right behind; −1 for none.</summary>
    private int StateBehind(TokenRange range)
    {
        var place = range.End + 1;
        if (!around.Is(range.End, SpeakerWord.Place | SpeakerWord.Motion) || around.Breaks(range.End) || around.Breaks(place))
            return -1;
        if (_cast.MentionAt(place) is { Participant: >= 0 } mention && !_cast[mention.Participant].IsHuman)
            return _cast[mention.Participant].State;
        var end = place;
        while (!around.Breaks(end) && around.Has(end, TokenFlags.Capital))
            end++;
        // Where troops are isn't whose they are; a body that speaks from a place is at home there.
        return around.Is(range.Start - 1, SpeakerWord.Known) && around.IsVerb(end) && !around.Breaks(end) ? names.StateOfPlace(_cast.Article, place) : -1;
    }

    /// <summary>Whether the word right before is that of a country without an actor: “Norwegian security forces”.</summary>
    private bool OtherState(TokenRange range) =>
        !around.Breaks(range.Start) && names.CountryOfAdjective(around.Word(range.Start - 1)) is >= 0 and var country && names.ActorOfCountry(country) < 0;

    private KnownActor? Of(NameEntry entry, int state)
    {
        foreach (var actor in entry.Actors)
        {
            if (names.Actors[actor].State == state)
                return names.Actors[actor];
        }

        return null;
    }

    /// <summary>The bearer of the name whom the article last called by another name before, else first after.</summary>
    private KnownActor? Mentioned(TokenRange range, NameEntry entry)
    {
        var best = -1;
        foreach (var actor in entry.Actors)
        {
            if (!_cast.Has(names.Actors[actor]))
                continue;
            var index = _cast.Of(names.Actors[actor]);
            if (best < 0 || (_cast[index].FirstMention < range.Start && _cast[index].FirstMention > _cast[best].FirstMention))
                best = index;
        }

        return best < 0 ? null : _cast[best].Known;
    }

    /// <summary>“Ruritania's Foreign Ministry …. …, the foreign ministry said”: the only bearer that has been named before, where each is a body and none a whole state.</summary>
    private KnownActor? OnlyNamed(TokenRange range, NameEntry entry)
    {
        KnownActor? only = null;
        foreach (var actor in entry.Actors)
        {
            var known = names.Actors[actor];
            if (known.Actor.Kind == Domain.ActorKind.State)
                return null;
            if (!_cast.Has(known) || _cast[_cast.Of(known)].FirstMention >= range.Start)
                continue;
            if (only is not null)
                return null;
            only = known;
        }

        return only;
    }

    /// <summary>The state of the first actor of the sentence before the name: mostly its subject.</summary>
    private int SentenceState(TokenRange range)
    {
        var state = -1;
        for (var i = range.Start - 1; i >= 0 && i > range.Start - 60; i--)
        {
            if (around.Has(i, TokenFlags.Quoted) && !around.Has(range.Start, TokenFlags.Quoted))
            {
                // what is quoted tells whom they speak of, not whose they are
            }
            else if (_cast.MentionAt(i) is { IsActor: true } mention && _cast[mention.Participant].State is >= 0 and var found)
                state = found;
            else if (around.Has(i, TokenFlags.Capital) && names.StateOfAdjective(around.Word(i)) is >= 0 and var adjective)
                state = adjective;
            if (around.Has(i, TokenFlags.SentenceStart))
                break;
        }

        return state;
    }

    /// <summary>“Ruritania's army denied it. It said the rebels had attacked. …, the military said”: the bearer of which a sentence of the same paragraph speaks before.</summary>
    private KnownActor? ParagraphBearer(TokenRange range, NameEntry entry)
    {
        var paragraph = around.ParagraphOf(range.Start);
        for (var i = _cast.LastBefore(range.Start); i >= 0 && _cast.Mentions[i].Range.Start >= paragraph; i--)
        {
            var mention = _cast.Mentions[i];
            if (mention.IsActor && _cast[mention.Participant].Known is { } known && entry.Actors.Contains(known.Index) && !around.Has(mention.Range.Start, TokenFlags.Quoted)
                && around.IsSubject(mention.Range) && around.IsMainClause(mention.Range.Start))
                return known;
        }

        return null;
    }

    /// <summary>“Ruritania said it would …. The government says”: the bearer whose state acts in the same paragraph before.</summary>
    private KnownActor? ParagraphState(TokenRange range, NameEntry entry)
    {
        var paragraph = around.ParagraphOf(range.Start);
        for (var i = _cast.LastBefore(range.Start); i >= 0 && _cast.Mentions[i].Range.Start >= paragraph; i--)
        {
            var mention = _cast.Mentions[i];
            if (mention.IsActor && _cast[mention.Participant] is { Kind: Domain.ActorKind.State or Domain.ActorKind.Government, State: >= 0 and var state }
                && around.IsClauseHead(mention.Range) && around.IsSubject(mention.Range) && Of(entry, state) is { } known)
                return known;
        }

        return null;
    }

    /// <summary>“The capital's version of the night”, a line by itself right above: the state of which alone it speaks; −1 for none.</summary>
    private int HeadingState(TokenRange range)
    {
        var below = around.ParagraphOf(range.Start);
        if (below == 0 || around.Kind(below - 1, TokenKind.Stop))
            return -1;
        var state = -1;
        var above = Math.Max(around.ParagraphOf(below - 1), below - LongestHeading);
        for (var i = _cast.LastBefore(below); i >= 0 && _cast.Mentions[i].Range.Start >= above; i--)
        {
            if (_cast.Mentions[i].Participant is not (>= 0 and var participant) || _cast[participant].State is not (>= 0 and var found))
                continue;
            if (state >= 0 && state != found)
                return -1;
            state = found;
        }

        return state;
    }

    /// <summary>The one bearer whose state was spoken of right before.</summary>
    private KnownActor? Recent(TokenRange range, NameEntry entry)
    {
        var last = _cast.LastBefore(range.Start);
        for (var i = last; i >= 0 && i > last - 10; i--)
        {
            if (_cast.Mentions[i].Participant >= 0 && _cast[_cast.Mentions[i].Participant].State is >= 0 and var state && Of(entry, state) is { } known)
                return known;
        }

        return null;
    }

    /// <summary>The state in which the article is at home: where it was sent from, else of which it speaks first, if it does so before the name.</summary>
    private int Home(TokenRange range)
    {
        if (_cast.Home >= 0)
            return _cast.Home;
        if (_home >= 0)
            return _home;
        for (; _searched < _cast.Mentions.Count && _cast.Mentions[_searched].Range.Start < range.Start; _searched++)
        {
            if (_cast.Mentions[_searched].Participant is >= 0 and var participant && _cast[participant].State is >= 0 and var state)
                return _home = state;
        }

        return -1;
    }
}
