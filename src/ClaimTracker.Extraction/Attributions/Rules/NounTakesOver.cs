using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“It repeated its assertion that …”, “The capital renewed its call for …”: the noun reports, its speaker is the verb's subject.</summary>
internal sealed class NounTakesOver : IDraftRule
{
    public string Name => "noun-takes-over";

    public void Apply(DraftList drafts)
    {
        foreach (var verb in drafts.Items)
        {
            if (verb is not { After: { } after, Cue.Entry: { Kind: CueKind.Verb, Denies: false } })
                continue;
            foreach (var noun in drafts.From(after.Start))
            {
                if (noun.Cue.Entry.Kind != CueKind.Noun || !new TokenRange(after.Start, Math.Min(after.End, after.Start + 4)).Contains(noun.Cue.Range)
                    || !drafts.Is(after.Start, WordClass.Poss) || noun.Source is not { } own || (own.Start != after.Start && own != verb.Source))
                    continue;
                noun.Source = verb.Source ?? noun.Source;
                noun.Rules.Add(Name);
                verb.Dropped = true;
            }
        }

        drafts.Items.RemoveAll(d => d.Dropped);
    }
}
