using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Three bridges closed by the flood: water board”: headlines name the one who says so behind a colon at their end.</summary>
internal sealed class TitleSource : IDraftRule
{
    private const int LongestSource = 5;
    private const int LeastWords = 4;
    private static readonly CueEntry Colons = new(":", CueKind.Mark, null, false);

    public string Name => "title-source";

    public void Apply(DraftList drafts)
    {
        if (drafts.Article.TitleEnd == 0)
            return;
        foreach (var sentence in drafts.Article.Sentences)
        {
            if (sentence.Start >= drafts.Article.TitleEnd)
                break;
            if (Colon(drafts, sentence) is not { } colon || drafts.From(sentence.Start) is [{ Cue.Range: var cue }, ..] && cue.Start < sentence.End)
                continue;
            var draft = new Draft { Cue = new(new(colon, colon + 1), Colons, drafts.Article.SentenceOf(sentence.Start)), Source = new(colon + 1, sentence.End), Before = new(sentence.Start, colon), Probability = 0.8, Cueless = true };
            draft.Rules.Add(Name);
            drafts.Items.Insert(drafts.FirstFrom(sentence.Start), draft);
        }

        drafts.Sort();
    }

    /// <summary>The last colon, with a noun group behind it up to the end and words of a sentence before it.</summary>
    private static int? Colon(DraftList drafts, TokenRange sentence)
    {
        for (var i = sentence.End - 2; i > sentence.Start + LeastWords && i >= sentence.End - 1 - LongestSource; i--)
        {
            if (drafts.Article.Tokens[i].Kind is not TokenKind.Colon)
                continue;
            return drafts.GroupAt(drafts.Article.SentenceOf(sentence.Start), i + 1) is { } group && group.Range.End == sentence.End ? i : null;
        }

        return null;
    }
}
