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
            TakeBound(drafts, draft);
            // What stands behind “that” is a clause: “indicate that over the past days …”.
            while (draft.After is { Count: > 1 } after && !(draft.Cue.Entry.Kind == CueKind.Verb && drafts.Is(after.Start - 1, WordClass.That)) && (drafts.Is(after.Start, WordClass.Link | WordClass.That) || LeadsToSomebody(drafts, after.Start))
                && drafts.Article.QuotationAt(after.Start) < 0
                && !drafts.Is(after.Start, WordClass.Det & ~WordClass.That) && !OpensClause(drafts, after))
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

    /// <summary>“said at least nine people were killed”, “said over 200 had fled”: a number's own word, or one that opens a clause, links nothing.</summary>
    private static bool OpensClause(DraftList drafts, TokenRange after) =>
        drafts.Is(after.Start, WordClass.Link) && (IsBound(drafts, after) || HasVerb(drafts, after));

    /// <summary>Where a number's word stands between the cue and the content, it belongs to the content: “said about [nine people were killed]”.</summary>
    private static void TakeBound(DraftList drafts, Draft draft)
    {
        var start = draft.Cue.Range.End;
        if (draft.After is { } after && after.Start > start && after.Start - start <= 2
            && drafts.Cues.Bound(drafts.Article.Tokens, drafts.Article.Text, start) is var length && after.Start - start <= length && IsBound(drafts, new(start, after.End)))
            draft.After = new(start, after.End);
    }

    private static bool IsBound(DraftList drafts, TokenRange after)
    {
        var length = drafts.Cues.Bound(drafts.Article.Tokens, drafts.Article.Text, after.Start);
        var number = after.Start + length;
        return length > 1 || (length == 1 && (drafts.Article.Tokens[number].Kind == TokenKind.Number || drafts.Is(number, WordClass.Quant) || HasVerb(drafts, after)));
    }

    /// <summary>Whether what follows the first word is a clause: a finite verb before anything that opens another one.</summary>
    private static bool HasVerb(DraftList drafts, TokenRange after)
    {
        for (var i = after.Start + 1; i < after.End && !drafts.Is(i, WordClass.Wh | WordClass.That | WordClass.Subord) && drafts.Article.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Quote); i++)
        {
            if (drafts.Is(i, WordClass.Aux | WordClass.Modal | WordClass.Verb) && !drafts.Is(i - 1, WordClass.To | WordClass.Link) && !drafts.Letters(i).EndsWith("ing", StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
