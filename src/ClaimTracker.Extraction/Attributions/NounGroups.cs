using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>A run of words that can name someone: “Lt Gen Strelsau”, “the head of the army's media wing”, “he”.</summary>
/// <param name="Range">With a leading article.</param>
/// <param name="Head">The token that decides what it is: the last before “of”, or the pronoun.</param>
internal readonly record struct NounGroup(TokenRange Range, int Head);

/// <summary>Cuts sentences into noun groups without a parser: closed classes and verb forms end a group, “of” and “’s” join two.</summary>
internal sealed class NounGroups(WordClasses classes)
{
    private const WordClass Breaks = WordClass.Prep | WordClass.Conj | WordClass.Subord | WordClass.Aux | WordClass.Modal | WordClass.Neg
        | WordClass.To | WordClass.Wh | WordClass.Adv | WordClass.Ly | WordClass.Verb;

    /// <summary>Appends the groups of one sentence in reading order.</summary>
    public void Find(ArticleTokens article, TokenRange sentence, List<NounGroup> found)
    {
        var i = sentence.Start;
        while (i < sentence.End)
        {
            var start = i;
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
            found.Add(new(new(start, end), head));
            i = end;
        }
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
            if (verbal && !noun && !(token.Has(TokenFlags.Capital) && i > start))
                return i;
            fresh = false;
        }

        return i;
    }
}
