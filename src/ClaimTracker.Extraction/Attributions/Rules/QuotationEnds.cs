using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“A source told the paper, ‘The demands are legitimate, but …’.”: content that opens with a quotation set off by a mark ends with it.</summary>
internal sealed class QuotationEnds : IDraftRule
{
    public string Name => "quotation-ends";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.After is not { } after || after.Start < 2 || drafts.Article.Tokens[after.Start - 1].Kind != TokenKind.Quote)
                continue;
            if (drafts.Article.Tokens[after.Start - 2].Kind is not (TokenKind.Comma or TokenKind.Colon) && !drafts.Article.Tokens[after.Start - 1].Has(TokenFlags.ParagraphStart))
                continue;
            if (drafts.Article.QuotationAt(after.Start) is >= 0 and var quotation && drafts.Article.Outer[quotation] is var found
                && found.Open == after.Start - 1 && after.End < found.Inside.End && drafts.TrimmedEnd(after.Start, found.Inside.End) is var end && end != after.End)
            {
                draft.After = new(after.Start, end);
                draft.Rules.Add(Name);
            }
        }
    }
}
