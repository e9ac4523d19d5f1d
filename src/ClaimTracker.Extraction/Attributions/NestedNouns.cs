using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>
/// “refuted allegations by the rebels that it had shelled the town”: what is refuted is what the rebels allege. The noun is a
/// cue of its own, inside the verb's; both have the same content.
/// </summary>
internal sealed class NestedNouns(Choices choices, CueLexicon cues)
{
    /// <summary>Takes reporting nouns at the head of a content out of it and adds an attribution for each.</summary>
    public void Apply(List<Draft> drafts)
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            if (drafts[i] is { After: { } after, Cue.Entry: { Kind: CueKind.Verb, Denies: true } } verb && Split(verb, after) is { } noun)
            {
                drafts.RemoveAll(d => d != verb && d.Cue.Range == noun.Cue.Range);
                drafts.Add(noun);
            }
        }
    }

    private Draft? Split(Draft verb, TokenRange after)
    {
        // The cue noun within the first words, a possessor before it or “by …” behind it, then “that”, “of” or a participle.
        for (var i = after.Start; i < Math.Min(after.End, after.Start + 7); i++)
        {
            if (cues.Noun(choices.Article.Tokens[i].Word) is not { } entry)
                continue;
            var at = i + 1;
            var source = i > after.Start ? Trimmed(new(after.Start, i)) : (TokenRange?)null;
            if (at < after.End && choices.Article.Letters(at) is "by" or "from" && Group(verb.Cue.Sentence, at + 1) is { } group)
                (source, at) = (group, group.End);
            for (var end = Math.Min(after.End, at + 5); at < end; at++)
            {
                if (choices.Article.Letters(at) is "that" or "of" or "regarding" or "about" && at + 1 < after.End)
                    return Make(verb, entry, i, source, new(at + 1, after.End));
            }

            return null;
        }

        return null;
    }

    private static Draft Make(Draft verb, CueEntry entry, int at, TokenRange? source, TokenRange content)
    {
        verb.After = content;
        verb.NounInside = new(at, at + 1);
        verb.Rules.Add("denied-noun");
        var noun = new Draft { Cue = new(new(at, at + 1), entry, verb.Cue.Sentence), After = content, Source = source, Probability = verb.Probability };
        noun.Rules.Add("noun-inside-denial");
        return noun;
    }

    private TokenRange? Group(int sentence, int start)
    {
        foreach (var group in choices.Groups(sentence))
        {
            if (group.Range.Start == start)
                return group.Range;
        }

        return null;
    }

    /// <summary>“Islamabad’s”: the possessor without the clitic and without adjectives behind it.</summary>
    private TokenRange? Trimmed(TokenRange before)
    {
        for (var i = before.End - 1; i > before.Start; i--)
        {
            if ((choices.Class(i) & WordClass.Poss) != 0)
                return new(before.Start, i);
        }

        return null;
    }
}
