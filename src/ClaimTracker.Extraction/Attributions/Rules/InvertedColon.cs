using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Not so, wrote the guild's spokeswoman, on the radio's page: [the gates had been shut]”: a verb, whoever speaks beside it, and a colon.</summary>
internal sealed class InvertedColon : IDraftRule
{
    /// <summary>The most tokens between the one who speaks and the colon; the fewest words behind it.</summary>
    private const int Reach = 8, LeastWords = 3;

    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    public string Name => "inverted-colon";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            var (cue, sentence) = (draft.Cue.Range, drafts.Article.Sentences[draft.Cue.Sentence]);
            // “Ana Ruiz wrote late on Friday: [the gates had been shut]”
            if (draft is { Before: null, Source: { } subject, After: { } after, Cue.Entry: { Kind: CueKind.Verb, Act: null } } && subject.End <= cue.Start && drafts.Article.QuotationAt(cue.Start) < 0
                && Colon(drafts, cue.End, sentence.End) is { } mark && after.Start <= mark && after.End > mark + LeastWords)
            {
                draft.After = new(mark + 1, after.End);
                draft.Rules.Add(Name);
                continue;
            }

            if (draft is not { Before: null, Source: null, Cue.Entry: { Kind: CueKind.Verb, Act: null } } || drafts.Article.QuotationAt(cue.Start) >= 0
                || (cue.Start > sentence.Start && drafts.Article.Tokens[cue.Start - 1].Kind != TokenKind.Comma)
                || drafts.GroupAt(draft.Cue.Sentence, drafts.Is(cue.End, WordClass.Det) ? cue.End + 1 : cue.End) is not { } group || Colon(drafts, group.Range.End, sentence.End) is not { } colon)
                continue;
            var start = drafts.Article.Tokens[colon + 1].Kind == TokenKind.Quote ? colon + 2 : colon + 1;
            var end = drafts.TrimmedEnd(start, sentence.End);
            if (end - start < LeastWords)
                continue;
            (draft.Source, draft.After) = (group.Range, new(start, end));
            draft.Rules.Add(Name);
        }
    }

    /// <summary>The colon behind the one who speaks, with nothing but where and when in between; null for none.</summary>
    private static int? Colon(DraftList drafts, int from, int end)
    {
        for (var i = from; i < Math.Min(end - 1, from + Reach); i++)
        {
            if (drafts.Letters(i) is ":")
                return i;
            if (drafts.Is(i, Finite | WordClass.That) || drafts.Article.Tokens[i].Kind == TokenKind.Quote)
                return null;
        }

        return null;
    }
}
