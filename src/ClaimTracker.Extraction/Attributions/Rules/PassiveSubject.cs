using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “The mayor was told that …”, “The guild has been accused by the mayor of …”: of a verb whose object is a person the subject of the
/// passive does not speak. Who does stands behind “by”, or nowhere.
/// </summary>
internal sealed class PassiveSubject : IDraftRule
{
    public string Name => "passive-subject";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            if (draft.Cue.Entry is { Kind: CueKind.Verb, OfPerson: false })
                EndBeforeAuxiliaries(drafts, draft);
            if (!draft.Cue.Entry.OfPerson || drafts.Letters(draft.Cue.Range.Start).EndsWith("ing", StringComparison.Ordinal) || !IsPassive(drafts, draft.Cue.Range.Start, out var verb))
                continue;
            var by = drafts.Letters(draft.Cue.Range.End) is "by" ? drafts.GroupAt(draft.Cue.Sentence, draft.Cue.Range.End + 1)?.Range : null;
            // The subject itself is no part of what is said.
            if (draft.After is not null && draft.Before is { } before && before.End > verb - 1)
                draft.Before = null;
            if (by is null && draft.Source is not { } source)
                continue;
            if (by is not null || draft.Source!.Value.End <= verb)
            {
                draft.Addressed = drafts.GroupBefore(draft.Cue.Sentence, verb)?.Range;
                draft.Source = by;
                draft.Rules.Add(Name);
            }
        }
    }

    /// <summary>“The attack was claimed by the guild”: the auxiliaries are the cue's, not part of what is claimed.</summary>
    private static void EndBeforeAuxiliaries(DraftList drafts, Draft draft)
    {
        if (draft.Before is { } before && before.End == draft.Cue.Range.Start && IsPassive(drafts, before.End, out var verb) && verb > before.Start)
            draft.Before = new(before.Start, verb);
    }

    /// <summary>Whether a form of “be” stands before a participle; and where its auxiliaries begin.</summary>
    public static bool IsPassive(DraftList drafts, int participle, out int verb)
    {
        var passive = false;
        for (verb = participle; verb > 0 && drafts.Is(verb - 1, WordClass.Adv | WordClass.Ly | WordClass.Aux | WordClass.Modal | WordClass.Neg) && !drafts.Is(verb - 1, WordClass.To); verb--)
            passive |= drafts.Is(verb - 1, WordClass.Be);
        return passive;
    }
}
