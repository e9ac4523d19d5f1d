using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>“Dozens were hurt, by his account.”, “The dam, in the ministry's telling, was sound.”: whose account it is says it.</summary>
internal sealed class ByHisAccount : IDraftRule
{
    /// <summary>The most words that name whose account it is.</summary>
    private const int Longest = 7;

    private const int LeastWords = 3;

    public string Name => "by-his-account";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        for (var s = 0; s < drafts.Article.Sentences.Count; s++)
        {
            var sentence = drafts.Article.Sentences[s];
            for (var i = sentence.Start + 2; i < sentence.End; i++)
            {
                if (drafts.Cues.Noun(drafts.Article.Tokens[i].Word) is { ByHis: true } entry && Read(drafts, s, i, entry) is { } draft && !IsRead(drafts, sentence, draft))
                    made.Add(draft);
            }
        }

        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    private Draft? Read(DraftList drafts, int index, int noun, CueEntry entry)
    {
        var sentence = drafts.Article.Sentences[index];
        if (Of(drafts, index, noun, entry) is { } of)
            return of;
        var start = noun - 1;
        while (start > sentence.Start && noun - start <= Longest && drafts.Letters(start) is not ("by" or "By" or "in" or "In" or "on" or "On"))
            start--;
        if (noun - start is < 2 or > Longest || !drafts.Is(start, WordClass.Prep) || !drafts.Is(noun - 1, WordClass.Poss) || !IsEdge(drafts, sentence, start - 1) || !IsEdge(drafts, sentence, noun + 1))
            return null;
        var before = start - 1 > sentence.Start ? drafts.TrimmedEnd(sentence.Start, start - 1) : sentence.Start;
        var after = noun + 2 < sentence.End ? drafts.TrimmedEnd(noun + 2, sentence.End) : 0;
        var pronoun = noun - start == 2;
        var draft = new Draft
        {
            Cue = new(new(noun, noun + 1), entry, index),
            Source = pronoun ? new(noun - 1, noun) : new(start + 1, noun - 1),
            Before = before - sentence.Start >= LeastWords ? new(sentence.Start, before) : null,
            After = after - (noun + 2) >= LeastWords ? new(noun + 2, after) : null,
            Probability = 0.6,
        };
        draft.Rules.Add(Name);
        return draft.Size > 0 ? draft : null;
    }

    /// <summary>“Dozens were hurt, by the account of the ministry.”</summary>
    private Draft? Of(DraftList drafts, int index, int noun, CueEntry entry)
    {
        var sentence = drafts.Article.Sentences[index];
        if (noun - 3 < sentence.Start || !drafts.Is(noun - 1, WordClass.Det) || drafts.Letters(noun - 2) is not "by" || !IsEdge(drafts, sentence, noun - 3) || drafts.Letters(noun + 1) is not "of"
            || !drafts.Article.Tokens[noun + 2].IsWord)
            return null;
        var end = noun + 3;
        while (end < noun + 2 + Longest && !IsEdge(drafts, sentence, end))
            end++;
        if (!IsEdge(drafts, sentence, end))
            return null;
        var before = drafts.TrimmedEnd(sentence.Start, noun - 3);
        if (before - sentence.Start < LeastWords)
            return null;
        var draft = new Draft { Cue = new(new(noun, noun + 1), entry, index), Source = new(noun + 2, end), Before = new(sentence.Start, before), Probability = 0.6 };
        draft.Rules.Add(Name);
        return draft;
    }

    /// <summary>Whether a phrase can begin or end there: at the sentence's edge, a comma, a full stop, a semicolon.</summary>
    private static bool IsEdge(DraftList drafts, TokenRange sentence, int token) =>
        token < sentence.Start || token >= sentence.End || drafts.Article.Tokens[token].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Colon or TokenKind.Dash;

    private static bool IsRead(DraftList drafts, TokenRange sentence, Draft draft)
    {
        foreach (var other in drafts.From(sentence.Start))
        {
            if (other.Cue.Range.Start >= sentence.End)
                return false;
            if (!other.Dropped && (draft.Before is { } before && other.Before?.Overlaps(before) == true || draft.After is { } after && other.After?.Overlaps(after) == true && other.Cue.Range.Start < after.Start))
                return true;
        }

        return false;
    }
}
