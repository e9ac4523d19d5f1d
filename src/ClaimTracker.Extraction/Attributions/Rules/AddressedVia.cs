using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“accused the army of shelling …”: who is accused stands before the preposition, what of behind it.</summary>
internal sealed class AddressedVia : IDraftRule
{
    public string Name => "addressed-via";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Cue.Entry.Onto is { } onto && Onto(drafts, draft, onto))
                continue;
            if (draft.Cue.Entry.Via is not { } via || draft.After is not { } after || after.Start - draft.Cue.Range.End > 2
                || drafts.Letters(after.Start - 1).Equals(via, StringComparison.Ordinal))
                continue;
            for (var i = after.Start + 1; i < Math.Min(after.End - 1, after.Start + 12) && drafts.Article.Tokens[i].Kind == TokenKind.Word; i++)
            {
                // The first such preposition that a noun phrase can't hold: “the head of the army of …” is rare, “the army of shelling” is not.
                if (drafts.Letters(i).Equals(via, StringComparison.Ordinal) && (via != "of" || !drafts.Is(i + 1, WordClass.Det) || drafts.Article.Tokens[i - 1].Has(TokenFlags.Capital)
                    || drafts.GroupBefore(draft.Cue.Sentence, i) is not null))
                {
                    draft.After = new(i + 1, after.End);
                    draft.Rules.Add(Name);
                    break;
                }
            }
        }
    }

    /// <summary>“blamed the bombing on the guild”: what of before the preposition, who is accused behind it.</summary>
    private bool Onto(DraftList drafts, Draft draft, string onto)
    {
        if (draft.After is not { } after || after.Start - draft.Cue.Range.End > 2)
            return false;
        for (var i = after.Start + 1; i < after.End - 1 && drafts.Article.Tokens[i].Kind == TokenKind.Word && !drafts.Letters(i).Equals(draft.Cue.Entry.Via, StringComparison.Ordinal); i++)
        {
            if (drafts.Letters(i).Equals(onto, StringComparison.Ordinal) && drafts.GroupAt(draft.Cue.Sentence, i + 1) is { } accused && drafts.Article.Tokens[accused.Range.End - 1].Has(TokenFlags.Capital))
            {
                (draft.After, draft.Addressed) = (new(after.Start, i), accused.Range);
                draft.Rules.Add(Name);
                return true;
            }
        }

        return false;
    }
}
