using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Finds who is accused, denied or addressed.</summary>
internal sealed class TargetFinder(ActorNames names, ContentScan scan, Surroundings around, SpeakerResolver resolver)
{
    /// <summary>Claims back from a denial among which the charge is sought: more than any article has before it is denied.</summary>
    private const int AccuserReach = 200;

    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>The target of a claim whose act is known and whose content has just been scanned; −1 for none.</summary>
    public int Find(ClaimDraft claim, IReadOnlyList<ClaimDraft> before)
    {
        var told = Reciprocal(claim, before) is >= 0 and var other ? other : Told(claim.Attribution, claim.Speaker.Participant);
        return claim.Act switch
        {
            ClaimAct.Accuses or ClaimAct.Condemns => First(told, scan.Accused, First(scan.Agent, scan.Opposed, scan.OpposedState), First(Counterpart(claim.Speaker.Participant, before), Echoed(before))),
            ClaimAct.Denies => First(Accuser(claim, before), told, scan.Opposed),
            ClaimAct.Demands or ClaimAct.CallsFor => First(Addressee(claim.Attribution), told, scan.Opposed,
                First(scan.AccusedGovernment, scan.OpposedState, claim.Act == ClaimAct.Demands ? Counterpart(claim.Speaker.Participant, before) : -1)),
            ClaimAct.Warns => First(told, scan.Opposed),
            _ => First(scan.Opposed, told, Owner(claim.Attribution), Rulers(claim.Speaker.Participant)),
        };
    }

    /// <summary>“directed Vega, owner of …, to pursue”: who is to do something stands at the content's head.</summary>
    private int Addressee(FoundAttribution found)
    {
        var start = found.Content[0].Start;
        for (var i = start; i < Math.Min(found.Content[0].End, start + 3) && !around.Is(i, SpeakerWord.Preposition); i++)
        {
            if (around.Is(i, SpeakerWord.Count) && around.Lexicon.RoleOf(around.Word(i + 1)) is { Plural: true } role && around.Lexicon.IsParty(role))
                return resolver.FirstParty(i);
            if (_cast.MentionAt(i) is { IsActor: true } mention)
                return around.Word(mention.Range.End) == around.Lexicon.Possessive ? -1 : mention.Participant;
        }

        return -1;
    }

    /// <summary>“welcomed Ruritania's efforts”: whose they are.</summary>
    private int Owner(FoundAttribution found) =>
        _cast.MentionAt(found.Content[0].Start) is { IsActor: true } mention && around.Word(mention.Range.End) == around.Lexicon.Possessive
            && scan.Opposes(mention.Participant) ? mention.Participant : -1;

    /// <summary>A government spoken of that is not the speaker's own state: a province's.</summary>
    private int Rulers(int speaker) =>
        scan.Subject >= 0 && scan.Subject != speaker && _cast[scan.Subject].Kind == ActorKind.Government && !IsOver(scan.Subject, speaker) ? scan.Subject : -1;

    private bool IsOver(int body, int member)
    {
        for (var at = _cast[member].Known?.Index ?? _cast[member].Parent; at >= 0; at = names.Actors[at].Parent)
        {
            if (_cast[body].Known?.Index == at)
                return true;
        }

        return false;
    }

    /// <summary>“made the allegation”: whom the last claim accused.</summary>
    private static int Echoed(IReadOnlyList<ClaimDraft> before) => before.Count > 0 && before[^1].Act == ClaimAct.Accuses ? before[^1].Target : -1;

    private static int First(int a, int b, int c = -1, int d = -1) => a >= 0 ? a : b >= 0 ? b : c >= 0 ? c : d;

