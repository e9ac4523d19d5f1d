using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The spokesman also addressed the trial. ‘It is a legal matter.’”: whole sentences in quotation marks without a cue of their own
/// are the words of whoever spoke in the sentence before, in the same paragraph or, where they are a paragraph of their own, in the one before.
/// </summary>
internal sealed class OrphanQuotations : IDraftRule
{
    private const int LeastWords = 5;

    public string Name => "quotation-goes-on";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        var covered = Covered(drafts);
        foreach (var quotation in drafts.Article.Outer)
        {
            var inside = quotation.Inside;
            if (inside.Count < LeastWords || !drafts.Article.Tokens[quotation.Open].Has(TokenFlags.SentenceStart) || (drafts.Article.Tokens[quotation.Open].Has(TokenFlags.ParagraphStart) && !IsParagraph(drafts, quotation)))
                continue;
            var end = drafts.TrimmedEnd(inside.Start, inside.End);
            if (drafts.Article.Tokens[Math.Min(end, inside.End - 1)].Kind != TokenKind.Stop || covered[inside.End] > covered[inside.Start])
                continue;
            var before = drafts.Article.SentenceOf(quotation.Open) - 1;
            if (before < 0 || Last(drafts, before) is not { } last)
                continue;

            if (last.Cue.Entry.Weak)
                (last.Before, last.After) = (null, new(inside.Start, end));
            else
                made.Add(new Draft { Cue = last.Cue, Source = last.Source, After = new(inside.Start, end), Probability = 0.8 * last.Probability, Continues = true });
            (last.Cue.Entry.Weak ? last : made[^1]).Rules.Add(Name);
        }

        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    /// <summary>Whether a quotation is its whole paragraph: then it goes on with the words of the paragraph before.</summary>
    private static bool IsParagraph(DraftList drafts, Quotation quotation) =>
        quotation.Inside.End + 1 >= drafts.Article.Tokens.Count || drafts.Article.Tokens[quotation.Inside.End + 1].Has(TokenFlags.ParagraphStart);

    /// <summary>The last who speaks in a sentence, outside of quotations.</summary>
    private static Draft? Last(DraftList drafts, int sentence)
    {
        Draft? last = null;
        foreach (var draft in drafts.Before(drafts.Article.Sentences[sentence].End))
        {
            if (draft.Cue.Sentence == sentence && draft.Source is not null && !drafts.Article.Tokens[draft.Cue.Range.Start].Has(TokenFlags.Quoted))
                last = draft;
        }

        return last;
    }

    /// <summary>For each token, how many before it are somebody's content already.</summary>
    private static int[] Covered(DraftList drafts)
    {
        var count = drafts.Article.Tokens.Count;
        var opens = new int[count + 1];
        foreach (var draft in drafts.Items)
        {
            foreach (var content in (TokenRange?[])[draft.Before, draft.After])
            {
                if (content is not { } range)
                    continue;
                opens[range.Start]++;
                opens[range.End]--;
            }
        }

        var (depth, sum) = (0, 0);
        for (var i = 0; i <= count; i++)
        {
            depth += opens[i];
            (opens[i], sum) = (sum, sum + (depth > 0 ? 1 : 0));
        }

        return opens;
    }
}
