using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>A run of words that can name someone: “Lt Gen Strelsau”, “the head of the army's media wing”, “he”.</summary>
/// <param name="Range">With a leading article.</param>
/// <param name="Head">The token that decides what it is: the last before “of”, or the pronoun.</param>
/// <param name="Past">The token behind it and behind the brackets that belong to it: “the Water Board (WB)”.</param>
internal readonly record struct NounGroup(TokenRange Range, int Head, int Past);

/// <summary>What groups and cues have to do with each other.</summary>
internal static class NounGroupExtensions
{
    /// <summary>What of a group can name a cue's speaker: “The ad” of “The ad claims”, where the cue was taken for a noun; null for nothing.</summary>
    public static NounGroup? Beside(this NounGroup group, TokenRange cue)
    {
        if (!group.Range.Overlaps(cue))
            return group;
        return group.Range.Start < cue.Start ? new(new(group.Range.Start, cue.Start), Math.Min(group.Head, cue.Start - 1), cue.Start) : null;
    }
}

/// <summary>Cuts sentences into noun groups without a parser: closed classes and verb forms end a group, “of” and “’s” join two.</summary>
internal sealed class NounGroups(WordClasses classes)
{
    private const WordClass Breaks = WordClass.Prep | WordClass.Conj | WordClass.Subord | WordClass.Aux | WordClass.Modal | WordClass.Neg
        | WordClass.To | WordClass.Wh | WordClass.Adv | WordClass.Ly | WordClass.Verb;

    /// <summary>How many tokens brackets hold, at most, that name or abbreviate what stands before them.</summary>
    private const int LongestBrackets = 10;

    /// <summary>Appends the groups of one sentence in reading order.</summary>
    public void Find(ArticleTokens article, TokenRange sentence, List<NounGroup> found)
    {
        var i = sentence.Start;
        while (i < sentence.End)
        {
            var start = i;
            if (i > sentence.Start && PastBrackets(article, sentence, i) is var past && past > i)
            {
                i = past;
                continue;
            }

            var end = GroupEnd(article, sentence, start);
            if (end == start)
            {
                i++;
                continue;
            }

            var head = end - 1;
            // “the head of the army's media wing”: one name; its head stands before the “of”.
            while (end + 1 < sentence.End && IsOf(article, end) && GroupEnd(article, sentence, end + 1) is var further && further > end + 1)
                end = further;
            found.Add(new(new(start, end), head, PastBrackets(article, sentence, end)));
            i = end;
        }
    }

    /// <summary>The token behind short brackets that open at a token, or that token.</summary>
    private static int PastBrackets(ArticleTokens article, TokenRange sentence, int token)
    {
        if (token >= sentence.End || article.Tokens[token].Kind != TokenKind.Open)
            return token;
        for (var i = token + 1; i < Math.Min(sentence.End, token + LongestBrackets); i++)
        {
            if (article.Tokens[i].Kind == TokenKind.Close)
                return i + 1;
        }

        return token;
    }

    private static bool IsOf(ArticleTokens article, int token) => article.Letters(token) is "of";

    private int GroupEnd(ArticleTokens article, TokenRange sentence, int start)
    {
        var (i, det, fresh) = (start, false, false);
        for (; i < sentence.End; i++)
        {
            ref readonly var token = ref article.Tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Number or TokenKind.Hyphen:
                    continue;
                case TokenKind.Stop when i > start && i + 1 < sentence.End && token.End - token.Start == 1 && !token.Has(TokenFlags.SpaceBefore):
                    continue; // the dot of “Lt.”: it ended no sentence
                case not TokenKind.Word:
                    return i;
            }

            var word = classes[token, article.Text];
            if ((word & (WordClass.Subject | WordClass.Object)) != 0 && (word & WordClass.Poss) == 0)
                return i == start ? i + 1 : i;
            if ((word & WordClass.Poss) != 0 && article.Text[token.Start] is '\'' or '\u2019')
            {
                if (i == start)
                    return i;
                (det, fresh) = (true, true);
                continue;
            }

            if ((word & WordClass.Det) != 0)
            {
                if (i > start && (word & WordClass.Quant) == 0 && !article.Tokens[i - 1].Has(TokenFlags.SentenceStart))
                    return i;
                (det, fresh) = (true, true);
                continue;
            }

            if ((word & Breaks) != 0)
                return i;
            // “a recent report”, “the accused man”: what can be noun or verb is a noun after an article, a plain verb form never.
            var verbal = (word & (WordClass.CueVerb | WordClass.Ed | WordClass.Ing)) != 0;
            // “The Senate claims …”: behind a name it is the name's verb.
            var noun = (word & WordClass.CueNoun) != 0 ? det && !(i > start && article.Tokens[i - 1].Has(TokenFlags.Capital)) : fresh;
            // “Husted said”: what begins a sentence with a verb's ending is a name where the verb follows.
            if (verbal && i == start && (word & WordClass.CueVerb) == 0 && token.Has(TokenFlags.Capital) && i + 1 < sentence.End
                && (classes[article.Tokens[i + 1], article.Text] & (WordClass.CueVerb | WordClass.Aux | WordClass.Modal)) != 0)
                verbal = false;
            if (verbal && !noun && !(token.Has(TokenFlags.Capital) && i > start))
                return i;
            fresh = false;
        }

        return i;
    }
}
