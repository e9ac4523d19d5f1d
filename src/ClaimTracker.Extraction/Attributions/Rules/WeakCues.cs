using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“discussed the border”, “responded to the statement”: words that tell of speaking but give nothing that was said, unless a quotation or a that-clause does.</summary>
internal sealed class WeakCues : IDraftRule
{
    public string Name => "weak-cue";

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => d.Cue.Entry.Weak && !Gives(drafts, d));

    private static bool Gives(DraftList drafts, Draft draft) =>
        draft.After is { } after
            ? (drafts.Is(after.Start - 1, WordClass.That) && !IsRelative(drafts, after.Start)) || drafts.Article.QuotationAt(after.Start) >= 0
            : draft.Before is { } before && drafts.Article.QuotationAt(before.Start) >= 0;

    /// <summary>“attacks that killed”: a verb right behind “that” makes it a relative clause.</summary>
    private static bool IsRelative(DraftList drafts, int start) =>
        drafts.Is(start, WordClass.Aux | WordClass.Modal | WordClass.Ed | WordClass.Verb) && !drafts.Is(start, WordClass.Det);
}
