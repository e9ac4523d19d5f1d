using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “According to Ana Ruiz, the head of the water board, the dam …”, “According to the study, which came out in May, the dam …”: what
/// describes the one who speaks comes before what is said.
/// </summary>
internal sealed class AccordingToApposition : IDraftRule
{
    /// <summary>The most words for a speaker behind a preposition.</summary>
    private const int LongestSource = 10;

    public string Name => "according-to-apposition";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            // “Every blast, in the words of Ana Ruiz, ‘is …’”: who stands before the phrase doesn't speak.
            if (draft.Cue.Entry.Kind == CueKind.Preposition && draft.Source is { } before && before.Start < draft.Cue.Range.Start && Behind(drafts, draft.Cue) is { } behind)
                draft.Source = behind;
            if (draft is not { Cue.Entry.Kind: CueKind.Preposition, Source: { } source, After: { } after, Before: null } || after.Start < source.End)
                continue;
            // “According to the Centre for River Studies (CRS), the dam …”: the name goes on behind “for”.
            if (after.Start == source.End + 1 && drafts.Is(source.End, WordClass.Prep) && drafts.Article.Tokens[after.Start].Has(TokenFlags.Capital)
                && Comma(drafts, after) is { } closing && closing + 1 < after.End && !drafts.HasFinite(new(after.Start, closing)))
            {
                (draft.Source, draft.After) = (new(source.Start, closing), new(closing + 1, after.End));
                draft.Rules.Add(Name);
                continue;
            }

            if (Comma(drafts, after) is { } comma && Describes(drafts, source, new(after.Start, comma)) && comma + 1 < after.End)
            {
                draft.After = new(comma + 1, after.End);
                draft.Rules.Add(Name);
            }
        }
    }

    /// <summary>The words behind a preposition up to the next comma or quotation mark.</summary>
    private static TokenRange? Behind(DraftList drafts, in CueCandidate cue)
    {
        var end = cue.Range.End;
        while (end < Math.Min(drafts.Article.Sentences[cue.Sentence].End, cue.Range.End + LongestSource) && drafts.Article.Tokens[end].IsWord)
            end++;
        return end > cue.Range.End && drafts.Article.Tokens[end].Kind is TokenKind.Comma or TokenKind.Quote ? new(cue.Range.End, end) : null;
    }

    private static int? Comma(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (drafts.Article.Tokens[i].Kind == TokenKind.Comma)
                return i;
        }

        return null;
    }

    /// <summary>A relative clause, or behind a name a noun phrase that says whose head or member it is.</summary>
    private static bool Describes(DraftList drafts, TokenRange source, TokenRange part)
    {
        if (drafts.Is(part.Start, WordClass.Wh))
            return true;
        if (!drafts.Article.Tokens[source.End - 1].Has(TokenFlags.Capital) || !drafts.Is(part.Start, WordClass.Det))
            return false;
        var belongs = false;
        for (var i = part.Start; i < part.End; i++)
        {
            if (drafts.IsFinite(i))
                return false;
            belongs |= drafts.Is(i, WordClass.Prep | WordClass.Poss);
        }

        return belongs;
    }
}
