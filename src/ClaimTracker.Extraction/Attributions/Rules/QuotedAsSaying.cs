using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“‘…,’ it quoted him as saying”: the words are his; who quotes him passes them on.</summary>
internal sealed class QuotedAsSaying : IDraftRule
{
    public string Name => "quoted-as-saying";

    public void Apply(DraftList drafts)
    {
        foreach (var draft in drafts.Items)
        {
            var at = draft.Cue.Range.End;
            draft.Dropped |= IsPassive(drafts, draft.Cue.Range) && drafts.From(at + 1) is [{ } said, ..] && said.Cue.Range.Start == at + 1;
            if (draft.Cue.Entry.Kind != CueKind.Verb || drafts.GroupAt(draft.Cue.Sentence, at) is not { } quoted || quoted.Range.End + 1 >= drafts.Article.Tokens.Count)
                continue;
            if (drafts.Letters(quoted.Range.End) is not "as" || drafts.Cues.Verb(drafts.Article.Tokens[quoted.Range.End + 1].Word) is null)
                continue;

            draft.Reporter = draft.Source;
            draft.Source = quoted.Range;
            draft.Rules.Add(Name);
            Words(drafts, draft, quoted.Range.End + 1);
            draft.Dropped |= draft is { Before: null, After: null };
        }

        drafts.Items.RemoveAll(d => d.Dropped);
    }

    /// <summary>“was quoted as saying”: “saying” reports, where it was read.</summary>
    private static bool IsPassive(DraftList drafts, TokenRange cue) =>
        cue.Start >= 1 && cue.End + 1 < drafts.Article.Tokens.Count && drafts.Is(cue.Start - 1, WordClass.Be) && drafts.Letters(cue.End) is "as";

    /// <summary>The content is that of “saying”: what it was read with, or else the quotation before or the words behind.</summary>
    private static void Words(DraftList drafts, Draft draft, int saying)
    {
        if (drafts.From(saying) is [{ } read, ..] && read.Cue.Range.Start == saying)
        {
            (draft.Before, draft.After, read.Dropped) = (read.Before, read.After, true);
            return;
        }

        var end = drafts.Article.Sentences[draft.Cue.Sentence].End;
        if (draft.Before is null && drafts.Reader.Bounds.BestBefore(draft.Cue) is { Range: var before } && drafts.Article.QuotationAt(before.End - 1) >= 0)
            draft.Before = before;
        draft.After = FirstWord(drafts, saying + 1, end) is { } start ? drafts.Reader.Bounds.BestEnd(draft.Cue, start)?.Range : null;
    }

    private static int? FirstWord(DraftList drafts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (drafts.Choices.CanBegin(i) && !drafts.Is(i, WordClass.That))
                return i;
        }

        return null;
    }
}
