using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “Ruritania should not blame others”, “refused to give a guarantee that …”, “hit verified camps”: a reporting word for what ought to be said,
/// what somebody refused to say, how he wants to be called, or a mere attribute. Nobody has said it.
/// </summary>
internal sealed class NotSaid : IDraftRule
{
    /// <summary>How far before a noun the refusal stands: “refused to give the other side written guarantees”.</summary>
    private const int Reach = 8;

    public string Name => "not-said";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => IsWanted(drafts, d) || IsRefused(drafts, d) || IsAnonymity(drafts, d) || IsAttribute(drafts, d)
        || IsResult(drafts, d) || IsNoun(drafts, d) || IsAdjective(drafts, d));

    private static bool IsWanted(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry.Kind != CueKind.Verb)
            return false;
        var i = draft.Cue.Range.Start - 1;
        while (drafts.Is(i, WordClass.Neg | WordClass.Adv | WordClass.Ly))
            i--;
        return Is(drafts, i, AroundCue.Ought) || (drafts.Letters(i) is "to" && drafts.Letters(i - 1) is "ought");
    }

    private static bool IsRefused(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry is not { Denies: false, Kind: CueKind.Noun or CueKind.Verb })
            return false;
        for (var i = draft.Cue.Range.Start - 1; i >= draft.Cue.Range.Start - Reach && i >= 0 && drafts.Article.Tokens[i].IsWord && !drafts.Is(i, WordClass.Conj | WordClass.Subord); i--)
        {
            if (Is(drafts, i, AroundCue.Refuses))
                return drafts.Is(i + 1, WordClass.To) && (draft.Cue.Range.Start == i + 2 || Is(drafts, i + 2, AroundCue.Gives));
        }

        return false;
    }

    /// <summary>“who asked not to be named”, “requested anonymity”.</summary>
    private static bool IsAnonymity(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry is not { Kind: CueKind.Verb, Lemma: "ask" or "request" or "insist" } || draft is not { After: { } after })
            return false;
        for (var i = draft.Cue.Range.End; i < Math.Min(after.End, draft.Cue.Range.End + 5); i++)
        {
            if (Is(drafts, i, AroundCue.Unnamed))
                return true;
        }

        return false;
    }

    private static bool Is(DraftList drafts, int token, AroundCue wanted) => token >= 0 && drafts.Cues.Is(drafts.Article.Tokens[token].Word, wanted);

    /// <summary>“ten were confirmed killed”: how many are known to be, told by whoever tells it.</summary>
    private static bool IsResult(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after, Cue: { Entry.Kind: CueKind.Verb, Range: var cue } } && after.Start == cue.End && drafts.Is(cue.Start - 1, WordClass.Be)
        && (drafts.Is(after.Start, WordClass.Ed) || drafts.Letters(after.Start) is "dead" or "shot") && !drafts.Is(after.Start, WordClass.CueVerb);

    /// <summary>“in a written reply to questions”: the plain form of a verb behind “a” and an adjective is a noun.</summary>
    private static bool IsNoun(DraftList drafts, Draft draft)
    {
        var cue = draft.Cue.Range;
        return draft.Cue.Entry.Kind == CueKind.Verb && cue is { Count: 1, Start: > 2 } && drafts.Letters(cue.Start - 2) is "a" or "an" or "A" or "An"
            && drafts.Letters(cue.Start).Equals(draft.Cue.Entry.Lemma, StringComparison.Ordinal) && !drafts.Is(cue.Start, WordClass.Verb);
    }

    /// <summary>“three promising young players”: a participle between a number or an article and a noun.</summary>
    private static bool IsAdjective(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after, Cue: { Entry.Kind: CueKind.Verb, Range: { Count: 1 } cue } } && after.Start == cue.End
        && drafts.Letters(cue.Start).EndsWith("ing", StringComparison.Ordinal) && drafts.Article.QuotationAt(after.Start) < 0
        && (drafts.Article.Tokens[cue.Start - 1].Kind == TokenKind.Number || drafts.Is(cue.Start - 1, WordClass.Det | WordClass.Poss)
            || (drafts.Article.Tokens[cue.Start - 1].Speaker & Actors.SpeakerWord.Count) != 0)
        && !drafts.Is(cue.Start - 1, WordClass.Pron) && !drafts.Is(after.Start, WordClass.Det | WordClass.Pron | WordClass.Poss | WordClass.Subord | WordClass.Prep | WordClass.That);

    private static bool IsAttribute(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after, Cue: { Entry.Kind: CueKind.Verb, Range: { Count: 1 } cue } } && after.Start <= cue.End + 3
        && !drafts.Is(cue.End, WordClass.Det | WordClass.Pron | WordClass.Poss | WordClass.Subord | WordClass.Prep | WordClass.That)
        && drafts.Letters(cue.Start).EndsWith("ed", StringComparison.Ordinal) && drafts.Article.QuotationAt(after.Start) < 0
        && drafts.Is(cue.Start - 1, WordClass.Verb) && !drafts.Is(cue.Start - 1, WordClass.Aux | WordClass.Have | WordClass.Be)
        && !drafts.Is(after.Start, WordClass.Det | WordClass.Pron | WordClass.Poss | WordClass.Subord | WordClass.Prep);
}
