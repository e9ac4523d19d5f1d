using ClaimTracker.Domain;
using ClaimTracker.Extraction.Actors;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Claims;

/// <summary>Finds who is accused, denied or addressed.</summary>
internal sealed class TargetFinder(ActorNames names, ContentScan scan, Surroundings around)
{
    private Cast _cast = null!;

    public void Read(Cast cast) => _cast = cast;

    /// <summary>The target of a claim whose act is known and whose content has just been scanned; −1 for none.</summary>
    public int Find(ClaimDraft claim, IReadOnlyList<ClaimDraft> before)
    {
        var told = Reciprocal(claim, before) is >= 0 and var other ? other : Told(claim.Attribution, claim.Speaker.Participant);
        return claim.Act switch
        {
            ClaimAct.Accuses or ClaimAct.Condemns => First(told, scan.Accused, First(scan.Agent, scan.Opposed, scan.OpposedState), Counterpart(claim.Speaker.Participant, before)),
            ClaimAct.Denies => First(Accuser(claim, before), told, scan.Opposed),
            ClaimAct.Demands or ClaimAct.CallsFor => First(Addressee(claim.Attribution), told, scan.Opposed, First(scan.Accused, scan.OpposedState, Counterpart(claim.Speaker.Participant, before))),
            ClaimAct.Warns => First(told, scan.Opposed),
            _ => First(scan.Opposed, told),
        };
    }

    /// <summary>“directed Khan, owner of …, to pursue”: who is to do something stands at the content's head.</summary>
    private int Addressee(FoundAttribution found)
    {
        var start = found.Content[0].Start;
        for (var i = start; i < Math.Min(found.Content[0].End, start + 3); i++)
        {
            if (_cast.MentionAt(i) is { IsActor: true } mention)
                return around.Word(mention.Range.End) == around.Lexicon.Possessive ? -1 : mention.Participant;
        }

        return -1;
    }

    private static int First(int a, int b, int c = -1, int d = -1) => a >= 0 ? a : b >= 0 ? b : c >= 0 ? c : d;

    /// <summary>The party between cue and content: “accused Ruritania of”, “conveyed to Geneva that”.</summary>
    private int Told(FoundAttribution found, int speaker)
    {
        if (found.Cue is not { } cue)
            return -1;
        for (var i = cue.End; i < Math.Min(_cast.Article.Tokens.Count, cue.End + 8) && !around.Breaks(i); i++)
        {
            if (Inside(found, i) || around.Kind(i, TokenKind.Quote))
                return -1;
            if (_cast.MentionAt(i) is { Participant: >= 0 } mention && mention.Participant != speaker && !around.Is(i - 1, SpeakerWord.Place))
                return _cast[mention.Participant].Kind == ActorKind.Media ? -1 : mention.Participant;
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
        for (var i = before.Count - 1; i >= 0; i--)
        {
            var other = before[i];
            if (other.Speaker.Participant == claim.Speaker.Participant && other.Act == ClaimAct.Denies && other.Target >= 0)
                return other.Target;
            if (other.Act == ClaimAct.Accuses && scan.Opposes(claim.Speaker.Participant, other.Speaker.Participant)
                && (other.Target < 0 || !scan.Opposes(claim.Speaker.Participant, other.Target)))
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
