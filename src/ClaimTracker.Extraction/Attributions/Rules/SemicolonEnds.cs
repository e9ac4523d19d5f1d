using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The mayor said the gate had held; witnesses told another story”: who speaks behind a semicolon ends what was said before it.</summary>
internal sealed class SemicolonEnds : IDraftRule
{
    public string Name => "semicolon-ends";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { After: { } after, Cue.Entry.Kind: CueKind.Verb or CueKind.Preposition } || drafts.Article.QuotationAt(after.Start) >= 0 || Semicolon(drafts, after) is not { } mark)
                continue;
            foreach (var other in drafts.From(mark))
            {
                if (other.Cue.Sentence != draft.Cue.Sentence)
                    break;
                if (other is not { Source: { } source, Cue.Entry.Kind: CueKind.Verb } || source.Start <= mark || source.End > other.Cue.Range.Start || source.Start > mark + 3
                    || (other.Before is { } before && before.Start < mark) || drafts.Is(source.Start, WordClass.Subject | WordClass.Poss))
                    continue;
                draft.After = new(after.Start, drafts.TrimmedEnd(after.Start, mark));
                draft.Rules.Add(Name);
                break;
            }
        }
    }

    private static int? Semicolon(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start + 1; i < range.End - 2; i++)
        {
            if (drafts.Letters(i) is ";" && drafts.Article.QuotationAt(i) < 0)
                return i;
        }

        return null;
    }
}
