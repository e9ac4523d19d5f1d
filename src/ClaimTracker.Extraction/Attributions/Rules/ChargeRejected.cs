using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“… is sheltering its enemies, a charge that the capital rejects”: what is rejected stands before the comma, as the content of the charge.</summary>
internal sealed class ChargeRejected : IDraftRule
{
    public string Name => "charge-rejected";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        foreach (var cue in drafts.Candidates)
        {
            if (cue.Entry is not { Kind: CueKind.Verb, Denies: true } || (Noun(drafts, cue) ?? Passive(drafts, cue)) is not { } noun)
                continue;
            var charge = Charge(drafts, cue.Sentence, noun);
            if (charge?.After is not { } content || (Passive(drafts, cue) is not null ? Doer(drafts, cue) : drafts.GroupBefore(cue.Sentence, SubjectEnd(drafts, cue.Range.Start))) is not { } subject)
                continue;

            var end = drafts.TrimmedEnd(content.Start, Comma(drafts, content.Start, noun));
            charge.After = new(content.Start, end);
            foreach (var read in drafts.From(noun))
                read.Dropped |= read.Cue.Range == cue.Range || read.Cue.Range.Contains(noun);
            // “a charge that the capital rejects”, “a charge the capital rejects”: one group without the noun and what links it.
            var start = Math.Max(subject.Range.Start, noun + 1);
            var source = new TokenRange(drafts.Is(start, WordClass.That | WordClass.Wh) && subject.Range.End - start > 1 ? start + 1 : start, subject.Range.End);
            if (source.IsEmpty)
                continue;
            var draft = new Draft { Cue = cue, Source = source, Before = charge.After, Probability = charge.Probability };
            draft.Rules.Add(Name);
            made.Add(draft);
        }

        drafts.Items.RemoveAll(d => d.Dropped);
        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    /// <summary>The last attribution before the noun: the charge that it sums up.</summary>
    private static Draft? Charge(DraftList drafts, int sentence, int noun)
    {
        Draft? charge = null;
        foreach (var draft in drafts.Before(noun))
        {
            if (!draft.Dropped && draft.Cue.Sentence == sentence && draft.After is { } after && after.Start < noun)
                charge = draft;
        }

        return charge;
    }

    /// <summary>The noun of “, a charge that …”, or null.</summary>
    private static int? Noun(DraftList drafts, in CueCandidate cue)
    {
        var sentence = drafts.Article.Sentences[cue.Sentence];
        for (var i = cue.Range.Start - 1; i >= Math.Max(sentence.Start + 2, cue.Range.Start - 10); i--)
        {
            if (drafts.Article.Tokens[i].Kind == TokenKind.Comma)
                return null;
            // “…, which the capital denies”, “…, claims the capital rejects”.
            if (drafts.Article.Tokens[i - 1].Kind is TokenKind.Comma or TokenKind.Dash && (drafts.Letters(i) is "which"
                || (drafts.Cues.Noun(drafts.Article.Tokens[i].Word) is not null && drafts.Letters(i)[^1] == 's' && (drafts.Is(i + 1, WordClass.Det) || drafts.Article.Tokens[i + 1].Has(TokenFlags.Capital)))))
                return i;
            if (drafts.Cues.Noun(drafts.Article.Tokens[i].Word) is not null && drafts.Is(i - 1, WordClass.Det)
                && drafts.Article.Tokens[i - 2].Kind is TokenKind.Comma or TokenKind.Dash
                && (drafts.Is(i + 1, WordClass.That | WordClass.Wh) || drafts.Is(i + 1, WordClass.Det) || drafts.Article.Tokens[i + 1].Has(TokenFlags.Capital)))
                return i;
        }

        return null;
    }

    /// <summary>The noun of “, a charge refuted by”, or null.</summary>
    private static int? Passive(DraftList drafts, in CueCandidate cue)
    {
        var noun = cue.Range.Start - 1;
        return noun >= 2 && cue.Range.End + 1 < drafts.Article.Tokens.Count && drafts.Letters(cue.Range.End) is "by" && drafts.Cues.Noun(drafts.Article.Tokens[noun].Word) is not null
            && drafts.Is(noun - 1, WordClass.Det) && drafts.Article.Tokens[noun - 2].Kind is TokenKind.Comma or TokenKind.Dash ? noun : null;
    }

    /// <summary>“by [authorities in the capital]”.</summary>
    private static NounGroup? Doer(DraftList drafts, in CueCandidate cue)
    {
        if (drafts.GroupAt(cue.Sentence, cue.Range.End + 1) is not { } group)
            return null;
        var end = group.Range.End;
        return end + 1 < drafts.Article.Sentences[cue.Sentence].End && drafts.Letters(end) is "in" && drafts.Article.Tokens[end + 1].Has(TokenFlags.Capital)
            ? group with { Range = new(group.Range.Start, end + 2) }
            : group;
    }

    private static int SubjectEnd(DraftList drafts, int verb)
    {
        while (drafts.Is(verb - 1, WordClass.Adv | WordClass.Ly | WordClass.Aux))
            verb--;
        return verb;
    }

    private static int Comma(DraftList drafts, int from, int noun)
    {
        for (var i = noun; i > from; i--)
        {
            if (drafts.Article.Tokens[i].Kind is TokenKind.Comma or TokenKind.Dash)
                return i;
        }

        return noun;
    }
}
