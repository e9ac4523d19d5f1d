using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The agency, citing three sources, reported that …”: who is cited stands between the commas.</summary>
internal sealed class CitedSources : IDraftRule
{
    public string Name => "cited-sources";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            var cue = draft.Cue.Range;
            if (draft.Cue.Entry.Lemma is not ("cite" or "quote") || draft.After is not { } after || after.Start != cue.End || cue.Start == 0
                || drafts.Article.Tokens[cue.Start - 1].Kind != TokenKind.Comma || !drafts.Letters(cue.Start).EndsWith("ing", StringComparison.Ordinal))
                continue;
            for (var i = after.Start + 1; i < after.End - 1; i++)
            {
                if (drafts.Article.Tokens[i].Kind != TokenKind.Comma || !drafts.Is(i + 1, WordClass.CueVerb | WordClass.Aux))
                    continue;
                draft.After = new(after.Start, i);
                draft.Rules.Add(Name);
                break;
            }
        }
    }
}
