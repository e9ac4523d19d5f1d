using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>What a content says of whom, as far as neutral cues need it: charges with their agents, negation, obligation, condition.</summary>
internal sealed class ContentScan(ActorNames names, ClaimLexicon words, Surroundings around)
{
    private readonly List<TokenRange> _skipped = [];
    private readonly ContentParties _parties = new(names, around);
    private Cast _cast = null!;
    private int _speaker;
    private int _accusedGroup;
    private string? _side;

    /// <summary>The first party of another camp than the speaker's that does what parties accuse each other of; −1 for none.</summary>
    public int Accused { get; private set; } = -1;

    /// <summary>The same without armed groups.</summary>
    public int AccusedGovernment { get; private set; } = -1;

    /// <summary>The first party at all, but the speaker, that does so; −1 for none.</summary>
    public int Agent { get; private set; } = -1;

    /// <summary>Whether the speaker's own camp is said not to do so.</summary>
    public bool OwnDenied { get; private set; }

    public bool Obliges { get; private set; }

    public bool Condition { get; private set; }

    public bool Deed { get; private set; }

    /// <summary>Whether something hangs on a party's ending what it does: “depended on Ruritania halting its support”.</summary>
    public bool Stops { get; private set; }

    /// <summary>The first government of another camp that is spoken of as one that acts; −1 for none.</summary>
    public int Opposed { get; private set; } = -1;

    /// <summary>The first party of another camp at all, a state or its adjective included; −1 for none.</summary>
    public int OpposedState { get; private set; } = -1;

    /// <summary>The party that is the subject of the content's first clause; −1 for none.</summary>
    public int Subject { get; private set; } = -1;

    public void Read(Cast cast)
    {
        _cast = cast;
        _parties.Read(cast);
    }

    /// <summary>Reads a content as said by someone, without what others say inside it.</summary>
    /// <param name="found">The attribution.</param>
    /// <param name="speaker">Index into the cast.</param>
    /// <param name="counterpart">Whom the speaker spoke of last as the other party; −1 for none. “They” in his own words is mostly that one.</param>
    /// <param name="all">All attributions, for those inside this one.</param>
    /// <param name="index">The attribution's index among them.</param>
    public void Scan(FoundAttribution found, int speaker, int counterpart, IReadOnlyList<FoundAttribution> all, int index)
    {
        (Accused, Agent, Opposed, OpposedState, Subject, _accusedGroup) = (-1, -1, -1, -1, -1, -1);
        (OwnDenied, Obliges, Condition, Deed, Stops) = (false, false, false, false, false);
        _speaker = speaker;
        Skip(all, index);
        _parties.Begin(speaker, counterpart, counterpart >= 0 ? counterpart : LastOpponent(found.Content[0].Start));
        foreach (var part in found.Content)
            Scan(part);
        (AccusedGovernment, Accused) = (Accused, Accused < 0 ? _accusedGroup : Accused);
    }

    /// <summary>
    /// Settles in which camp the speaker stands: his own; for an unnamed source that of the medium that was told, else that of the place from
    /// which the article was sent. It serves to read the content and is never shown as the speaker's side.
    /// </summary>
    public void Allegiance(int speaker, int reporter)
    {
        var who = _cast[speaker];
        _side = who.Side;
        if (_side is null && who.Kind == ActorKind.Anonymous && who.IsHuman)
            _side = (reporter >= 0 && _cast[reporter].Kind == ActorKind.Media ? _cast[reporter].Side : null) ?? (_cast.Home >= 0 ? names.Actors[_cast.Home].Actor.Side : null);
    }

    /// <summary>Whether a participant stands in another camp than the speaker.</summary>
    public bool Opposes(int other)
    {
        if (_speaker == other || _side is null || _cast[_speaker].Kind == ActorKind.Media || _cast[other].Kind == ActorKind.Media)
            return false;
        // Militants are everyone's adversaries; only for those who fight them is it a charge.
        if (_cast[other].Kind == ActorKind.ArmedGroup)
            return _cast[_speaker].Kind != ActorKind.ArmedGroup && names.IsPartySide(_side);
        return _cast[other].Side is { } side && side != _side;
    }

