using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The toll has risen to 47, officials said on Sunday, as the capital urged calm”: a comma before the one who speaks closes what is said;
/// the clause that “as” or “while” opens behind is another matter. What stands before is a clause, so it reaches back to its verb.
/// </summary>
internal sealed class WordsBeforeCue : IDraftRule
{
    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    public string Name => "words-before-cue";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Cue.Entry.Kind is not (CueKind.Verb or CueKind.Preposition))
                continue;
            // “the board (TB) confirmed the breach”: the short name is no content.
            if (draft is { Before: { Count: 1 } shortName, After: null } && drafts.Article.Tokens[shortName.End].Kind == TokenKind.Close && shortName.End + 1 == draft.Cue.Range.Start
                && drafts.Reader.Bounds.BestAfter(draft.Cue) is { } behind)
            {
                (draft.Before, draft.After) = (null, behind.Range);
                draft.Rules.Add(Name);
                continue;
            }

            // “[The bridges were closed, the board's press office, River Watch,] said in a statement”: who speaks, taken for the end of what is said.
            if (draft is { Before: { } taken, After: null, Cue.Entry.Kind: CueKind.Verb } && (draft.Source is null || draft.Source.Value.Start > draft.Cue.Range.End) && drafts.Article.QuotationAt(taken.Start) < 0 && ClosingCue.Subject(drafts, draft.Cue) is { } hidden
                && taken.Start + 3 < hidden.Start && hidden.End <= taken.End && HasVerb(drafts, new(taken.Start, hidden.Start)))
            {
                (draft.Before, draft.Source) = (new(taken.Start, drafts.TrimmedEnd(taken.Start, hidden.Start)), new(hidden.Start, drafts.TrimmedEnd(hidden.Start, draft.Cue.Range.Start)));
                draft.Rules.Add(Name);
            }

            if (draft is { Before: null, After: { } after, Cue.Entry.Kind: CueKind.Verb } && drafts.Article.QuotationAt(draft.Cue.Range.Start) < 0)
            {
                var inverted = Inverted(drafts, draft, after);
                if ((inverted is not null || IsAside(drafts, draft, after) || IsCircumstance(drafts, draft, after) || IsListener(drafts, draft, after)) && drafts.Reader.Bounds.BestBefore(draft.Cue) is { } words)
                {
                    (draft.Before, draft.After, draft.Source) = (words.Range, null, inverted ?? draft.Source);
                    if (inverted is null && ClosingCue.Subject(drafts, draft.Cue) is { } described && words.Range.Contains(described))
                        draft.Source = described;
                    if (draft.Source is { } source && words.Range.Contains(source) && source.Start > words.Range.Start + 1)
                        draft.Before = new(words.Range.Start, drafts.TrimmedEnd(words.Range.Start, source.Start));
                    draft.Rules.Add(Name);
                }
            }

            // “[The bridges were closed,] the board said on Sunday, [and the ferries stood still]”
            if (draft is { Before: null, After: { } rest, Source: { } teller, Cue.Entry: { Kind: CueKind.Verb, Act: null } } && drafts.Is(rest.Start, WordClass.Conj)
                && drafts.Article.Tokens[rest.Start - 1].Kind == TokenKind.Comma && drafts.Article.QuotationAt(draft.Cue.Range.Start) < 0 && FollowsClause(drafts, draft)
                && drafts.Article.Sentences[draft.Cue.Sentence].Start is var opening && !drafts.Is(opening, WordClass.Subord | WordClass.Prep))
            {
                draft.Before = new(opening, drafts.TrimmedEnd(opening, drafts.Is(teller.Start - 1, WordClass.Det) ? teller.Start - 1 : teller.Start));
                draft.Rules.Add(Name);
            }

            // “[The rebels stormed the mill,] which was repulsed, it said, and …”: a relative clause alone is nothing said.
            if (draft is { Before: { } before } && drafts.Article.QuotationAt(before.Start) < 0 && (draft.After is null ? !HasVerb(drafts, before) : IsRelative(drafts, before.Start))
                && ClauseStart(drafts, draft, before) is { } start)
            {
                draft.Before = new(start, before.End);
                draft.Rules.Add(Name);
            }
        }
    }

    /// <summary>“[The bridges were closed,] said the water board on Tuesday”: the one who speaks behind the verb, taken for what is said.</summary>
    private static TokenRange? Inverted(DraftList drafts, Draft draft, TokenRange after)
    {
        var (cue, sentence) = (draft.Cue.Range, drafts.Article.Sentences[draft.Cue.Sentence]);
        // A headline leaves its verb out: “Dam a danger, says Ruiz as talks open”.
        var inTitle = drafts.Article.Tokens[cue.Start].Has(TokenFlags.Title);
        if (cue.Start <= sentence.Start + 3 || drafts.Article.Tokens[cue.Start - 1].Kind != TokenKind.Comma || draft.Cue.Entry.Act is not (null or Domain.ClaimAct.Warns)
            || drafts.Letters(cue.Start).EndsWith("ing", StringComparison.Ordinal) || drafts.GroupAt(draft.Cue.Sentence, cue.End) is not { } group
            || (after.Start > group.Range.End && !IsAnothers(drafts, draft, after)) || !(inTitle || HasVerb(drafts, new(sentence.Start, cue.Start - 1))))
            return null;
        var end = group.Range.End;
        if (!inTitle && end < sentence.End && drafts.Article.Tokens[end].IsWord && (drafts.Letters(end) is "as" || (!drafts.Is(end, WordClass.Prep | WordClass.Subord | WordClass.Adv | WordClass.Ly)
            && !drafts.Article.Tokens[end].Has(TokenFlags.Capital))))
            return null;
        for (var i = end; i < after.End && drafts.Article.Tokens[i].Kind != TokenKind.Comma; i++)
        {
            if (drafts.Is(i, Finite))
                return null;
        }

        return group.Range;
    }

    /// <summary>“…, said the mayor, claiming that [all was lost]”: a second cue in between has those words.</summary>
    private static bool IsAnothers(DraftList drafts, Draft draft, TokenRange after)
    {
        foreach (var other in drafts.From(draft.Cue.Range.End))
        {
            if (other.Cue.Range.Start >= after.Start)
                return false;
            if (other.After?.Start == after.Start)
                return true;
        }

        return false;
    }

    /// <summary>“[The bridges were closed,] the board said in a statement”: how and where it was said.</summary>
    private static bool IsCircumstance(DraftList drafts, Draft draft, TokenRange after) => IsBehindDay(drafts, draft, after) ||
        drafts.Letters(drafts.Is(after.Start, WordClass.Prep) ? after.Start : after.Start - 1) is "in" or "at" or "during" or "on" or "via" or "through"
        && (drafts.Is(after.Start, WordClass.Prep) ? after.Start : after.Start - 1) == draft.Cue.Range.End
        && draft.Cue.Entry.Act is null && !HasVerb(drafts, after) && drafts.Article.QuotationAt(after.Start) < 0 && FollowsClause(drafts, draft);

    /// <summary>“[The bridges were closed,] the board said on Sunday, in the worst flood since its gauges were set up”: a comma behind the day parts it off.</summary>
    private static bool IsBehindDay(DraftList drafts, Draft draft, TokenRange after)
    {
        if (draft.Cue.Entry.Act is not null || drafts.Letters(after.Start) is not ("in" or "amid" or "after" or "during") || drafts.Article.Tokens[after.Start - 1].Kind != TokenKind.Comma
            || after.Start - draft.Cue.Range.End is < 2 or > 4)
            return false;
        for (var i = draft.Cue.Range.End; i < after.Start - 1; i++)
        {
            if (!drafts.Is(i, WordClass.Prep) && (drafts.Article.Tokens[i].Speaker & Actors.SpeakerWord.Time) == 0)
                return false;
        }

        return FollowsClause(drafts, draft);
    }

    /// <summary>“[The bridges were closed,] the mayor told reporters on Sunday; the ferries …”: who was told, or what comes after the whole.</summary>
    private static bool IsListener(DraftList drafts, Draft draft, TokenRange after)
    {
        if (!draft.Cue.Entry.OfPerson || draft.Cue.Entry.Act is not (null or Domain.ClaimAct.Promises) || drafts.Article.QuotationAt(after.Start) >= 0 || drafts.Is(after.Start - 1, WordClass.That) || !FollowsClause(drafts, draft))
            return false;
        if (!HasVerb(drafts, after) && after.Start <= draft.Cue.Range.End + 1)
            return true;
        for (var i = draft.Cue.Range.End; i < after.Start; i++)
        {
            if (drafts.Letters(i) is ";")
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause with a verb, closed by a comma, stands before the one who speaks.</summary>
    private static bool FollowsClause(DraftList drafts, Draft draft)
    {
        var start = drafts.Article.Sentences[draft.Cue.Sentence].Start;
        return draft.Source is { } source && source.End <= draft.Cue.Range.Start && source.Start > start + 4 && Comma(drafts, source.Start) && HasVerb(drafts, new(start, source.Start));
    }

    /// <summary>“[…,] officials said on Sunday, [as …]”.</summary>
    private static bool IsAside(DraftList drafts, Draft draft, TokenRange after)
    {
        var opens = drafts.Is(after.Start, WordClass.Subord) ? after.Start : after.Start - 1;
        return drafts.Letters(opens) is "as" or "while" or "after" or "amid" && drafts.Article.Tokens[opens - 1].Kind == TokenKind.Comma && opens > draft.Cue.Range.End
            && FollowsClause(drafts, draft);
    }

    /// <summary>Whether a comma stands before the speaker, an article between.</summary>
    private static bool Comma(DraftList drafts, int start) =>
        drafts.Article.Tokens[start - 1].Kind == TokenKind.Comma || (drafts.Is(start - 1, WordClass.Det) && drafts.Article.Tokens[start - 2].Kind == TokenKind.Comma);

    /// <summary>The sentence's beginning, where no other cue and no mark but commas and brackets stand between.</summary>
    private static int? ClauseStart(DraftList drafts, Draft draft, TokenRange before)
    {
        var start = drafts.Article.Sentences[draft.Cue.Sentence].Start;
        if (start >= before.Start || drafts.Article.Tokens[before.Start - 1].Kind != TokenKind.Comma || !HasVerb(drafts, new(start, before.Start)))
            return null;
        foreach (var other in drafts.From(start))
        {
            if (other.Cue.Range.Start >= before.Start)
                break;
            if (other != draft)
                return null;
        }

        for (var i = start; i < before.Start; i++)
        {
            if (drafts.Article.Tokens[i].Kind is TokenKind.Dash || drafts.Article.QuotationAt(i) >= 0)
                return null;
        }

        return start;
    }

    private static bool IsRelative(DraftList drafts, int start) => drafts.Letters(start) is "which" or "who" or "whose" && drafts.Article.Tokens[start - 1].Kind == TokenKind.Comma;

    private static bool HasVerb(DraftList drafts, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (drafts.Is(i, Finite))
                return true;
        }

        return false;
    }
}
