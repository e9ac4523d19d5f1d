using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The truce was agreed at the town's request”: what is agreed, announced or declared does not speak, and nobody else is named. A that-clause stays.</summary>
internal sealed class PassiveEvent : IDraftRule
{
    public string Name => "passive-event";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => IsOne(drafts, d));

    private static bool IsOne(DraftList drafts, Draft draft)
    {
        if (draft is not { Cue: { Entry: { Kind: CueKind.Verb, OfPerson: false }, Range: var cue }, Source: { } source, After: { } after, Before: null, Reporter: null }
            || drafts.Letters(cue.Start).EndsWith("ing", StringComparison.Ordinal) || drafts.Is(after.Start - 1, WordClass.That) || drafts.Is(after.Start, WordClass.That | WordClass.Wh))
            return false;
        if (drafts.Letters(cue.End) is "as" or "by" or "to" || drafts.Article.QuotationAt(after.Start) >= 0)
            return false;
        return PassiveSubject.IsPassive(drafts, cue.Start, out var verb) && source.End == verb;
    }
}
