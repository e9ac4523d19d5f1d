using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “refuted allegations by the rebels that it had shelled the town”: what is refuted is what the rebels allege. The noun is a
/// cue of its own, inside the verb's; both have the same content.
/// </summary>
internal sealed class DeniedNoun : IDraftRule
{
    public string Name => "denied-noun";

    public void Apply(DraftList drafts)
    {
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
}
