using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“The general, who heads the press office, made the allegation on Monday”: who takes up a charge told before claims it, in these words.</summary>
internal sealed class MadeTheAllegation : IDraftRule
{
    public string Name => "made-the-allegation";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        foreach (var noun in drafts.Candidates)
        {
            var at = noun.Range.Start;
            if (noun.Entry is not { Kind: CueKind.Noun, Act: ClaimAct.Accuses or ClaimAct.Denies } || at < 3 || !drafts.Is(at - 2, WordClass.Light)
                || !drafts.Is(at - 1, WordClass.Det) || IsRead(drafts, noun.Range) || Subject(drafts, noun.Sentence, at - 2) is not { } subject)
                continue;
            var draft = new Draft { Cue = new(new(at - 2, at - 1), noun.Entry, noun.Sentence), Source = subject, After = new(at - 1, at + 1), Probability = 0.8 };
            draft.Rules.Add(Name);
            made.Add(draft);
        }

        drafts.Items.AddRange(made);
    }

    private static bool IsRead(DraftList drafts, TokenRange cue)
    {
        foreach (var draft in drafts.From(cue.Start))
        {
            if (draft.Cue.Range == cue)
                return true;
        }

        return false;
    }

    /// <summary>The group right before the verb, or before the relative clause that parts them.</summary>
    private static TokenRange? Subject(DraftList drafts, int sentence, int verb)
    {
        while (drafts.Is(verb - 1, WordClass.Adv | WordClass.Ly | WordClass.Aux))
            verb--;
        if (drafts.Article.Tokens[verb - 1].Kind != TokenKind.Comma)
            return drafts.GroupBefore(sentence, verb)?.Range;
        var groups = drafts.Choices.Groups(sentence);
        return groups.Count > 0 && groups[0].Range is var first && first.Start == drafts.Article.Sentences[sentence].Start
            && drafts.Article.Tokens[first.End].Kind == TokenKind.Comma && drafts.Is(first.End + 1, WordClass.Wh | WordClass.Pron) ? first : null;
    }
}
