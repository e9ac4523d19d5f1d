using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“‘A,’ the official told the paper, adding: ‘B.’”: a cue stands between, and what is behind it is its own alone.</summary>
internal sealed class QuotationOfNextCue : IDraftRule
{
    public string Name => "quotation-of-next-cue";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is { Before: not null, After: { } after } && HasOwnCue(drafts, draft, after))
            {
                draft.After = null;
                draft.Rules.Add(Name);
            }
        }
    }

    private static bool HasOwnCue(DraftList drafts, Draft draft, TokenRange after)
    {
        foreach (var other in drafts.From(draft.Cue.Range.End))
        {
            if (other != draft && other.Cue.Range.End <= after.Start && other.After is { } own && own.Overlaps(after))
                return true;
        }

        return false;
    }
}
