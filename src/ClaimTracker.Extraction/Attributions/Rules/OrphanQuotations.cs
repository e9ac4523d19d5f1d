using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The spokesman also addressed the trial. ‘It is a legal matter.’”: whole sentences in quotation marks without a cue of their own
/// are the words of whoever spoke in the sentence before, in the same paragraph.
/// </summary>
internal sealed class OrphanQuotations : IDraftRule
{
    private const int LeastWords = 5;

    public string Name => "quotation-goes-on";

    public void Apply(DraftList drafts)
    {
        foreach (var quotation in drafts.Article.Outer)
        {
            var inside = quotation.Inside;
            if (inside.Count < LeastWords || !drafts.Article.Tokens[quotation.Open].Has(TokenFlags.SentenceStart) || drafts.Article.Tokens[quotation.Open].Has(TokenFlags.ParagraphStart))
                continue;
            var end = drafts.TrimmedEnd(inside.Start, inside.End);
            if (drafts.Article.Tokens[Math.Min(end, inside.End - 1)].Kind != TokenKind.Stop || drafts.Items.Any(d => d.Before?.Overlaps(inside) == true || d.After?.Overlaps(inside) == true))
                continue;
            var before = drafts.Article.SentenceOf(quotation.Open) - 1;
            var last = drafts.Items.LastOrDefault(d => d.Cue.Sentence == before && d.Source is not null && !drafts.Article.Tokens[d.Cue.Range.Start].Has(TokenFlags.Quoted));
            if (last is null)
                continue;

            if (last.Cue.Entry.Weak)
                (last.Before, last.After) = (null, new(inside.Start, end));
            else
                drafts.Items.Add(new Draft { Cue = last.Cue, Source = last.Source, After = new(inside.Start, end), Probability = 0.8 * last.Probability, Continues = true });
            (last.Cue.Entry.Weak ? last : drafts.Items[^1]).Rules.Add(Name);
        }
    }
}
