using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The board dismissed the town's plan, stressing that …”, “The board announced a levy on farmers, many of whom …, and said”, “…, said Ana
/// Ruiz, claiming that”: a participle behind a comma and a verb behind “and” go on with the subject of the verb before, not with a noun
/// that stands between. “While criticising the plan, the board says”: a participle at the beginning has the subject of the verb to come.
/// </summary>
internal sealed class SameSubject : IDraftRule
{
    public string Name => "same-subject";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Cue.Entry.Kind != CueKind.Verb || drafts.Article.Tokens[draft.Cue.Range.Start].Has(TokenFlags.Quoted))
                continue;
            if (Goes(drafts, draft) && Last(drafts, draft) is { Source: { } source } last && source != draft.Source && IsBetween(draft, last, source))
                Set(draft, source);
            else if (draft.Source is { } cut && !IsParticiple(drafts, draft) && Goes(drafts, draft) && Last(drafts, draft) is { Source: { } full } && full != cut && IsPartOfName(drafts, cut, full))
                Set(draft, full);
            else if (draft.Source is { } taken && !IsParticiple(drafts, draft) && Goes(drafts, draft) && Last(drafts, draft) is null && Subject(drafts, draft, taken) is { } subject)
                Set(draft, subject);
            else if (draft.Source is null && Opens(drafts, draft) && Next(drafts, draft) is { } coming)
            {
                Set(draft, coming.Source!.Value);
                if (coming.Before?.Overlaps(draft.Cue.Range) == true && drafts.Reader.Bounds.BestAfter(coming.Cue) is { } after)
                    (coming.Before, coming.After) = (null, after.Range);
            }
        }
    }

    /// <summary>“[Former] envoy Ana Ruiz described … and called for”: the first words of a name.</summary>
    private static bool IsPartOfName(DraftList drafts, TokenRange cut, TokenRange full)
    {
        for (var i = cut.Start; i < full.Start; i++)
        {
            if (!drafts.Article.Tokens[i].Has(TokenFlags.Capital) && i >= cut.End && !drafts.Article.Tokens[i].IsWord)
                return false;
            if (i >= cut.End && drafts.Is(i, WordClass.Prep | WordClass.Conj | WordClass.Aux | WordClass.Modal | WordClass.CueVerb | WordClass.Verb | WordClass.Subord))
                return false;
        }

        return cut.Start < full.Start;
    }

    private void Set(Draft draft, TokenRange source)
    {
        draft.Source = source;
        draft.Rules.Add(Name);
    }

    /// <summary>Whether a verb goes on with another's subject: “, claiming”, “and said”.</summary>
    private static bool Goes(DraftList drafts, Draft draft)
    {
        var sentence = drafts.Article.Sentences[draft.Cue.Sentence];
        var i = draft.Cue.Range.Start - 1;
        while (i > sentence.Start && drafts.Is(i, WordClass.Adv | WordClass.Ly | WordClass.Aux))
            i--;
        if (i <= sentence.Start)
            return false;
        return IsParticiple(drafts, draft) ? drafts.Article.Tokens[i].Kind == TokenKind.Comma || drafts.Is(i, WordClass.Conj) : drafts.Is(i, WordClass.Conj);
    }

    /// <summary>Whether the source was looked for between the verb before and this one, or is the subject behind the verb before: “said Ana Ruiz, claiming”.</summary>
    private static bool IsBetween(Draft draft, Draft last, TokenRange source)
    {
        if (source.Start > last.Cue.Range.Start)
            return source.End + 1 == draft.Cue.Range.Start;
        return draft.Source is null || (draft.Source.Value.Start >= last.Cue.Range.End && draft.Source.Value.End <= draft.Cue.Range.Start);
    }

    /// <summary>The verb read last before in the sentence, outside of quotations.</summary>
    private static Draft? Last(DraftList drafts, Draft draft)
    {
        Draft? last = null;
        foreach (var other in drafts.Before(draft.Cue.Range.Start))
        {
            if (other.Cue.Sentence == draft.Cue.Sentence && other.Cue.Entry.Kind == CueKind.Verb && !drafts.Article.Tokens[other.Cue.Range.Start].Has(TokenFlags.Quoted))
                last = other;
        }

        return last;
    }

    /// <summary>“he had asked the board, Ruiz &amp; Sons, for help and had revealed”: the first noun group with a verb, where the one taken stands behind a preposition.</summary>
    private static TokenRange? Subject(DraftList drafts, Draft draft, TokenRange taken)
    {
        var at = taken.Start - 1;
        if (drafts.Is(at, WordClass.Det))
            at--;
        if (!drafts.Is(at, WordClass.Prep) && drafts.Article.Tokens[Math.Max(0, at)].Kind != TokenKind.Comma)
            return null;
        foreach (var group in drafts.Choices.Groups(draft.Cue.Sentence))
        {
            if (group.Range.End >= taken.Start)
                return null;
            if (drafts.Is(group.Range.End, WordClass.Aux | WordClass.Modal) && !drafts.Is(group.Range.Start - 1, WordClass.Prep))
                return group.Range;
        }

        return null;
    }

    /// <summary>Whether a participle opens its sentence, “while” or an adverb before it.</summary>
    private static bool Opens(DraftList drafts, Draft draft)
    {
        var start = drafts.Article.Sentences[draft.Cue.Sentence].Start;
        var tells = draft.Cue.Entry.Act is not null || (draft.After is { } after && (drafts.Is(after.Start - 1, WordClass.That) || drafts.Article.QuotationAt(after.Start) >= 0));
        return tells && IsParticiple(drafts, draft) && draft.Cue.Range.Start - start <= 2
            && (draft.Cue.Range.Start == start || drafts.Is(start, WordClass.Subord | WordClass.Adv | WordClass.Ly));
    }

    private static Draft? Next(DraftList drafts, Draft draft)
    {
        foreach (var other in drafts.From(draft.Cue.Range.End))
        {
            if (other.Cue.Sentence != draft.Cue.Sentence)
                return null;
            if (other is { Source: { } source, Cue.Entry.Kind: CueKind.Verb } && source.End <= other.Cue.Range.Start && draft.After is { } after && source.Start >= after.End)
                return other;
        }

        return null;
    }

    private static bool IsParticiple(DraftList drafts, Draft draft) => drafts.Letters(draft.Cue.Range.Start).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
}
