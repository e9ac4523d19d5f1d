using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Both capitals”, “Ankara and Doha said”: two names joined by “and” before the verb speak together.</summary>
internal sealed class SharedSubject : IDraftRule
{
    public string Name => "shared-subject";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Source is not { } source || draft.Cue.Entry.Kind != CueKind.Verb || source.End > draft.Cue.Range.Start || !IsName(drafts, source))
                continue;
            var (start, end) = (source.Start, source.End);
            if (end + 1 < draft.Cue.Range.Start && IsAnd(drafts, end) && drafts.GroupAt(draft.Cue.Sentence, end + 1) is { } next && IsName(drafts, next.Range))
                end = next.Range.End;
            if (start >= 2 && IsAnd(drafts, start - 1) && drafts.GroupBefore(draft.Cue.Sentence, start - 1) is { } last && IsName(drafts, last.Range) && OpensClause(drafts, draft, last.Range.Start))
                start = last.Range.Start;
            // “Ankara, Doha and Riyadh said”.
            while (start != source.Start || end != source.End)
            {
                if (start < 2 || drafts.Article.Tokens[start - 1].Kind != TokenKind.Comma || drafts.GroupBefore(draft.Cue.Sentence, start - 1) is not { } first || !IsName(drafts, first.Range) || !OpensClause(drafts, draft, first.Range.Start))
                    break;
                start = first.Range.Start;
            }

            if (new TokenRange(start, end) is var both && both != source)
            {
                draft.Source = both;
                draft.Rules.Add(Name);
            }
        }
    }

    private static bool IsAnd(DraftList drafts, int token) => drafts.Letters(token) is "and";

    private static bool IsName(DraftList drafts, TokenRange range) => drafts.Article.Tokens[range.End - 1].Has(TokenFlags.Capital);

    private static bool OpensClause(DraftList drafts, Draft draft, int start) =>
        start <= drafts.Article.Sentences[draft.Cue.Sentence].Start || drafts.Is(start - 1, WordClass.Subord | WordClass.That | WordClass.Quant)
        || drafts.Article.Tokens[start - 1].Kind is TokenKind.Comma or TokenKind.Quote;
}
