using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “A.[paragraph]“B,” the board said.”: a quotation whose paragraph ends without a closing mark goes on in the next one, so that the cue at
/// its end gives the words of both.
/// </summary>
internal sealed class QuotationBegins : IDraftRule
{
    public string Name => "quotation-begins";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Before is not { } before || drafts.Article.QuotationAt(before.Start) is not (>= 0 and var at))
                continue;
            var start = Sentences(drafts, draft, before, drafts.Article.Outer[at].Inside);
            for (; at > 0 && IsPart(drafts, at) && start == drafts.Article.Outer[at].Inside.Start; at--)
                start = drafts.Article.Outer[at - 1].Inside.Start;
            if (start == before.Start)
                continue;
            draft.Before = new(start, before.End);
            draft.Rules.Add(Name);
        }
    }

    /// <summary>“[A.] B,” the board said: of a quotation of several sentences the first ones too, unless they are somebody's already.</summary>
    private static int Sentences(DraftList drafts, Draft draft, TokenRange before, TokenRange inside)
    {
        if (before.Start <= inside.Start || before.End > inside.End || draft.Cue.Range.Start < inside.End || !drafts.Article.Tokens[before.Start].Has(TokenFlags.SentenceStart))
            return before.Start;
        foreach (var other in drafts.Before(draft.Cue.Range.Start))
        {
            if (other != draft && (other.Before?.Overlaps(new(inside.Start, before.Start)) == true || other.After?.Overlaps(new(inside.Start, before.Start)) == true))
                return before.Start;
        }

        return drafts.Choices.CanBegin(inside.Start) ? inside.Start : inside.Start + 1;
    }

    /// <summary>Whether the quotation before fills its paragraph and goes on in this one.</summary>
    private static bool IsPart(DraftList drafts, int quotation)
    {
        var (last, next) = (drafts.Article.Outer[quotation - 1], drafts.Article.Outer[quotation]);
        return last.GoesOn && next.Open == last.Inside.End && drafts.Article.Tokens[last.Open].Has(TokenFlags.ParagraphStart);
    }
}
