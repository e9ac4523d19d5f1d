using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The blast claimed many lives”, “said to be a relative of the mayor”: reporting words that report nothing here, as their lexicon line tells.</summary>
internal sealed class ReportsNothing : IDraftRule
{
    /// <summary>Words behind a verb among which its object stands.</summary>
    private const int Object = 5;

    public string Name => "reports-nothing";

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => HasOtherObject(drafts, d) || LacksObject(drafts, d) || IsToBe(drafts, d) || GivesName(drafts, d) || IsSubject(drafts, d) || IsQuestion(drafts, d));

    private static bool HasOtherObject(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry.Except is not { } except || draft.After is not { } after || drafts.Is(after.Start - 1, WordClass.That))
            return false;
        return HasOtherObject(drafts, except, new(Math.Min(draft.Cue.Range.End, after.Start), Math.Min(after.End, after.Start + Object)));
    }

    /// <summary>Whether an unread verb has an object with which it reports nothing: “showing no regard for”.</summary>
    public static bool HasOtherObject(DraftList drafts, CueEntry verb, int end) =>
        verb.Except is { } except && HasOtherObject(drafts, except, new(end, Math.Min(drafts.Article.Tokens.Count, end + Object)));

    private static bool HasOtherObject(DraftList drafts, IReadOnlySet<string> except, TokenRange words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            if (except.Contains(drafts.Letters(i).ToString()))
                return true;
        }

        return false;
    }

    /// <summary>“put the prisoner in a cell”, where “put” reports only with a toll or a number.</summary>
    private static bool LacksObject(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry.Only is not { } only)
            return false;
        for (var i = draft.Cue.Range.End; i < Math.Min(drafts.Article.Tokens.Count, draft.Cue.Range.End + 5); i++)
        {
            if (only.Contains(drafts.Letters(i).ToString()))
                return false;
        }

        return true;
    }

    private static bool IsToBe(DraftList drafts, Draft draft) =>
        draft.Cue.Entry.NoInfinitive && drafts.Is(draft.Cue.Range.End, WordClass.To) && drafts.Is(draft.Cue.Range.End + 1, WordClass.Be | WordClass.Have);

    /// <summary>“a village called Red Wells”: a name, and nothing said of it.</summary>
    private static bool GivesName(DraftList drafts, Draft draft)
    {
        if (!draft.Cue.Entry.Names || draft.Before is not null || draft.After is not { } after)
            return false;
        for (var i = after.Start; i < after.End; i++)
        {
            if (!drafts.Article.Tokens[i].Has(TokenFlags.Capital) || drafts.Article.QuotationAt(i) >= 0)
                return false;
        }

        return true;
    }

    /// <summary>“quarrelled over who asked for the pause”: who it was is the question.</summary>
    private static bool IsQuestion(DraftList drafts, Draft draft) =>
        draft is { Source: { Count: 1 } who, Cue.Entry.Kind: CueKind.Verb } && drafts.Letters(who.Start) is "who" && drafts.Is(who.Start - 1, WordClass.Prep);

    /// <summary>“talks were over”, “claims have been made”: before a finite verb the word is a noun in the plural.</summary>
    private static bool IsSubject(DraftList drafts, Draft draft) =>
        draft.Cue is { Entry.Kind: CueKind.Verb, Range.Count: 1 } && drafts.Is(draft.Cue.Range.End, WordClass.Aux | WordClass.Modal)
        && drafts.Letters(draft.Cue.Range.Start).EndsWith("s", StringComparison.Ordinal);
}
