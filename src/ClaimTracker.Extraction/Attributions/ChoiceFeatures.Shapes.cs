using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <content>What tells whether a word reports, and where its content stands.</content>
internal sealed partial class ChoiceFeatures
{
    /// <summary>The same for every shape: the ranker tells shapes apart by the salt that it scores with.</summary>
    public void Shape<TSink>(in CueCandidate cue, ref TSink to)
        where TSink : IFeatureSink
    {
        var sentence = Article.Sentences[cue.Sentence];
        const uint t = 1000;
        var (a, b) = (cue.Range.Start, cue.Range.End);
        var lemma = Lemma(cue);
        var (tagBefore, tagBehind, tagTwoBefore, tagNext, wordBefore, wordBehind, ending, kind) = (Tag(a - 1), Tag(b), Tag(a - 2), Tag(b + 1), Word(a - 1), Word(b), Ending(a), (uint)cue.Entry.Kind);
        to.Add(t, 0);
        to.Add(t + 1, lemma);
        to.Add(t + 2, Word(a), kind);
        to.Add(t + 3, lemma, tagBefore);
        to.Add(t + 4, lemma, tagBehind);
        to.Add(t + 5, wordBefore);
        to.Add(t + 6, wordBehind);
        to.Add(t + 7, tagBefore, tagBehind, kind);
        to.Add(t + 8, tagTwoBefore, tagBefore, kind);
        to.Add(t + 9, tagBehind, tagNext);
        to.Add(t + 10, lemma, wordBehind);
        to.Add(t + 11, lemma, wordBefore);
        to.Add(t + 12, Flag(a, TokenFlags.Quoted), kind, Flag(a, TokenFlags.Title));
        to.Add(t + 13, Steps(a - sentence.Start), ending);
        to.Add(t + 14, Steps(sentence.End - b), lemma);
        to.Add(t + 15, Steps(DistanceTo(b, Math.Min(b + 6, sentence.End), WordClass.That)), kind);
        to.Add(t + 16, Steps(DistanceTo(b, sentence.End, TokenKind.Quote)), ending);
        var quote = BackDistanceTo(a, sentence.Start, TokenKind.Quote);
        to.Add(t + 17, Steps(quote), ending);
        var comma = BackDistanceTo(a, sentence.Start, TokenKind.Comma);
        to.Add(t + 18, Steps(comma), quote > 0 && quote <= comma ? 1u : 0, lemma);
        to.Add(t + 19, (uint)(choices.Class(a - 1) | choices.Class(a - 2)) & (uint)(WordClass.Be | WordClass.To | WordClass.Modal | WordClass.Neg | WordClass.Have), ending, lemma);
        to.Add(t + 20, (uint)(choices.Class(a - 1) | choices.Class(a - 2) | choices.Class(a - 3)) & (uint)(WordClass.Be | WordClass.To | WordClass.Modal | WordClass.Neg | WordClass.Have | WordClass.Do), ending);
        var next = NextOpensQuotation(cue);
        var closedBefore = quote > 0 && Article.QuotationAt(Math.Max(0, a - quote - 2)) >= 0 ? 1u : 0;
        to.Add(t + 21, next, Steps(sentence.End - b));
        to.Add(t + 22, PreviousClosesQuotation(cue) ? 1u : 0, Steps(a - sentence.Start), next);
        to.Add(t + 47, next, closedBefore, Steps(DistanceTo(b, sentence.End, TokenKind.Quote)));
        to.Add(t + 48, next, closedBefore, lemma);
        to.Add(t + 49, next, closedBefore, Tag(sentence.End - 1));
        to.Add(t + 50, StartsQuoted(cue), closedBefore, next);
        to.Add(t + 51, StartsQuoted(cue), Steps(quote), tagBehind);
        to.Add(t + 23, Word(a - 2), tagBefore);
        to.Add(t + 24, Word(b + 1), tagBehind);
        to.Add(t + 25, Steps(DistanceToMark(b, sentence.End)), tagBehind, ending);
        to.Add(t + 26, Steps(DistanceTo(b, sentence.End, Finite)), ending, kind);
        to.Add(t + 27, Steps(BackDistanceToFinite(a, sentence.Start)), ending);
        to.Add(t + 28, tagBehind, Tag(sentence.End - 1), Steps(comma));
        to.Add(t + 29, ending, tagBefore, tagBehind);
        to.Add(t + 30, ending, Flag(a - 1, TokenFlags.Capital), Flag(b, TokenFlags.Capital));
        var clause = Embedding(cue);
        to.Add(t + 31, clause, ending);
        to.Add(t + 32, clause, lemma);
        to.Add(t + 33, wordBefore, wordBehind);
        to.Add(t + 34, tagBefore, tagBehind, tagNext);
        to.Add(t + 35, tagTwoBefore, tagBefore, tagBehind);
        to.Add(t + 36, lemma, tagBefore, tagBehind);
        to.Add(t + 37, lemma, ending);
        var subject = Skipping(a, -1, out var helpers);
        var follows = Skipping(b - 1, 1, out _);
        to.Add(t + 38, subject, helpers, ending);
        to.Add(t + 39, subject, follows, kind);
        to.Add(t + 40, lemma, subject, helpers);
        to.Add(t + 41, lemma, subject, follows);
        to.Add(t + 42, Word(a - 2), wordBefore, lemma);
        to.Add(t + 43, wordBehind, Word(b + 1), kind);
        to.Add(t + 44, lemma, follows, ending);
        to.Add(t + 45, Word(sentence.Start), Steps(a - sentence.Start));
        to.Add(t + 46, Flag(a, TokenFlags.Quoted), subject, ending);
    }