    /// <summary>Whether the speaker belongs to one of the parties of the conflict.</summary>
    public bool SpeakerIsParty => _side is { } side && names.IsPartySide(side);

    /// <summary>What others say inside the content is theirs: from their name to the end of their words.</summary>
    private void Skip(IReadOnlyList<FoundAttribution> all, int index)
    {
        _skipped.Clear();
        for (var i = Math.Max(0, index - 20); i < Math.Min(all.Count, index + 20); i++)
        {
            if (all[i].NestedIn == index && all[i].Content.Length > 0 && all[i].Entry?.Kind == CueKind.Verb)
                _skipped.Add(new(Math.Min(all[i].Source?.Start ?? int.MaxValue, all[i].Content[0].Start), all[i].Content[^1].End));
        }
    }

    /// <summary>The last government of another camp named before.</summary>
    private int LastOpponent(int token)
    {
        var last = _cast.LastBefore(token);
        for (var i = last; i >= 0 && i > last - 30; i--)
        {
            var mention = _cast.Mentions[i];
            if (mention.IsActor && _cast[mention.Participant].Kind is ActorKind.Government && Opposes(mention.Participant))
                return mention.Participant;
        }

        return -1;
    }

    private bool IsSkipped(int token)
    {
        foreach (var range in _skipped)
        {
            if (range.Contains(token))
                return true;
        }

        return false;
    }

    private void Scan(TokenRange part)
    {
        var (subject, negated, failed, wish, verbs) = (-1, false, false, false, false);
        for (var i = part.Start; i < part.End; i++)
        {
            if (IsSkipped(i))
                continue;
            if (_parties.CanBegin(_cast.Article.Tokens[i], i) && _parties.At(i, part) is { Who: >= 0 } party)
            {
                Meet(party);
                // Before the first verb a party is part of the subject: “commanders of the group, …, are using”.
                subject = party.Subject || (subject < 0 && !verbs && !party.Adjective) ? party.Who : subject;
                i = party.End - 1;
                continue;
            }

            verbs |= around.IsVerb(i);
            negated |= around.Is(i, SpeakerWord.Negation);
            var word = words.Of(_cast.Article.Tokens, _cast.Article.Text, i);
            failed |= (word & ClaimWord.Fail) != 0;
            wish |= (word & ClaimWord.Wish) != 0;
            Obliges |= (word & ClaimWord.Oblige) != 0;
            Condition |= (word & ClaimWord.Condition) != 0;
            Deed |= (word & ClaimWord.Deed) != 0;
            if ((word & ClaimWord.Charge) != 0)
                Charge(_parties.AgentOf(i, part, subject), negated && !failed, wish);
            if (around.Kind(i, TokenKind.Stop) || around.Is(i, SpeakerWord.Conjunction))
                (negated, failed, wish) = (false, false, false);
            if (around.Kind(i, TokenKind.Stop))
                subject = -1;
        }
    }

    private void Meet(in Party party)
    {
        if (Subject < 0 && party.Subject)
            Subject = party.Who;
        if (!Opposes(party.Who))
            return;
        OpposedState = OpposedState < 0 ? party.Who : OpposedState;
        Stops |= !party.Adjective && around.IsGerund(party.End) && (words.Of(_cast.Article.Tokens, _cast.Article.Text, party.End) & ClaimWord.Deed) != 0;
        if (Opposed >= 0 || party.Adjective || party.Aside || _cast[party.Who].Kind is ActorKind.ArmedGroup or ActorKind.Media)
            return;
        if (_cast[party.Who].Kind == ActorKind.State ? party.Against : SpeakerIsParty || party.Subject || party.Owner)
            Opposed = party.Who;
    }

    private void Charge(int agent, bool negated, bool wish)
    {
        if (agent < 0)
            return;
        if (agent != _speaker && Agent < 0)
            Agent = agent;
        if (!Opposes(agent))
            OwnDenied |= negated && !wish;
        else if (negated)
            return;
        else if (_cast[agent].Kind == ActorKind.ArmedGroup)
            _accusedGroup = _accusedGroup < 0 ? agent : _accusedGroup;
        else
            Accused = Accused < 0 ? agent : Accused;
    }
}
