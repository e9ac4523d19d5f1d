namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“‘A,’ the official said. ‘B,’ he added.”: the second quotation has a cue of its own and isn't the first one's.</summary>
internal sealed class OneQuotationOneCue : IDraftRule
{
    public string Name => "one-quotation-one-cue";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { Before: not null, After: { } after } || drafts.Article.SentenceOf(after.Start) == draft.Cue.Sentence)
                continue;
            foreach (var other in drafts.From(draft.Cue.Range.End))
            {
                if (other != draft && other.Cue.Range.Start > draft.Cue.Range.Start && !draft.Before.Value.Overlaps(other.Cue.Range)
                    && other.Before is { } before && before.Overlaps(after))
                {
                    draft.After = null;
                    draft.Rules.Add(Name);
                    break;
                }
            }
        }
    }
}
