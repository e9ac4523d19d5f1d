using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The mayor said he wanted no quarrel, but ‘if others want one, we are ready’.”: a quotation behind the conjunction, without a cue of its own, goes on with the same words.</summary>
internal sealed class QuotationAfterConjunction : IDraftRule
{
    public string Name => "quotation-after-conjunction";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { After: { } after, Cue.Entry.Kind: CueKind.Verb } || drafts.Article.QuotationAt(after.End - 1) >= 0)
                continue;
            var open = after.End;
            while (open < after.End + 2 && (drafts.Article.Tokens[open].Kind == TokenKind.Comma || drafts.Is(open, WordClass.Conj)))
                open++;
            if (open == after.End || !drafts.Is(open - 1, WordClass.Conj) || drafts.Article.Tokens[open].Kind != TokenKind.Quote || drafts.Article.Tokens[open + 1].Has(TokenFlags.Capital)
                || drafts.Article.QuotationAt(open + 1) is not (>= 0 and var quotation))
                continue;
            var inside = drafts.Article.Outer[quotation].Inside;
            if (inside.Start != open + 1 || HasSpeaker(drafts.Before(inside.Start), draft, inside) || HasSpeaker(drafts.From(inside.Start), draft, inside))
                continue;
            draft.After = new(after.Start, drafts.TrimmedEnd(after.Start, inside.End));
            draft.Rules.Add(Name);
        }
    }

    private static bool HasSpeaker(ReadOnlySpan<Draft> near, Draft draft, TokenRange quotation)
    {
        foreach (var other in near)
        {
            if (other != draft && (other.Before?.Overlaps(quotation) == true || other.After?.Overlaps(quotation) == true))
                return true;
        }

        return false;
    }
}
