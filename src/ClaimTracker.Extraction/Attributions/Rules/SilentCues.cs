namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The ministry has yet to confirm the raid”, “did not give details”, “has made no statement on”: who says nothing claims nothing.</summary>
/// <remarks>A that-clause stays: “did not say that …” tells what was at issue, “does not believe that …” is a claim.</remarks>
internal sealed class SilentCues : IDraftRule
{
    private const int Farthest = 7;

    public string Name => "silent-cue";

    public void Apply(DraftList drafts) => drafts.Items.RemoveAll(d => !IsQuoted(drafts, d)
        && (IsNeither(drafts, d) || (!d.Cue.Entry.Denies && (IsNegatedVerb(drafts, d) || IsNegatedNoun(drafts, d)))));

    /// <summary>“neither confirmed nor denied the strikes”.</summary>
    private static bool IsNeither(DraftList drafts, Draft draft) =>
        draft.Cue.Entry.Kind == CueKind.Verb && drafts.Letters(draft.Cue.Range.Start - 1) is "neither" or "nor"
        && !(draft.After is { } after && drafts.Is(after.Start - 1, WordClass.That));

    private static bool IsQuoted(DraftList drafts, Draft draft) => drafts.Article.Tokens[draft.Cue.Range.Start].Has(Text.TokenFlags.Quoted);

    private static bool IsNegatedVerb(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry is not { Kind: CueKind.Verb, Act: null or Domain.ClaimAct.Confirms or Domain.ClaimAct.Announces } || draft.After is not { } after)
            return false;
        if (drafts.Is(after.Start - 1, WordClass.That) && draft.Cue.Entry.Act is null)
            return false;
        var sentence = drafts.Article.Sentences[draft.Cue.Sentence];
        for (var i = draft.Cue.Range.Start - 1; i >= sentence.Start; i--)
        {
            if (drafts.Is(i, WordClass.Neg) || (drafts.Letters(i) is "yet" && drafts.Is(i + 1, WordClass.To)))
                return true;
            if (!drafts.Is(i, WordClass.Aux | WordClass.Modal | WordClass.Adv | WordClass.Ly | WordClass.To))
                return false;
        }

        return false;
    }

    /// <summary>“has not made any remarks about”, “gave no statement on”: a negation of the verb that has the noun, or “no” before it.</summary>
    private static bool IsNegatedNoun(DraftList drafts, Draft draft)
    {
        if (draft.Cue.Entry.Kind != CueKind.Noun && !drafts.Is(draft.Cue.Range.Start, WordClass.CueNoun))
            return false;
        var sentence = drafts.Article.Sentences[draft.Cue.Sentence];
        for (var i = draft.Cue.Range.Start - 1; i >= Math.Max(sentence.Start, draft.Cue.Range.Start - Farthest); i--)
        {
            if (drafts.Is(i, WordClass.Neg) || drafts.Letters(i) is "no" or "No" or "any")
                return true;
            if (drafts.Article.Tokens[i].Kind == Text.TokenKind.Comma || drafts.Is(i, WordClass.Subord | WordClass.That | WordClass.Conj | WordClass.Prep))
                return false;
        }

        return false;
    }
}
