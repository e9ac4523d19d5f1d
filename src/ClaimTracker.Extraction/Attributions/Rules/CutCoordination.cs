using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“acknowledged the long and winding history of the border”: content doesn't end between two adjectives.</summary>
internal sealed class CutCoordination : IDraftRule
{
    public string Name => "cut-coordination";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.After is not { Count: 2 } after || !drafts.Is(after.Start, WordClass.Det) || drafts.Article.QuotationAt(after.Start) >= 0
                || after.End + 2 >= drafts.Article.Tokens.Count || !drafts.Is(after.End, WordClass.Conj) || IsCue(drafts, after.End + 1))
                continue;
            if (drafts.Reader.Bounds.BestEnd(draft.Cue, after.Start, after.End + 2) is { } longer)
            {
                draft.After = longer.Range;
                draft.Rules.Add(Name);
            }
        }
    }

    /// <summary>“lauded the troops and said”: what goes on behind “and” is another cue.</summary>
    private static bool IsCue(DraftList drafts, int token)
    {
        foreach (var draft in drafts.From(token))
            return draft.Cue.Range.Start <= token + 1;
        return false;
    }
}