    /// <summary>What the other cues around say of a cue; comes on top of <see cref="Shape"/>.</summary>
    public void ShapeAmongOthers<TSink>(in CueCandidate cue, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint t = 1100;
        var sentence = Article.Sentences[cue.Sentence];
        var (a, b, lemma, others) = (cue.Range.Start, cue.Range.End, Lemma(cue), choices.Strengths);
        var own = others.Code(a);
        var (before, after) = (others.Last(sentence.Start, a), others.First(b, sentence.End));
        var (left, right) = (others.Code(before), others.Code(after));
        var (toLeft, toRight) = (Steps(before < 0 ? -1 : a - before), Steps(after < 0 ? -1 : after - b));
        var quoted = Flag(a, TokenFlags.Quoted);
        to.Add(t, own, quoted);
        to.Add(t + 1, own, left, toLeft);
        to.Add(t + 2, own, right, toRight);
        to.Add(t + 3, own, left, right);
        to.Add(t + 4, lemma, left);
        to.Add(t + 5, lemma, right);
        to.Add(t + 6, left, Tag(a - 1), own);
        to.Add(t + 7, right, Tag(b), own);
        if (before >= 0)
        {
            to.Add(t + 8, left, Between(before + 1, a), toLeft);
            to.Add(t + 9, left, quoted | (Flag(before, TokenFlags.Quoted) << 1), own);
            to.Add(t + 10, left, Embedding(cue), own);
            to.Add(t + 17, left, Tag(before + 1), toLeft);
        }

        if (after >= 0)
        {
            to.Add(t + 11, right, Between(b, after), toRight);
            to.Add(t + 12, right, quoted | (Flag(after, TokenFlags.Quoted) << 1), own);
            to.Add(t + 18, right, Tag(after - 1), toRight);
        }

        if (Article.QuotationAt(a) is >= 0 and var quotation)
        {
            var inside = Article.Outer[quotation].Inside;
            to.Add(t + 13, own, others.Code(others.Last(Math.Max(0, inside.Start - 10), inside.Start)), others.Code(others.First(inside.End, inside.End + 10)));
        }

        var earlier = cue.Sentence > 0 ? Article.Sentences[cue.Sentence - 1] : default;
        to.Add(t + 14, own, others.Code(others.Last(earlier.Start, earlier.End)), StartsQuoted(cue));
        var later = cue.Sentence + 1 < Article.Sentences.Count ? Article.Sentences[cue.Sentence + 1] : default;
        to.Add(t + 15, own, others.Code(others.First(later.Start, later.End)), NextOpensQuotation(cue));
        to.Add(t + 16, own, (uint)Math.Min(3, others.Sure(sentence.Start, a)), (uint)Math.Min(3, others.Sure(b, sentence.End)));
    }

    /// <summary>The first token to one side that is no helping verb, negation or adverb: as a rule the subject, or what follows.</summary>
    private uint Skipping(int token, int step, out uint helpers)
    {
        helpers = 0;
        for (var i = 1; i <= 5; i++)
        {
            var at = token + (i * step);
            var word = choices.Class(at);
            if ((word & (WordClass.Aux | WordClass.Modal | WordClass.Neg | WordClass.Adv | WordClass.Ly)) == 0 || (word & WordClass.To) != 0)
                return Tag(at);
            helpers |= (uint)(word & (WordClass.Be | WordClass.Have | WordClass.Do | WordClass.Modal | WordClass.Neg));
        }

        return 1;
    }

    /// <summary>What makes the cue's clause part of another: “while … said”, “who said”, “to say”, “saying”.</summary>
    private uint Embedding(in CueCandidate cue)
    {
        var sentence = Article.Sentences[cue.Sentence];
        var all = 0u;
        for (var i = cue.Range.Start - 1; i >= Math.Max(sentence.Start, cue.Range.Start - 10); i--)
        {
            if (IsMark(i) && Article.Tokens[i].Kind is not TokenKind.Quote)
                return all | 1u << 8;
            var word = choices.Class(i);
            if ((word & WordClass.Subord) != 0)
                return all | 2u;
            if ((word & WordClass.Wh) != 0)
                return all | 4u;
            if ((word & WordClass.Conj) != 0)
                all |= 8u;
            if ((word & WordClass.To) != 0 && i == cue.Range.Start - 1)
                all |= 16u;
            if ((word & WordClass.Be) != 0)
                all |= 32u;
        }

        return all;
    }

    /// <summary>Whether the next sentence begins with a quotation: 1 in the same paragraph, 2 in the next, 0 not.</summary>
    private uint NextOpensQuotation(in CueCandidate cue)
    {
        if (cue.Sentence + 1 >= Article.Sentences.Count)
            return 0;
        var start = Article.Sentences[cue.Sentence + 1].Start;
        return Article.Tokens[start].Kind != TokenKind.Quote ? 0u : Article.Tokens[start].Has(TokenFlags.ParagraphStart) ? 2u : 1u;
    }

    /// <summary>Whether the cue's sentence begins in a quotation: 1 one that opens here, 2 one that runs on from before.</summary>
    private uint StartsQuoted(in CueCandidate cue)
    {
        var start = Article.Sentences[cue.Sentence].Start;
        return Article.Tokens[start].Kind == TokenKind.Quote ? 1u : Article.Tokens[start].Has(TokenFlags.Quoted) ? 2u : 0u;
    }

    private bool PreviousClosesQuotation(in CueCandidate cue) => cue.Sentence > 0
        && Article.Tokens[Article.Sentences[cue.Sentence - 1].End - 1].Kind == TokenKind.Quote;
}
