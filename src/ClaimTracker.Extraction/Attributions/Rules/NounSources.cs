using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “Geneva’s demand for a plan”, “allegations by the rebels that …”, “amid reports of …”: a noun reports where somebody has
/// it – or where it is of a kind that needs nobody – and its content is given.
/// </summary>
internal sealed class NounSources : IDraftRule
{
    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed;

    public string Name => "noun-with-source";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Cue.Entry.Kind != CueKind.Noun || draft.NounOf is not null)
                continue;
            if (Read(drafts, draft.Cue) is { } read && !IsAlreadySaid(drafts, draft.Cue, read.After))
                (draft.Source, draft.Before, draft.After) = (read.Source, null, read.After);
            else
                draft.Dropped = true;
            draft.Rules.Add(Name);
        }

        drafts.Items.RemoveAll(d => d.Dropped);
        List<Draft> made = [];
        foreach (var cue in drafts.Candidates)
        {
            if (cue.Entry.Kind == CueKind.Noun && !drafts.IsRead(cue) && Read(drafts, cue) is { } read && !IsAlreadySaid(drafts, cue, read.After))
            {
                var draft = new Draft { Cue = cue, Source = read.Source, After = read.After, Probability = Math.Max(0.5, drafts.Reader.Probability(cue)) };
                draft.Rules.Add(Name);
                made.Add(draft);
            }
        }

        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    /// <summary>“A group said in a report that …”: the verb before has said it.</summary>
    private static bool IsAlreadySaid(DraftList drafts, CueCandidate noun, TokenRange after)
    {
        foreach (var draft in drafts.Before(noun.Range.Start))
        {
            if (draft.Cue.Entry is { Kind: CueKind.Verb, Denies: false } && draft.Cue.Range.End <= noun.Range.Start && draft.After is { } said && Math.Abs(said.Start - after.Start) <= 1)
                return true;
        }

        return false;
    }

    private static (TokenRange? Source, TokenRange After)? Read(DraftList drafts, in CueCandidate cue)
    {
        var (source, at) = (Possessor(drafts, cue), cue.Range.End);
        var sentence = drafts.Article.Sentences[cue.Sentence];
        if (at < sentence.End && drafts.Letters(at) is "by" or "from" && drafts.GroupAt(cue.Sentence, at + 1) is { } by)
            (source, at) = IsOfName(drafts, by) ? (by.Range, by.Range.End) : (new TokenRange(by.Range.Start, by.Head + 1), by.Head + 1);
        // “the reports of the monitors”: known ones, and theirs.
        if (source is null && (!cue.Entry.Anyone || (cue.Range.Start > sentence.Start && drafts.Letters(cue.Range.Start - 1) is "the" or "The")))
            return null;

        // “… allegations by the rebels on Tuesday that …”: what stands between is when and where.
        var sees = Math.Min(sentence.End, at + (source is null ? 1 : 5));
        for (; at < sees; at++)
        {
            if (!drafts.Choices.CanBegin(at))
                return null;
            var thatClause = drafts.Is(at, WordClass.That);
            // “a report that highlighted”: a relative clause. “his report on the river”: what it is about, not what it says.
            if ((thatClause && at + 1 < sentence.End && drafts.Is(at + 1, Finite) && !drafts.Is(at + 1, WordClass.Det)) || (at == cue.Range.End && IsAbout(drafts, cue, at)))
                return null;
            var linked = thatClause || (drafts.Is(at, WordClass.To) && at == cue.Range.End) || drafts.Is(at, WordClass.Link);
            if (!linked || at + 1 >= sentence.End)
            {
                if (at == cue.Range.End && drafts.Is(at, WordClass.Aux | WordClass.Conj))
                    return null;
                continue;
            }

            var start = drafts.Is(at, WordClass.To) ? at : at + 1;
            if (!drafts.Choices.CanBegin(start))
                start++;
            return start < sentence.End && drafts.Reader.Bounds.BestEnd(cue, start) is { } found ? (source, found.Range) : null;
        }

        return null;
    }

    /// <summary>“the Water Board of Northmark”: the name goes on behind “of”.</summary>
    private static bool IsOfName(DraftList drafts, NounGroup group) =>
        group.Head + 1 < group.Range.End && drafts.Letters(group.Head + 1) is "of" && drafts.Article.Tokens[group.Range.End - 1].Has(TokenFlags.Capital)
        && drafts.Article.Tokens[group.Head].Has(TokenFlags.Capital);

    private static bool IsAbout(DraftList drafts, in CueCandidate cue, int at) =>
        (cue.Entry.Anyone || cue.Entry.Weak) && drafts.Letters(at) is "on" or "about" or "regarding" or "concerning" or "over";

    /// <summary>“Ruritania’s”, “his”, with adjectives between.</summary>
    private static TokenRange? Possessor(DraftList drafts, in CueCandidate cue)
    {
        var sentence = drafts.Article.Sentences[cue.Sentence];
        for (var i = cue.Range.Start - 1; i >= Math.Max(sentence.Start, cue.Range.Start - 4); i--)
        {
            if (!drafts.Article.Tokens[i].IsWord || drafts.Is(i, WordClass.Prep | WordClass.Aux | WordClass.Conj | WordClass.Subord))
                return null;
            if (!drafts.Is(i, WordClass.Poss))
                continue;
            // “appreciated his condemnation”: not the subject's own, and nobody's who is sure.
            if (drafts.Letters(i) is "his" or "her" && drafts.Is(i - 1, WordClass.Ed) && !drafts.Is(i - 1, WordClass.Light | WordClass.CueVerb))
                return null;
            if (drafts.Article.Text[drafts.Article.Tokens[i].Start] is not ('\'' or '\u2019'))
                return Subject(drafts, cue.Sentence, i) ?? new(i, i + 1);
            foreach (var group in drafts.Choices.Groups(cue.Sentence))
            {
                if (group.Range.Contains(i) && group.Range.Start < i)
                    return new(NameStart(drafts, group.Range.Start, i), i);
            }

            return i > sentence.Start ? new(i - 1, i) : null;
        }

        return null;
    }

    /// <summary>“The capital renewed its call for …”: a possessive pronoun right behind a verb is its subject's.</summary>
    private static TokenRange? Subject(DraftList drafts, int sentence, int pronoun) =>
        drafts.Is(pronoun, WordClass.Poss) && drafts.Is(pronoun - 1, WordClass.Ed | WordClass.Verb | WordClass.CueVerb) && drafts.GroupBefore(sentence, pronoun - 1) is { } group
            ? group.Range
            : null;

    /// <summary>Where a capitalised name begins that ends right before the clitic: what stands before it in its group is another word's.</summary>
    private static int NameStart(DraftList drafts, int start, int clitic)
    {
        if (!drafts.Article.Tokens[clitic - 1].Has(TokenFlags.Capital))
            return start;
        var i = clitic - 1;
        while (i > start && drafts.Article.Tokens[i - 1].Has(TokenFlags.Capital))
            i--;
        return i;
    }
}
