using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The mayor, who said the gate would hold, flew home”: content inside a relative clause ends with the clause, at the comma before the main verb.</summary>
internal sealed class RelativeClauseEnds : IDraftRule
{
    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    public string Name => "relative-clause-ends";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is { After: { } said, Source: { } subject, Cue.Entry.Kind: CueKind.Verb } && subject.End <= draft.Cue.Range.Start && subject.Start > 0 && drafts.Is(subject.Start - 1, WordClass.That | WordClass.Wh)
                && Next(drafts, said) is { } next)
            {
                draft.After = new(said.Start, next);
                draft.Rules.Add(Name);
            }

            if (draft is not { After: { } after, Cue.Entry.Kind: CueKind.Verb } || drafts.Article.QuotationAt(after.Start) >= 0 || !OpensRelative(drafts, draft.Cue.Range.Start))
                continue;
            for (var i = after.Start + 1; i + 1 < after.End; i++)
            {
                if (drafts.Article.Tokens[i].Kind == TokenKind.Comma && drafts.Is(i + 1, Finite) && drafts.Article.QuotationAt(i) < 0)
                {
                    draft.After = new(after.Start, i);
                    draft.Rules.Add(Name);
                    break;
                }
            }
        }
    }

    /// <summary>“a flood that officials blamed on the dam [and that] drowned two towns”: where a second relative clause begins; null for none.</summary>
    private static int? Next(DraftList drafts, TokenRange said)
    {
        for (var i = said.Start + 1; i + 2 < said.End; i++)
        {
            if (drafts.Is(i, WordClass.Conj) && drafts.Letters(i + 1) is "that" or "which" or "who" && drafts.Is(i + 2, Finite) && drafts.Article.QuotationAt(i) < 0)
                return i;
        }

        return null;
    }

    /// <summary>“, who said”, “, who has said”.</summary>
    private static bool OpensRelative(DraftList drafts, int verb)
    {
        while (drafts.Is(verb - 1, WordClass.Aux | WordClass.Have | WordClass.Adv | WordClass.Ly))
            verb--;
        return drafts.Is(verb - 1, WordClass.Wh) && drafts.Article.Tokens[verb - 2].Kind == TokenKind.Comma;
    }
}
