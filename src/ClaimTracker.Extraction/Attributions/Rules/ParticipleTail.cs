using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“It stated that the raid was self-defence, responding to …”: a participle that reports nothing itself goes on with what is said.</summary>
internal sealed class ParticipleTail : IDraftRule
{
    public string Name => "participle-tail";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.After is not { } after || draft.Cue.Entry.Kind != CueKind.Verb || drafts.Article.QuotationAt(after.Start) >= 0)
                continue;
            var comma = after.End;
            // “…, while also injuring seven”
            if (comma + 4 < drafts.Article.Tokens.Count && drafts.Article.Tokens[comma].Kind == TokenKind.Comma && drafts.Letters(comma + 1) is "while"
                && (drafts.Is(comma + 2, WordClass.Ing) || (drafts.Is(comma + 2, WordClass.Adv) && drafts.Is(comma + 3, WordClass.Ing)))
                && drafts.Cues.Verb(drafts.Article.Tokens[comma + 2].Word) is null && drafts.Cues.Verb(drafts.Article.Tokens[comma + 3].Word) is null
                && drafts.Reader.Bounds.BestEnd(draft.Cue, after.Start, comma + 4) is { } whole)
            {
                draft.After = whole.Range;
                draft.Rules.Add(Name);
                continue;
            }

            if (comma + 2 >= drafts.Article.Tokens.Count || drafts.Article.Tokens[comma].Kind != TokenKind.Comma || !drafts.Is(comma + 1, WordClass.Ing)
                || drafts.Is(comma + 1, WordClass.Prep) || drafts.Items.Exists(d => d.Cue.Range.Start == comma + 1 && !d.Cue.Entry.Weak))
                continue;
            if (drafts.Cues.Verb(drafts.Article.Tokens[comma + 1].Word) is { Weak: false } reporting && !ReportsNothing.HasOtherObject(drafts, reporting, comma + 2))
                continue;
            if (drafts.Reader.Bounds.BestEnd(draft.Cue, after.Start, comma + 2) is { } longer)
            {
                draft.After = longer.Range;
                draft.Rules.Add(Name);
            }
        }
    }
}
