using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“‘The gate,’ said the mayor, ‘will stay shut.’”, “The gate, according to the mayor, will stay shut.”: what stands before the cue is no sentence yet, so it goes on behind.</summary>
internal sealed class SplitByCue : IDraftRule
{
    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb | WordClass.Do | WordClass.Have;

    public string Name => "split-by-cue";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { Before: { } before, After: null, Source: { } source } || before.Count > 12 || before.Start != Opening(drafts, draft) || HasVerb(drafts, before))
                continue;
            var sentence = drafts.Article.Sentences[draft.Cue.Sentence];
            var comma = Math.Max(draft.Cue.Range.End, source.End);
            if (comma + 2 >= sentence.End || drafts.Article.Tokens[comma].Kind != TokenKind.Comma)
                continue;
            var quoted = drafts.Article.QuotationAt(before.End - 1) >= 0;
            if (quoted ? QuotationBehind(drafts, comma + 1) is not { } after : (after = PlainBehind(drafts, comma + 1, sentence.End)).IsEmpty)
                continue;
            draft.After = after;
            draft.Rules.Add(Name);
        }
    }

    /// <summary>Where the sentence's first word stands.</summary>
    private static int Opening(DraftList drafts, Draft draft)
    {
        var start = drafts.Article.Sentences[draft.Cue.Sentence].Start;
        while (start < draft.Cue.Range.Start && !drafts.Choices.CanBegin(start))
            start++;
        return start;
    }

    private static bool HasVerb(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (drafts.Is(i, Finite))
                return true;
        }

        return false;
    }

    /// <summary>The quotation that opens right behind the comma and begins small.</summary>
    private static TokenRange? QuotationBehind(DraftList drafts, int at)
    {
        if (drafts.Article.Tokens[at].Kind != TokenKind.Quote || drafts.Article.Tokens[at + 1].Has(TokenFlags.Capital) || drafts.Article.QuotationAt(at + 1) is not (>= 0 and var quotation))
            return null;
        var inside = drafts.Article.Outer[quotation].Inside;
        return inside.Start == at + 1 && inside.Count > 0 ? new(inside.Start, drafts.TrimmedEnd(inside.Start, inside.End)) : null;
    }

    /// <summary>The rest of the sentence where it goes on with a verb.</summary>
    private static TokenRange PlainBehind(DraftList drafts, int at, int end) =>
        drafts.Is(at, Finite) && drafts.Article.QuotationAt(at) < 0 ? new(at, drafts.TrimmedEnd(at, end)) : default;
}
