using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The talks concluded in the capital after nine hours”, “agreed on a truce”, “with 15 of them confirmed dead”, “which was acknowledged
/// by both”: reporting words that tell here what happened, not what was said.
/// </summary>
internal sealed class EventVerbs : IDraftRule
{
    private const double Doubtful = 0.5;

    public string Name => "event-verb";

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => d.Cue.Entry.Kind == CueKind.Verb && (IsCircumstance(drafts, d) || IsAgreement(drafts, d) || IsPassive(drafts, d) || IsGerund(drafts, d) || IsAttribute(drafts, d) || IsBlamed(drafts, d) || IsCalled(drafts, d) || IsWith(drafts, d) || IsInfinitive(drafts, d) || IsState(drafts, d)));

    /// <summary>What was read as content hangs on a preposition of time or place: “concluded without [a breakthrough]”.</summary>
    private static bool IsCircumstance(DraftList drafts, Draft draft)
    {
        if (draft is not { Before: null, After: { } after } || (draft.Probability >= Doubtful && HasVerb(drafts, after)) || after.Start <= draft.Cue.Range.End || Quotes(drafts, after))
            return false;
        var before = after.Start - 1;
        return drafts.Article.Tokens[before].IsWord && drafts.Is(before, WordClass.Prep | WordClass.Subord) && !drafts.Is(before, WordClass.Link | WordClass.To | WordClass.That)
            && drafts.Letters(before) is not ("as" or "by" or "if" or "whether" or "in");
    }

    /// <summary>“agreed on a ceasefire”, “agreed to a truce”: an agreement is an event; “agreed to talk” and “agreed that” give words.</summary>
    private static bool IsAgreement(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry.Act is not Domain.ClaimAct.Promises || draft is not { After: { } after } || Quotes(drafts, after))
            return false;
        var next = draft.Cue.Range.End;
        return drafts.Letters(next) is "on" or "upon" || (drafts.Is(next, WordClass.To) && drafts.Is(next + 1, WordClass.Det | WordClass.Poss));
    }

    /// <summary>“The report, cited by an agency, warns”: who cites stands behind the verb, and nothing that is said.</summary>
    private static bool IsPassive(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after } && after.Start <= draft.Cue.Range.End + 1 && drafts.Letters(draft.Cue.Range.End) is "by"
        && drafts.Letters(draft.Cue.Range.Start).EndsWith("ed", StringComparison.Ordinal);

    /// <summary>“its record in countering smugglers”: what stands behind a preposition is a deed.</summary>
    private static bool IsGerund(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after, Cue.Entry.Act: null } && drafts.Letters(draft.Cue.Range.Start).EndsWith("ing", StringComparison.Ordinal)
        && drafts.Is(draft.Cue.Range.Start - 1, WordClass.Prep) && !drafts.Is(after.Start - 1, WordClass.That) && !Quotes(drafts, after);

    /// <summary>“sought to target alleged hideouts”: an adjective.</summary>
    private static bool IsAttribute(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after } && IsEd(drafts, draft) && after.Start == draft.Cue.Range.End && !Quotes(drafts, after) && draft.Probability < Doubtful
        && !drafts.Is(after.Start, WordClass.Det | WordClass.Pron | WordClass.Poss | WordClass.Subord) && drafts.Is(draft.Cue.Range.Start - 2, WordClass.To)
        && AdjacentSubject.Of(drafts, draft.Cue) is null;

    /// <summary>“gunmen blamed for the raid”, “officials accused of fraud”: who blames is not told.</summary>
    private static bool IsBlamed(DraftList drafts, Draft draft) =>
        draft.Cue.Entry.Via is { } via && IsEd(drafts, draft) && drafts.Letters(draft.Cue.Range.End).Equals(via, StringComparison.Ordinal);

    /// <summary>“are officially declared enemies of the state”: what somebody is called, by nobody who is named.</summary>
    private static bool IsCalled(DraftList drafts, Draft draft)
    {
        if (draft is not { Before: null, After: { } after, Cue.Entry.Act: null } || !IsEd(drafts, draft) || after.Start > draft.Cue.Range.End || Quotes(drafts, after)
            || (HasVerb(drafts, after) && !drafts.Is(after.Start, WordClass.Ed)))
            return false;
        var i = draft.Cue.Range.Start - 1;
        while (drafts.Is(i, WordClass.Adv | WordClass.Ly))
            i--;
        return drafts.Is(i, WordClass.Be);
    }

    /// <summary>“with over fifteen of them confirmed dead”: a participle of a phrase without a verb.</summary>
    private static bool IsWith(DraftList drafts, Draft draft)
    {
        if (!IsEd(drafts, draft) || draft.After is not { } after || drafts.Is(after.Start - 1, WordClass.That) || Quotes(drafts, after)
            || drafts.GroupBefore(draft.Cue.Sentence, draft.Cue.Range.Start) is not { } group)
            return false;
        for (var i = group.Range.Start; i >= group.Range.Start - 2; i--)
        {
            if (drafts.Is(i, WordClass.Prep) && drafts.Letters(i) is "with" or "With")
                return true;
        }

        return false;
    }

    /// <summary>“let its soil be used to threaten others”, “called in the envoy to express regret”: an infinitive that hangs on a noun.</summary>
    private static bool IsInfinitive(DraftList drafts, Draft draft) =>
        draft is { Before: null, After: { } after } && draft.Cue.Range.Start >= 2 && drafts.Is(draft.Cue.Range.Start - 1, WordClass.To)
        && drafts.Article.Tokens[draft.Cue.Range.Start - 2].IsWord && drafts.Choices.Class(draft.Cue.Range.Start - 2) == 0 && !drafts.Is(after.Start - 1, WordClass.That) && !Quotes(drafts, after);

    private static bool IsEd(DraftList drafts, Draft draft) => drafts.Letters(draft.Cue.Range.Start).EndsWith("ed", StringComparison.Ordinal);

    private static bool HasVerb(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (drafts.Is(i, WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.CueVerb))
                return true;
        }

        return false;
    }

    /// <summary>The words right before the verb without a comma between: “soldiers confirmed dead”, “which was acknowledged”.</summary>
    private static bool IsState(DraftList drafts, Draft draft)
    {
        if (draft is not { Before: { } before, After: null } || Quotes(drafts, before))
            return false;
        for (var i = before.End; i < draft.Cue.Range.Start; i++)
        {
            if (!drafts.Is(i, WordClass.Aux | WordClass.Adv | WordClass.Ly))
                return false;
        }

        return drafts.Is(before.Start, WordClass.Wh | WordClass.That) || draft.Cue.Range.End >= drafts.Article.Tokens.Count || drafts.Letters(draft.Cue.Range.End) is not "by";
    }

    private static bool Quotes(DraftList drafts, TokenRange content) => drafts.Article.QuotationAt(content.Start) >= 0;
}
