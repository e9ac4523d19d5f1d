using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “refuted allegations by the rebels that it had shelled the town”: what is refuted is what the rebels allege. The noun is a
/// cue of its own, inside the verb's; both have the same content.
/// </summary>
internal sealed class DeniedNoun : IDraftRule
{
    /// <summary>The most words of what a charge is called behind “as”.</summary>
    private const int LongestName = 24;

    public string Name => "denied-noun";

    public void Apply(DraftList drafts)
    {
        ReadAsNouns(drafts);
        ReadBehindAs(drafts);
        foreach (var verb in drafts.Items)
        {
            if (verb is not { After: { } after, Cue.Entry: { Kind: CueKind.Verb, Denies: true } })
                continue;
            foreach (var noun in drafts.From(verb.Cue.Range.End))
            {
                // The noun within the first words of what is rejected.
                if (noun is { After: { } content, Cue.Entry.Kind: CueKind.Noun } && noun.Cue.Sentence == verb.Cue.Sentence
                    && noun.Cue.Range.Start >= verb.Cue.Range.End && noun.Cue.Range.Start - verb.Cue.Range.End < 6 && content.Overlaps(new(verb.Cue.Range.End, after.End + 8)))
                {
                    (verb.After, noun.NounOf) = (content, verb);
                    verb.Rules.Add(Name);
                    noun.Rules.Add(Name);
                    break;
                }
            }
        }
    }

    /// <summary>“dismissed as ‘baseless’ the claim that the gates had been opened”: what it is called stands between the verb and what is denied.</summary>
    private static void ReadBehindAs(DraftList drafts)
    {
        foreach (var verb in drafts.Items)
        {
            var cue = verb.Cue.Range;
            if (verb is not { After: not null, Cue.Entry: { Kind: CueKind.Verb, Denies: true } } || cue.End >= drafts.Article.Tokens.Count || drafts.Letters(cue.End) is not "as")
                continue;
            var sentence = drafts.Article.Sentences[verb.Cue.Sentence];
            for (var i = cue.End + 2; i < Math.Min(sentence.End - 2, cue.End + LongestName); i++)
            {
                if (!drafts.Is(i + 1, WordClass.That) || drafts.Cues.Noun(drafts.Article.Tokens[i].Word) is null || !drafts.Is(i - 1, WordClass.Det)
                    || drafts.Reader.Bounds.BestEnd(verb.Cue, i + 2) is not { } found)
                    continue;
                verb.After = found.Range;
                verb.Rules.Add("denied-behind-as");
                break;
            }
        }
    }

    /// <summary>“dismissed claims that …”: right behind a verb of denial a word that could be either is the noun; who denies makes no such claim.</summary>
    private static void ReadAsNouns(DraftList drafts)
    {
        for (var i = 1; i < drafts.Items.Count; i++)
        {
            var word = drafts.Items[i];
            if (word.Cue.Entry.Kind != CueKind.Verb || word.Cue.Range.Count > 1 || drafts.Cues.Noun(drafts.Article.Tokens[word.Cue.Range.Start].Word) is not { } noun)
                continue;
            foreach (var verb in drafts.Before(word.Cue.Range.Start))
            {
                if (verb.Cue.Entry is { Kind: CueKind.Verb, Denies: true } && verb.Cue.Range.End == word.Cue.Range.Start)
                    drafts.Items[i] = new() { Cue = word.Cue with { Entry = noun }, After = word.After, Probability = word.Probability };
            }
        }

        drafts.Items.RemoveAll(d => d is { Before: null, After: null });
    }
}
