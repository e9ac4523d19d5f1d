using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions.Rules;

/// <summary>
/// “MS RUIZ: The gates stayed shut.”, “Ana Ruiz, the minister, in a note to reporters: the gates stayed shut”, “The minister was blunt: the gates had been
/// opened”: whoever speaks stands before a colon. The name in capitals speaks up to the end of the paragraph. Whether the words name a speaker at all is
/// asked where claims are made.
/// </summary>
internal sealed class SpeakerColon : IDraftRule
{
    /// <summary>Tokens up to the colon; words of a speaker in capitals; words between “was” and the colon.</summary>
    private const int Reach = 22, MostCapitals = 5, MostManner = 4;

    private const int LeastWords = 3;

    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.CueVerb;

    private static readonly CueEntry Colons = new(":", CueKind.Mark, null, false);

    public string Name => RuleName;

    /// <summary>By which a claim's maker knows that the words before the colon have yet to be those for a speaker.</summary>
    public const string RuleName = "speaker-colon";

    public void Apply(DraftList drafts)
    {
        List<Draft> made = [];
        for (var s = 0; s < drafts.Article.Sentences.Count; s++)
        {
            var sentence = drafts.Article.Sentences[s];
            if (sentence.Start < drafts.Article.TitleEnd || Colon(drafts, sentence) is not { } colon || Speaker(drafts, s, sentence.Start, colon, out var end) is not { } source)
                continue;
            var start = colon + 1;
            if (start < end && drafts.Article.QuotationAt(start + 1) >= 0 && drafts.Article.Tokens[start].Kind == TokenKind.Quote)
                start++;
            end = drafts.TrimmedEnd(start, end);
            if (end - start < LeastWords || IsRead(drafts, sentence.Start, start, end))
                continue;
            var draft = new Draft { Cue = new(new(colon, colon + 1), Colons, s), Source = source, After = new(start, end), Probability = 0.7, Cueless = true };
            draft.Rules.Add(Name);
            made.Add(draft);
        }

        drafts.Items.AddRange(made);
        drafts.Sort();
    }

    private static int? Colon(DraftList drafts, TokenRange sentence)
    {
        for (var i = sentence.Start + 1; i < Math.Min(sentence.End - 1, sentence.Start + Reach); i++)
        {
            if (drafts.Article.Tokens[i].Kind is TokenKind.Quote or TokenKind.Open)
                return null;
            if (drafts.Letters(i) is ":")
                return i;
        }

        return null;
    }

    /// <summary>Who speaks before the colon, and where the words end; null where nobody does.</summary>
    private static TokenRange? Speaker(DraftList drafts, int sentence, int start, int colon, out int end)
    {
        end = drafts.Article.Sentences[sentence].End;
        if (drafts.Article.Tokens[start].Has(TokenFlags.ParagraphStart) && IsShouted(drafts, start, colon))
        {
            while (sentence + 1 < drafts.Article.Sentences.Count && drafts.Article.Sentences[sentence + 1] is var next && !drafts.Article.Tokens[next.Start].Has(TokenFlags.ParagraphStart))
                (sentence, end) = (sentence + 1, next.End);
            return new(start, colon);
        }

        if (drafts.GroupAt(sentence, start) is not { } group)
            return null;
        var verb = Verb(drafts, group.Range.End, colon);
        if (verb < 0)
            return drafts.Article.Tokens[group.Range.End].Kind == TokenKind.Comma ? group.Range : null;
        // “Ana Ruiz wrote late on Friday: the gates had been shut”
        if (verb == group.Range.End && drafts.Cues.Verb(drafts.Article.Tokens[verb].Word) is { Act: null } && Verb(drafts, verb + 1, colon) < 0 && colon - verb <= MostManner + 1)
            return group.Range;
        return verb == group.Range.End && drafts.Is(verb, WordClass.Be) && colon - verb <= MostManner && !drafts.Is(verb + 1, WordClass.Ed | WordClass.Ing | WordClass.Prep) ? group.Range : null;
    }

    /// <summary>“GEN RUIZ”: every word in capitals, and not a single letter alone, as questions have it.</summary>
    private static bool IsShouted(DraftList drafts, int start, int colon)
    {
        if (colon - start > MostCapitals)
            return false;
        for (var i = start; i < colon; i++)
        {
            if (drafts.Article.Tokens[i].IsWord && !drafts.Article.Tokens[i].Has(TokenFlags.AllCaps))
                return false;
        }

        return drafts.Article.Tokens[start].IsWord;
    }

    private static int Verb(DraftList drafts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (drafts.Is(i, Finite) && !drafts.Article.Tokens[i].Has(TokenFlags.Capital))
                return i;
        }

        return -1;
    }

    /// <summary>Whether somebody reports before the colon, or the same words are somebody's already.</summary>
    private static bool IsRead(DraftList drafts, int from, int start, int end)
    {
        foreach (var draft in drafts.From(from))
        {
            if (draft.Cue.Range.Start >= end)
                break;
            if (draft.Cue.Range.Start < start || draft.After?.Start == start || draft.Before is { } before && before.Start <= start)
                return true;
        }

        return false;
    }
}
