using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Ana Ruiz would have none of it: it was the rebels who had left, she said”: whoever stands before the colon is the pronoun, and what is said begins behind it.</summary>
internal sealed class ColonInContent : IDraftRule
{
    /// <summary>The most tokens before the colon.</summary>
    private const int Reach = 12;

    public string Name => "colon-in-content";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { Before: { } before, Source: { Count: 1 } source } || !drafts.Is(source.Start, WordClass.Subject) || source.Start < before.End
                || drafts.GroupAt(drafts.Article.SentenceOf(before.Start), before.Start) is not { } group || !drafts.Article.Tokens[group.Head].Has(TokenFlags.Capital)
                || drafts.Article.Tokens[before.Start].Has(TokenFlags.Quoted) || drafts.Is(group.Head, WordClass.Pron))
                continue;
            for (var i = group.Range.End; i < Math.Min(before.End - 2, before.Start + Reach); i++)
            {
                if (drafts.Letters(i) is not ":")
                    continue;
                (draft.Source, draft.Before) = (group.Range, new(drafts.Article.Tokens[i + 1].Kind == TokenKind.Quote ? i + 2 : i + 1, before.End));
                draft.Rules.Add(Name);
                break;
            }
        }
    }
}
