using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“It maintains that commanders of the Guild, or TG, are using the caves”: a that-clause has a finite verb, so it doesn't end before one.</summary>
internal sealed class ThatClause : IDraftRule
{
    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    public string Name => "that-clause";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            // “assured it that no camps exist”: who is told stands before the clause.
            if (draft.After is { Count: > 2 } told && told.Start == draft.Cue.Range.End && drafts.Is(told.Start, WordClass.Object) && drafts.Is(told.Start + 1, WordClass.That))
                draft.After = new(told.Start + 2, told.End);
            // “informed the council that a bridge was down”
            else if (draft is { Cue.Entry.OfPerson: true, After: { } listener } && listener.Start - draft.Cue.Range.End <= 1
                && drafts.GroupAt(draft.Cue.Sentence, listener.Start) is { } group && group.Range.End + 2 < listener.End && drafts.Is(group.Range.End, WordClass.That))
                draft.After = new(group.Range.End + 1, listener.End);
            // “said around 40 were hurt and that more would come”: the clause before “and that” is said too.
            else if (draft is { After: { } second, Cue.Entry.Kind: CueKind.Verb } && drafts.Is(second.Start - 1, WordClass.That) && drafts.Is(second.Start - 2, WordClass.Conj)
                && second.Start - 2 > draft.Cue.Range.End + 2 && drafts.Article.Tokens[draft.Cue.Range.End].IsWord && Verb(drafts, draft.Cue.Range.End, second.Start - 2) is not null
                && !HasCue(drafts, new(draft.Cue.Range.End, second.Start)))
                draft.After = new(draft.Cue.Range.End, second.End);
            if (draft.After is not { } after || !drafts.Is(after.Start - 1, WordClass.That) || Verb(drafts, after.Start, after.End) is not null)
                continue;
            var sentence = drafts.Article.Sentences[drafts.Article.SentenceOf(after.Start)];
            if (Verb(drafts, after.End, sentence.End) is { } verb && drafts.Reader.Bounds.BestEnd(draft.Cue, after.Start, verb + 1) is { } longer)
            {
                draft.After = longer.Range;
                draft.Rules.Add(Name);
            }
        }
    }

    private static bool HasCue(DraftList drafts, TokenRange range)
    {
        foreach (var draft in drafts.From(range.Start))
            return range.Contains(draft.Cue.Range.Start);
        return false;
    }

    private static int? Verb(DraftList drafts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (drafts.Is(i, Finite))
                return i;
        }

        return null;
    }
}
