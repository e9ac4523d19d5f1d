namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The mayor said the gate had held, but witnesses told another story”: what a conjunction parts from a speaker are not the speaker's words.</summary>
internal sealed class ClauseBetween : IDraftRule
{
    public string Name => "clause-between";

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => d is { Before: { } before, After: null, Source: { } source }
        && source.Start >= before.End && source.End <= d.Cue.Range.Start && source.Start - before.End <= 3 && HasConjunction(drafts, before.End, source.Start));

    private static bool HasConjunction(DraftList drafts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (drafts.Is(i, WordClass.Conj))
                return true;
        }

        return false;
    }
}
