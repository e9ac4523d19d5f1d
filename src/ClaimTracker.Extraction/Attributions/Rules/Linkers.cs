using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“warned of”, “accused it of”, “called for”: the preposition belongs to the cue, not to what is said.</summary>
internal sealed class Linkers : IDraftRule
{
    public string Name => "linkers";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            // What stands behind “that” is a clause: “indicate that over the past days …”.
            while (draft.After is { Count: > 1 } after && !(draft.Cue.Entry.Kind == CueKind.Verb && drafts.Is(after.Start - 1, WordClass.That)) && (drafts.Is(after.Start, WordClass.Link | WordClass.That) || LeadsToSomebody(drafts, after.Start))
                && drafts.Article.QuotationAt(after.Start) < 0
                && !drafts.Is(after.Start, WordClass.Det & ~WordClass.That))
            {
                if (drafts.Is(after.Start, WordClass.That) && drafts.Is(after.Start + 1, WordClass.Aux))
                    break; // “that was wrong”: a pronoun
                var start = after.Start + 1;
                while (start < after.End - 1 && !drafts.Choices.CanBegin(start))
                    start++;
                draft.After = new(start, after.End);
            }
        }
    }

    /// <summary>“appealed to both sides to hold fire”: whom it was said to, not what; “to hold fire” stays whole.</summary>
    private static bool LeadsToSomebody(DraftList drafts, int to) =>
        drafts.Is(to, WordClass.To) && drafts.Is(to + 1, WordClass.Det | WordClass.Object) && !drafts.Is(to + 1, WordClass.That);
}