    /// <summary>The party between cue and content: “accused Ruritania of”, “conveyed to Geneva that”.</summary>
    private int Told(FoundAttribution found, int speaker)
    {
        if (found.Cue is not { } cue)
            return -1;
        if (found.Recipient is { } addressed && (addressed.End <= cue.Start || addressed.Start >= found.Content[^1].End))
            return Named(addressed, speaker);
        for (var i = cue.End; i < Math.Min(_cast.Article.Tokens.Count, cue.End + 8) && !around.Breaks(i); i++)
        {
            if (Inside(found, i) || around.Kind(i, TokenKind.Quote) || around.Kind(i, TokenKind.Comma) || around.Kind(i, TokenKind.Stop))
                return -1;
            if (around.Is(i, SpeakerWord.Place) || around.Is(i, SpeakerWord.Aside))
                return -1;
            // “wrote the rebels' spokeswoman”: who speaks is not who is told.
            if (found.Source is { } source && source.Contains(i))
                continue;
            if (_cast.MentionAt(i) is { IsActor: true } mention && mention.Participant != speaker)
                return _cast[mention.Participant].Kind == ActorKind.Media ? -1 : mention.Participant;
        }

        return -1;
    }

    /// <summary>“The guild was accused of”, “blamed the bombing on the guild”: the party whom those words name.</summary>
    private int Named(TokenRange words, int speaker)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention && mention.Participant != speaker)
                return mention.Participant;
        }

        return -1;
    }

    /// <summary>“accusing the other side of”, “blamed each other for”: the other one of those who speak with the same cue.</summary>
    private int Reciprocal(ClaimDraft claim, IReadOnlyList<ClaimDraft> before)
    {
        if (claim.Attribution.Cue is not { } cue)
            return -1;
        var mutual = false;
        for (var i = cue.End; i < cue.End + 4 && !mutual && !around.Breaks(i) && !Inside(claim.Attribution, i); i++)
            mutual = around.Is(i, SpeakerWord.Other);
        if (!mutual)
            return -1;
        for (var i = before.Count - 1; i >= 0 && i > before.Count - 4; i--)
        {
            if (before[i].Attribution.Cue != cue || before[i].Speaker.Participant == claim.Speaker.Participant)
                continue;
            before[i].Target = claim.Speaker.Participant;
            return before[i].Speaker.Participant;
        }

        return -1;
    }

    private static bool Inside(FoundAttribution found, int token)
    {
        foreach (var part in found.Content)
        {
            if (part.Contains(token))
                return true;
        }

        return false;
    }

    /// <summary>Who said what is denied: the speaker of the claim inside, else the last of another camp who accused.</summary>
    private int Accuser(ClaimDraft claim, IReadOnlyList<ClaimDraft> before)
    {
        var nested = Possessor(claim.Attribution);
        if (nested >= 0)
            return nested;
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - AccuserReach); i--)
        {
            var other = before[i];
            if (other.Speaker.Participant == claim.Speaker.Participant && other.Act == ClaimAct.Denies && other.Target >= 0)
                return other.Target;
            if (other.Act is ClaimAct.Accuses or ClaimAct.Demands && scan.Opposes(other.Speaker.Participant) && (other.Target < 0 || !scan.Opposes(other.Target)))
                return Party(other.Speaker.Participant);
        }

        return -1;
    }

    /// <summary>“denied Ruritania's claims”, “refuted allegations by the rebels”: the name between cue and content or at the content's head.</summary>
    private int Possessor(FoundAttribution found)
    {
        if (found.Cue is not { } cue || found.Entry is not { Denies: true })
            return -1;
        for (var i = cue.End; i < Math.Min(_cast.Article.Tokens.Count, cue.End + 9) && !around.Breaks(i); i++)
        {
            if (i >= found.Content[^1].End && found.Content[^1].Start >= cue.End)
                return -1;
            if (_cast.MentionAt(i) is not { IsActor: true } mention)
                continue;
            if (around.Word(mention.Range.End) == around.Lexicon.Possessive || !Inside(found, i))
                return mention.Participant;
            return -1;
        }

        return -1;
    }

    /// <summary>A spokesman accuses for those whom he speaks for.</summary>
    private int Party(int speaker) =>
        _cast[speaker] is { IsHuman: true, Known.Parent: >= 0 and var parent } ? _cast.Of(names.Actors[parent]) : speaker;

    /// <summary>The party whom the same speaker last accused or addressed.</summary>
    public static int Counterpart(int speaker, IReadOnlyList<ClaimDraft> before)
    {
        for (var i = before.Count - 1; i >= 0 && i > before.Count - 8; i--)
        {
            if (before[i].Speaker.Participant == speaker && before[i].Target >= 0)
                return before[i].Target;
        }

        return -1;
    }
}
