using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“It has been pressing the guild to hold men who, it says, [robbed the mill]”: what somebody inserts into a relative clause is said of that clause alone.</summary>
internal sealed class InRelativeClause : IDraftRule
{
    public string Name => "in-relative-clause";

    public bool ForClaimsOnly => true;

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            var (cue, sentence) = (draft.Cue.Range, drafts.Article.Sentences[draft.Cue.Sentence]);
            if (draft.Cue.Entry.Kind != CueKind.Verb || (draft.Before is null && draft.After?.Start != cue.End + 1) || Subject(drafts, draft) is not { } subject || subject.Start - 2 <= sentence.Start
                || drafts.Article.Tokens[subject.Start - 1].Kind != TokenKind.Comma || drafts.Letters(subject.Start - 2) is not ("who" or "which" or "that")
                || cue.End + 1 >= sentence.End || drafts.Article.Tokens[cue.End].Kind != TokenKind.Comma)
                continue;
            var end = drafts.TrimmedEnd(cue.End + 1, sentence.End);
            (draft.Before, draft.After, draft.Source) = (null, new(cue.End + 1, end), subject);
            draft.Rules.Add(Name);
            // What is said around it goes on, too: “urged them to hold [men who, it says, robbed the mill]”.
            foreach (var outer in drafts.Before(cue.Start))
            {
                if (outer.After is { } cut && cut.End >= subject.Start - 3 && cut.End <= subject.Start)
                    outer.After = new(cut.Start, end);
            }
        }
    }

    private static TokenRange? Subject(DraftList drafts, Draft draft) =>
        draft.Source is { } source && source.End == draft.Cue.Range.Start ? source : drafts.GroupBefore(draft.Cue.Sentence, draft.Cue.Range.Start)?.Range;
}
