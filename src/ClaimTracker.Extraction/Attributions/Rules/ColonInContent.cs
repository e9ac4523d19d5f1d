using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “Ana Ruiz would have none of it: it was the rebels who had left, she said”, “Two officials told another story: the rebels had left, one of them said”:
/// whoever stands before the colon is the pronoun, and what is said begins behind it. “It held the rebels responsible: the attackers, it said, blew up the
/// bridge”: where the cue parts a subject behind the colon from its verb, the verb goes with it.
/// </summary>
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
            if (draft is { Before: { } words, Source: { } who } && who.Start >= words.End && !drafts.Article.Tokens[words.Start].Has(TokenFlags.Quoted) && Colon(drafts, words) is { } colon)
                Cut(drafts, draft, who, new(drafts.Article.Tokens[colon + 1].Kind == TokenKind.Quote ? colon + 2 : colon + 1, words.End));
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

    private void Cut(DraftList drafts, Draft draft, TokenRange source, TokenRange behind)
    {
        if (source.Count == 3 && drafts.Letters(source.Start + 1) is "of" && drafts.Is(source.End - 1, WordClass.Pron))
        {
            draft.Before = behind;
            draft.Rules.Add(Name);
            return;
        }

        var verb = draft.Cue.Range.End + 1;
        var end = drafts.Article.Sentences[draft.Cue.Sentence].End;
        if (draft.After is { } after && after.Start != verb || verb >= end - 2 || drafts.Article.Tokens[verb - 1].Kind != TokenKind.Comma || !drafts.IsFinite(verb) || drafts.HasFinite(behind))
            return;
        (draft.Before, draft.After) = (behind, draft.After ?? new(verb, drafts.TrimmedEnd(verb, end)));
        draft.Rules.Add(Name);
    }

    /// <summary>The last colon of a range.</summary>
    private static int? Colon(DraftList drafts, TokenRange range)
    {
        for (var i = range.End - 2; i > range.Start; i--)
        {
            if (drafts.Letters(i) is ":")
                return i;
        }

        return null;
    }
}
