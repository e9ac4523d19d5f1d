using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>What speaks for and against each candidate of each choice, as hashed features.</summary>
/// <remarks>
/// Only what stands in the sentence: words around a bound, their classes, marks, distances in steps, quotation marks. Numbers of
/// templates are part of the trained model: change one, train anew.
/// </remarks>
internal sealed partial class ChoiceFeatures(Choices choices)
{
    private EndFacts[] _facts = new EndFacts[1024];

    private ArticleTokens Article => choices.Article;

    private static uint Lemma(in CueCandidate cue) => cue.Entry.Hash;

    private uint Word(int token) => choices.At(token).Word;

    private uint Tag(int token) => choices.At(token).Tag;

    private uint Ending(int token) => choices.At(token).Ending;

    private uint Flag(int token, TokenFlags flag) => (uint)token < (uint)Article.Tokens.Count && Article.Tokens[token].Has(flag) ? 1u : 0;

    private static uint Steps(int distance) => distance < 0 ? 99u : (uint)distance < (uint)s_steps.Length ? s_steps[distance] : 10u;

    /// <summary>0 to 4 as they are, then 5 to 6, 7 to 9, 10 to 14, 15 to 22, 23 to 40.</summary>
    private static ReadOnlySpan<byte> s_steps =>
        [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];

    private const WordClass Finite = WordClass.Aux | WordClass.Modal | WordClass.Verb | WordClass.Ed | WordClass.Be;

    private int DistanceTo(int from, int to, WordClass classes)
    {
        for (var i = from; i < to; i++)
        {
            if ((choices.Class(i) & classes) != 0)
                return i - from;
        }

        return -1;
    }

    private int DistanceTo(int from, int to, TokenKind kind)
    {
        for (var i = from; i < to; i++)
        {
            if (Article.Tokens[i].Kind == kind)
                return i - from;
        }

        return -1;
    }

    private int DistanceToMark(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (IsMark(i))
                return i - from;
        }

        return -1;
    }

    private int BackDistanceTo(int from, int to, TokenKind kind)
    {
        for (var i = from - 1; i >= to; i--)
        {
            if (Article.Tokens[i].Kind == kind)
                return from - i;
        }

        return -1;
    }

    private int BackDistanceToFinite(int from, int to)
    {
        for (var i = from - 1; i >= to; i--)
        {
            if (IsFinite(i))
                return from - i;
        }

        return -1;
    }

    private bool IsMark(int token) => Article.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Symbol or TokenKind.Hyphen);

    private bool IsFinite(int token) => (choices.Class(token) & Finite) != 0;

    /// <summary>What kinds of things stand between two tokens.</summary>
    private uint Between(int from, int to)
    {
        var all = 0u;
        var sights = choices.Sights(Math.Max(0, from), Math.Min(to, from + 24));
        foreach (ref readonly var sight in sights)
            all |= sight.Between;

        return all;
    }

    private bool QuoteBetween(int from, int to) => DistanceTo(Math.Max(from, 0), to, TokenKind.Quote) >= 0;

    private bool Opens(int start) => start > 0 && Article.Tokens[start - 1].Kind == TokenKind.Quote;

    /// <summary>Whether a quotation closes right behind an end, a comma or stop between them or not.</summary>
    private bool ClosesAt(int end) => (end < Article.Tokens.Count && Article.Tokens[end].Kind == TokenKind.Quote)
        || (end + 1 < Article.Tokens.Count && IsMark(end) && Article.Tokens[end + 1].Kind == TokenKind.Quote && !Article.Tokens[end + 1].Has(TokenFlags.SpaceBefore));

    /// <summary>0 neither bound stands in a quotation, 1 only the start, 2 only the end, 3 both in the same, 4 in two.</summary>
    public uint SameQuotation(int start, int end)
    {
        var (a, b) = (Article.QuotationAt(start), Article.QuotationAt(end - 1));
        return a < 0 ? b < 0 ? 0u : 2u : b < 0 ? 1u : a == b ? 3u : 4u;
    }

    private int SentenceEnd(int token) => Article.Sentences[Article.SentenceOf(Math.Min(token, Article.Tokens.Count - 1))].End;
}
