namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Twelve were reportedly hurt, the board said”: who reports is told, so the adverb reports nothing more.</summary>
internal sealed class NestedAdverbs : IDraftRule
{
    public string Name => "nested-adverb";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
            draft.Dropped = draft.Cue.Entry.Kind == CueKind.Adverb && IsHeld(drafts, draft);
        drafts.Items.RemoveAll(d => d.Dropped);
    }

    private static bool IsHeld(DraftList drafts, Draft draft)
    {
        foreach (var other in drafts.Before(draft.Cue.Range.Start))
        {
            if (other != draft && other.Cue.Entry.Kind != CueKind.Adverb && other.Source is not null && other.Holds(draft.Cue.Range))
                return true;
        }

        foreach (var other in drafts.From(draft.Cue.Range.Start))
        {
            if (other != draft && other.Cue.Entry.Kind != CueKind.Adverb && other.Source is not null && other.Holds(draft.Cue.Range))
                return true;
        }

        return false;
    }
}
