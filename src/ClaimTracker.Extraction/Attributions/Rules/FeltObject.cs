namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“expressed [regret over the delay]”: what is expressed is part of what is said, not a word that only links it.</summary>
internal sealed class FeltObject : IDraftRule
{
    /// <summary>The most words of the object before its preposition: “deep and lasting regret”.</summary>
    private const int Longest = 5;

    public string Name => "felt-object";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft is not { Cue.Entry.WithObject: true, After: { } after } || after.Start - draft.Cue.Range.End is not (> 1 and <= Longest + 1)
                || !drafts.Is(after.Start - 1, WordClass.Prep | WordClass.That))
                continue;
            var start = draft.Cue.Range.End;
            while (start < after.Start - 2 && drafts.Is(start, WordClass.Det))
                start++;
            draft.After = new(start, after.End);
            draft.Rules.Add(Name);
            foreach (var other in drafts.From(start))
                other.Dropped |= other.Cue.Range.Start < after.Start;
        }

        drafts.Items.RemoveAll(d => d.Dropped);
    }
}
