using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The general has been in custody since May and the army announced …”: a noun group right before a finite verb, with a clause's
/// beginning before it, is the verb's subject, whatever else the sentence names.
/// </summary>
internal sealed class AdjacentSubject : IDraftRule
{
    public string Name => "adjacent-subject";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Reporter is not null || Of(drafts, draft.Cue) is not { } group || draft.Source == group || draft.Before?.Overlaps(group) == true)
                continue;
            draft.Source = group;
            draft.Rules.Add(Name);
            EndBefore(drafts, draft, group.Start);
        }
    }

    /// <summary>“said the road was open; Ruiz, for her part, said”: what was said before ends with its clause.</summary>
    private static void EndBefore(DraftList drafts, Draft draft, int subject)
    {
        if (subject == 0 || drafts.Letters(subject - 1) is not ";")
            return;
        foreach (var other in drafts.Before(draft.Cue.Range.Start))
        {
            if (other != draft && other.Cue.Sentence == draft.Cue.Sentence && other.After is { } after && after.Start < subject - 1 && after.End >= subject)
                other.After = new(after.Start, drafts.TrimmedEnd(after.Start, subject - 1));
        }
    }

    /// <summary>The subject right before a finite, active verb; null where none stands there.</summary>
    public static TokenRange? Of(DraftList drafts, in CueCandidate cue)
    {
        if (cue.Entry.Kind != CueKind.Verb)
            return null;
        // “has been asking” is finite, “asking” alone is not.
        var going = drafts.Letters(cue.Range.Start).EndsWith("ing", StringComparison.Ordinal);
        if (going && !drafts.Is(cue.Range.Start - 1, WordClass.Be))
            return null;
        var (verb, passive) = (cue.Range.Start, false);
        while (verb > 0 && drafts.Is(verb - 1, WordClass.Adv | WordClass.Ly | WordClass.Aux | WordClass.Modal | WordClass.Neg) && !drafts.Is(verb - 1, WordClass.To))
            passive |= drafts.Is(--verb, WordClass.Be) && !going;
        if (!passive && OfWhose(drafts, cue.Sentence, verb) is { } apposition)
            return apposition;
        verb = BeforeAside(drafts, verb);
        if (passive || drafts.GroupBefore(cue.Sentence, verb) is not { } group)
            return null;
        // “said that Ruritania has urged”, “told the paper that Ana Ruiz had promised”: the group swallowed the “that” which opens the clause.
        if (group.Range.Count > 1 && drafts.Is(group.Range.Start, WordClass.That)
            && (drafts.Is(group.Range.Start - 1, WordClass.CueVerb | WordClass.CueNoun) || drafts.Article.Tokens[group.Range.Start + 1].Has(TokenFlags.Capital)))
            return new(group.Range.Start + 1, group.Range.End);
        return BeginsClause(drafts, cue.Sentence, group.Range.Start) ? group.Range : null;
    }

    /// <summary>“the ministry, whose adviser, Ana Ruiz, had said”: the name between the commas, not the subject of the sentence.</summary>
    private static TokenRange? OfWhose(DraftList drafts, int sentence, int verb)
    {
        if (verb < 4 || drafts.Article.Tokens[verb - 1].Kind != TokenKind.Comma || drafts.GroupBefore(sentence, verb - 1) is not { } name || !drafts.Article.Tokens[name.Head].Has(TokenFlags.Capital)
            || drafts.Article.Tokens[name.Range.Start - 1].Kind != TokenKind.Comma)
            return null;
        for (var i = name.Range.Start - 2; i >= Math.Max(drafts.Article.Sentences[sentence].Start, name.Range.Start - 6); i--)
        {
            if (drafts.Letters(i) is "whose")
                return name.Range;
        }

        return null;
    }

    /// <summary>“Ruiz[, for her part,] said”, “Ruiz[, meanwhile,] said”: where the aside before a verb begins; the verb itself where there is none.</summary>
    private static int BeforeAside(DraftList drafts, int verb)
    {
        if (verb < 3 || drafts.Article.Tokens[verb - 1].Kind != TokenKind.Comma)
            return verb;
        for (var i = verb - 2; i >= Math.Max(1, verb - 5); i--)
        {
            if (drafts.Article.Tokens[i].Kind == TokenKind.Comma)
                return (verb - 2 == i + 1 && drafts.Is(i + 1, WordClass.Adv)) || (drafts.Letters(i + 1) is "for" && drafts.Letters(verb - 2) is "part") ? i : verb;
        }

        return verb;
    }

    private static bool BeginsClause(DraftList drafts, int sentence, int start)
    {
        if (start <= drafts.Article.Sentences[sentence].Start)
            return true;
        if (IsReadCue(drafts, start - 1))
            return true; // “said the papers claimed”
        var before = drafts.Article.Tokens[start - 1].Kind;
        return before is TokenKind.Quote || drafts.Letters(start - 1) is ";" || drafts.Is(start - 1, WordClass.Subord | WordClass.That)
            || (drafts.Is(start - 1, WordClass.Conj) && !drafts.Article.Tokens[start - 2].Has(TokenFlags.Capital));
    }

    private static bool IsReadCue(DraftList drafts, int token)
    {
        if (!drafts.Is(token, WordClass.CueVerb))
            return false;
        foreach (var draft in drafts.From(token))
        {
            if (draft.Cue.Range.Start > token)
                return false;
            if (draft.Cue.Range.End == token + 1)
                return draft.After is { } after && after.Start == token + 1;
        }

        return false;
    }
}
