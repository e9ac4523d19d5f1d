using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <summary>What speaks for and against each candidate of each choice, as hashed features.</summary>
/// <remarks>
/// Only what stands in the sentence: words around a bound, their classes, marks, distances in steps, quotation marks. Numbers of
/// templates are part of the trained model: change one, train anew.
/// </remarks>
internal sealed class ChoiceFeatures(Choices choices)
{
    private EndFacts[] _facts = new EndFacts[1024];
    private ArticleTokens Article => choices.Article;

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

    /// <summary>What the words around a place tell for content to begin there, whatever the cue.</summary>
    public void StartAlone<TSink>(int start, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 400;
        to.Add(T + 4, Word(start - 1), Tag(start));
        to.Add(T + 5, Word(start), Tag(start - 1));
        to.Add(T + 6, Tag(start - 1), Tag(start), Tag(start + 1));
        to.Add(T + 14, Steps(DistanceTo(start, Math.Min(start + 10, Article.Tokens.Count), Finite)), Tag(start - 1));
        to.Add(T + 18, Word(start - 2), Word(start - 1));
        to.Add(T + 21, choices.Strengths.Code(choices.Strengths.First(start, start + 8)), Tag(start - 1), Tag(start));
    }

    /// <summary>What else speaks for content after a cue to begin at a place; comes on top of <see cref="StartAlone"/>.</summary>
    public void AfterStart<TSink>(in CueCandidate cue, int start, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 400;
        var (b, lemma) = (cue.Range.End, Lemma(cue));
        var (tag, wordBefore, opens) = (Tag(start), Word(start - 1), Opens(start) ? 1u : 0);
        var d = (uint)Math.Min(start - b, 24);
        var next = start >= Article.Sentences[cue.Sentence].End ? 1u : 0;
        var between = Between(b, start);
        to.Add(T, d, next);
        to.Add(T + 1, lemma, d, next);
        to.Add(T + 2, lemma, wordBefore);
        to.Add(T + 3, lemma, tag);
        to.Add(T + 7, Tag(b), d);
        to.Add(T + 8, Word(b), d);
        to.Add(T + 9, lemma, Word(b), Steps((int)d));
        to.Add(T + 10, between, next);
        to.Add(T + 11, lemma, between);
        to.Add(T + 12, opens, lemma, next);
        to.Add(T + 13, opens, between);
        to.Add(T + 15, (uint)(choices.Class(start - 1) & (WordClass.That | WordClass.To | WordClass.Prep)), (uint)(choices.Class(start) & (WordClass.To | WordClass.Ing | WordClass.Wh)), lemma);
        to.Add(T + 16, Ending(cue.Range.Start), tag, d);
        to.Add(T + 17, (uint)cue.Entry.Kind, wordBefore, d);
        to.Add(T + 19, QuoteBetween(b, start) ? 1u : 0, opens);
        to.Add(T + 20, choices.Strengths.Code(choices.Strengths.First(b, start)), next, d);
    }

    public void BeforeEnd<TSink>(in CueCandidate cue, int end, int nth, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 600;
        var (a, b, lemma) = (cue.Range.Start, cue.Range.End, Lemma(cue));
        var previous = end <= Article.Sentences[cue.Sentence].Start ? 1u : 0;
        var between = Between(end, a);
        to.Add(T, Steps(a - end), previous);
        to.Add(T + 1, (uint)Math.Min(nth, 6), previous);
        to.Add(T + 2, Tag(end), Steps(a - end));
        to.Add(T + 3, Tag(end), Tag(end + 1), previous);
        to.Add(T + 4, between, Tag(end));
        to.Add(T + 5, lemma, Tag(end));
        to.Add(T + 6, ClosesAt(end) ? 1u : 0, QuoteBetween(end + 2, a) ? 1u : 0, (uint)Math.Min(nth, 4));
        to.Add(T + 7, Tag(b), Steps(a - end));
        to.Add(T + 8, lemma, Steps(a - end));
        to.Add(T + 9, Word(end + 1), Tag(end));
        to.Add(T + 10, Ending(a), Tag(end), Steps(a - end));
        to.Add(T + 11, Word(end), (uint)cue.Entry.Kind);
        to.Add(T + 12, Tag(a - 1), Tag(b), Steps(a - end));
        to.Add(T + 13, choices.Strengths.Code(choices.Strengths.First(end, a)), Tag(end), (uint)Math.Min(nth, 4));
        to.Add(T + 14, choices.Strengths.Code(choices.Strengths.Last(Math.Max(0, end - 6), end)), Tag(end), (uint)Math.Min(nth, 4));
    }

    public void BeforeStart<TSink>(in CueCandidate cue, int start, int end, int nth, int of, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 700;
        var lemma = Lemma(cue);
        var sentence = Article.Tokens[start].Has(TokenFlags.SentenceStart) || (start > 0 && Article.Tokens[start - 1].Has(TokenFlags.SentenceStart) && !choices.CanBegin(start - 1)) ? 1u : 0;
        var quote = SameQuotation(start, end);
        to.Add(T, sentence, quote, (uint)Math.Min(nth, 5));
        to.Add(T + 1, Tag(start - 1), Word(start));
        to.Add(T + 2, Word(start - 1), sentence, quote);
        to.Add(T + 3, Tag(start - 1), Tag(start), quote);
        to.Add(T + 4, Opens(start) ? 1u : 0, quote, nth == of - 1 ? 1u : 0);
        to.Add(T + 5, Steps(end - start), quote);
        to.Add(T + 6, nth == of - 1 ? 1u : 0, sentence, quote);
        to.Add(T + 7, lemma, sentence, quote);
        to.Add(T + 8, Word(start), sentence);
        to.Add(T + 9, Tag(start), Tag(start + 1), sentence);
        to.Add(T + 10, Word(start - 1), Tag(start), Tag(start + 1));
        to.Add(T + 11, Steps(DistanceTo(start, end, Finite)), sentence, Tag(start - 1));
        to.Add(T + 12, Opens(start) ? 1u : 0, ClosesAt(end) ? 1u : 0, sentence);
        to.Add(T + 13, (uint)Between(Math.Max(start - 4, 0), start), sentence);
        var others = choices.Strengths;
        var (inside, outside) = (others.First(start, end), others.Last(Math.Max(0, start - 10), start));
        to.Add(T + 14, others.Code(inside), Steps(inside < 0 ? -1 : inside - start), sentence | (quote << 4));
        to.Add(T + 15, others.Code(outside), Steps(outside < 0 ? -1 : start - outside), sentence | (quote << 4));
        to.Add(T + 16, others.Code(outside), Tag(start - 1), Tag(start));
        to.Add(T + 17, (uint)Math.Min(3, others.Sure(start, end)), sentence, quote);
    }

    /// <summary>For a group that could name the speaker; null for “nobody is named”.</summary>
    public void Source<TSink>(in CueCandidate cue, Shape shape, NounGroup? group, int rank, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 800;
        var (a, b, lemma, kind) = (cue.Range.Start, cue.Range.End, Lemma(cue), (uint)cue.Entry.Kind);
        if (group is not { } found)
        {
            to.Add(T, lemma, (uint)shape);
            to.Add(T + 1, Tag(a - 1), Tag(b), kind);
            to.Add(T + 2, Ending(a), (uint)shape);
            to.Add(T + 3, Flag(a, TokenFlags.Quoted), Flag(a, TokenFlags.SentenceStart), kind);
            to.Add(T + 4, Word(a - 1), kind);
            to.Add(T + 5, Word(b), kind, (uint)shape);
            to.Add(T + 6, (uint)(choices.Class(a - 1) | choices.Class(a - 2)) & (uint)(WordClass.Be | WordClass.To), Ending(a));
            return;
        }

        var left = found.Range.End <= a;
        var distance = left ? Math.Max(0, a - found.Past) : found.Range.Start - b;
        var side = left ? 1u : 2u;
        var between = left ? Between(found.Past, a) : Between(b, found.Range.Start);
        var head = Tag(found.Head);
        var (tagBefore, steps, wordBefore) = (Tag(found.Range.Start - 1), Steps(distance), Word(found.Range.Start - 1));
        to.Add(T + 10, side, steps, kind);
        to.Add(T + 11, side, (uint)shape, (uint)Math.Min(rank, 6) | (kind << 8));
        to.Add(T + 12, lemma, side, steps);
        to.Add(T + 13, Word(found.Head), side);
        to.Add(T + 14, head, side, steps);
        to.Add(T + 15, tagBefore, side, kind);
        to.Add(T + 16, wordBefore, side, steps);
        to.Add(T + 17, between, side, kind);
        to.Add(T + 18, between, steps, (uint)shape);
        to.Add(T + 19, Tag(found.Past), side, (uint)shape);
        to.Add(T + 20, Flag(found.Range.Start, TokenFlags.SentenceStart), side, Ending(a));
        to.Add(T + 21, Flag(found.Head, TokenFlags.Capital), (uint)(choices.Class(found.Head) & (WordClass.Subject | WordClass.Object)), side | (kind << 8));
        to.Add(T + 22, Ending(a), side, steps);
        to.Add(T + 23, wordBefore, Flag(found.Range.Start, TokenFlags.Capital), kind);
        to.Add(T + 24, lemma, tagBefore, side);
        to.Add(T + 25, Tag(b), side, (uint)shape | (steps << 8));
        to.Add(T + 26, Flag(found.Range.Start, TokenFlags.Quoted), Flag(a, TokenFlags.Quoted), side);
        to.Add(T + 27, Ending(found.Head), side, kind);
        to.Add(T + 28, (uint)(choices.Class(a - 1) | choices.Class(a - 2)) & (uint)(WordClass.Be | WordClass.To), Ending(a), side | (steps << 8));
        to.Add(T + 29, tagBefore, Tag(found.Past), side);
    }

    /// <summary>For “it reports nothing”, beside the readings of a cue.</summary>
    public void NoReading<TSink>(in CueCandidate cue, double none, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 1200;
        var lemma = Lemma(cue);
        to.Add(T, Share(none));
        to.Add(T + 1, lemma);
        to.Add(T + 2, Share(none), (uint)cue.Entry.Kind);
        to.Add(T + 3, Embedding(cue), Ending(cue.Range.Start));
        to.Add(T + 4, Tag(cue.Range.Start - 1), Tag(cue.Range.End));
        to.Add(T + 5, choices.Strengths.Code(cue.Range.Start), Flag(cue.Range.Start, TokenFlags.Quoted));
    }

    /// <summary>One whole reading of a cue: what its bounds are together, and with the source of the most probable reading.</summary>
    public void Reading<TSink>(in CueCandidate cue, in CueReading reading, int rank, double none, in CueReading first, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint T = 1220;
        var (a, b, lemma, shape) = (cue.Range.Start, cue.Range.End, Lemma(cue), (uint)reading.Shape);
        var main = reading.After ?? reading.Before!.Value;
        var (start, end) = (main.Start, main.End);
        var others = choices.Strengths;
        var sure = Share(reading.Probability);
        var relative = Share(reading.Probability / first.Probability);
        to.Add(T, sure, shape);
        to.Add(T + 1, relative, (uint)rank, shape);
        to.Add(T + 2, sure, Share(none), (uint)rank);
        var length = Steps((end - start) / 2);
        to.Add(T + 3, lemma, shape, length);
        to.Add(T + 4, shape, length, Ending(a));
        var finite = DistanceTo(start, end, Finite);
        var clause = finite < 0 ? 0u : 1u + Steps(finite);
        to.Add(T + 5, lemma, clause, shape);
        to.Add(T + 6, Tag(start), clause, shape);
        var quotes = (Opens(start) ? 1u : 0) | (ClosesAt(end) ? 2u : 0) | (SameQuotation(start, end) << 2) | (shape << 8);
        to.Add(T + 7, quotes, clause);
        to.Add(T + 8, quotes, lemma);
        var stop = SentenceEnd(end - 1) - end;
        var (tag, tagEnd, tagNext, ending, toStop, newClause) = (Tag(start), Tag(end), Tag(end + 1), Ending(a), Steps(stop), NewClause(end));
        to.Add(T + 9, toStop, shape, quotes);
        to.Add(T + 10, tag, Tag(end - 1), shape);
        to.Add(T + 11, Tag(start - 1), tag, tagEnd);
        to.Add(T + 12, Word(start), Word(end), shape);
        to.Add(T + 13, Word(start), lemma, shape);
        var said = first.Source is not { } group ? 0u : group.Range.End <= a ? 1u + Steps(Math.Max(0, a - group.Past)) : 100u + Steps(group.Range.Start - b);
        to.Add(T + 14, said, shape, lemma);
        to.Add(T + 15, said, shape, ending);
        to.Add(T + 16, first.Source is { } one ? Tag(one.Head) : 0, shape, clause);
        to.Add(T + 17, Tag(a - 1), said, shape);
        to.Add(T + 18, (uint)Math.Min(3, others.Sure(start, end)), shape, toStop);
        var behind = others.First(end, Math.Max(SentenceEnd(end), end));
        to.Add(T + 19, others.Code(behind), Steps(behind < 0 ? -1 : behind - end), shape);
        to.Add(T + 20, others.Code(others.First(start, end)), others.Code(a), shape);
        to.Add(T + 21, tagEnd, tagNext, clause);
        to.Add(T + 22, tagEnd, tagNext, toStop);
        if (reading.After is { } after)
        {
            var gap = Between(b, after.Start);
            to.Add(T + 23, gap, lemma, clause);
            to.Add(T + 24, Steps(after.Start - b), Tag(b), clause);
            to.Add(T + 25, Word(b), clause, length);
        }

        if (reading.Before is { } before)
        {
            var gap = Between(before.End, a);
            to.Add(T + 26, gap, lemma, shape);
            to.Add(T + 27, Steps(a - before.End), Tag(b), shape);
            to.Add(T + 28, Tag(before.Start - 1), Word(before.Start), shape);
            to.Add(T + 29, Steps((before.End - before.Start) / 2), shape, length);
        }

        to.Add(T + 30, Embedding(cue), shape, clause);
        to.Add(T + 31, newClause, tagEnd, clause);
        to.Add(T + 32, newClause, relative, (uint)rank);
        to.Add(T + 33, tagEnd, relative, (uint)rank);
        to.Add(T + 34, Ending(end - 1), tagEnd, length);
        to.Add(T + 35, Word(end - 1), tagEnd, clause);
        to.Add(T + 36, Word(end), Word(end + 1));
        to.Add(T + 37, tagEnd, tagNext, Tag(end + 2));
    }

    /// <summary>A probability in steps, finer towards 0 and 1.</summary>
    private static uint Share(double probability) => (uint)Math.Clamp(Math.Round(1.5 * Math.Log(Math.Max(1e-5, probability) / Math.Max(1e-5, 1 - probability))), -14, 14) + 20u;

    /// <summary>What the words around a place tell for content to end there, whatever the cue and the content's beginning.</summary>
    public void EndAlone<TSink>(int end, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint t = 500;
        ref readonly var facts = ref FactsOf(end);
        var (stop, link, behind, toNext) = (facts.Stop, facts.Link, facts.Behind, facts.ToNext);
        var (tag, tagNext, tagSecond, wordNext, word) = (Tag(end), Tag(end + 1), Tag(end + 2), Word(end + 1), Word(end));
        to.Add(t + 3, tag, tagNext, tagSecond);
        to.Add(t + 9, wordNext, tag, stop);
        to.Add(t + 10, Tag(end - 1), tag, tagNext);
        to.Add(t + 12, Steps(DistanceTo(end + 1, Math.Min(end + 8, Article.Tokens.Count), Finite)), tag, wordNext);
        to.Add(t + 22, wordNext, Word(end + 2));
        to.Add(t + 25, word, tagNext, tagSecond);
        to.Add(t + 26, tagNext, tagSecond, Tag(end + 3));
        to.Add(t + 29, Word(end - 1), tag);
        to.Add(t + 38, Ending(end - 1), tag, tagNext);
        to.Add(t + 41, behind, toNext, link);
        to.Add(t + 42, behind, tag, tagNext);
        to.Add(t + 46, behind, toNext, facts.NewClause);
        to.Add(t + 50, word, behind, toNext);
    }

    /// <summary>The same with what is known of the quotation marks around both bounds (<see cref="SameQuotation"/>).</summary>
    public void EndQuoted<TSink>(int end, uint quote, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint t = 500;
        var tag = Tag(end);
        to.Add(t + 1, tag, Tag(end + 1), quote);
        to.Add(t + 2, Word(end), Word(end + 1), quote);
        to.Add(t + 11, Cueish(end), tag, quote);
        to.Add(t + 14, Steps(SentenceEnd(end) - end), tag, quote);
        to.Add(t + 15, Ending(end + 1), tag, quote);
    }

    /// <summary>What else speaks for content after a cue to end at a place; comes on top of <see cref="EndAlone"/> and <see cref="EndQuoted"/>.</summary>
    public void AfterEnd<TSink>(in CueCandidate cue, int start, int end, int nth, int of, uint quote, ref TSink to)
        where TSink : IFeatureSink
    {
        const uint t = 500;
        ref readonly var facts = ref FactsOf(end);
        var (stop, closes) = (facts.Stop, facts.Closes);
        var (tag, tagNext, ending, length, sentences, toFinite) = (Tag(end), Tag(end + 1), Ending(cue.Range.Start), Steps(end - start), SentencesBetween(start, end), Steps(DistanceTo(start, end, Finite)));
        var lemma = Lemma(cue);
        var last = nth == of - 1 ? 1u : 0;
        to.Add(t, last, quote, stop);
        to.Add(t + 4, length, stop, quote);
        to.Add(t + 5, (uint)Math.Min(nth, 6), stop, quote);
        to.Add(t + 6, closes, quote, stop | (Opens(start) ? 2u : 0));
        to.Add(t + 7, lemma, tag, stop);
        to.Add(t + 8, Word(end), stop, length);
        to.Add(t + 13, toFinite, stop, last);
        to.Add(t + 16, lemma, stop, quote);
        to.Add(t + 17, Word(start), tag, stop);
        to.Add(t + 18, ending, tag, tagNext);
        to.Add(t + 19, sentences, quote, closes);
        to.Add(t + 20, sentences, quote, last);
        to.Add(t + 21, (uint)(choices.Class(start) & (WordClass.To | WordClass.Ing | WordClass.Wh | WordClass.Det)), tag, length);
        var clause = Embedding(cue);
        to.Add(t + 23, clause, tag, tagNext);
        to.Add(t + 24, clause, stop, (uint)Math.Min(nth, 4));
        to.Add(t + 27, clause, Steps(DistanceTo(end + 1, Math.Min(end + 8, Article.Tokens.Count), Finite)), tag);
        to.Add(t + 28, Word(Article.Sentences[cue.Sentence].Start), tag, (uint)Math.Min(nth, 3));
        to.Add(t + 30, Depth(start, end), tag, tagNext);
        var (verb, link) = (facts.Verb, facts.Link);
        var parallel = verb >= 0 && Ending(verb) == ending ? 1u : 0;
        var cueish = (uint)(choices.Class(verb) & (WordClass.CueVerb | WordClass.Ed | WordClass.Ing | WordClass.Aux | WordClass.Verb));
        to.Add(t + 31, link, cueish, parallel);
        to.Add(t + 32, link, Ending(verb), ending);
        to.Add(t + 33, link, Word(verb), clause);
        to.Add(t + 34, link, cueish, (uint)(choices.Class(start) & (WordClass.To | WordClass.Ing | WordClass.Det | WordClass.Wh)) | (quote << 28));
        to.Add(t + 35, facts.NewClause, tag, clause);
        to.Add(t + 36, facts.NewClause, length, tag);
        to.Add(t + 37, lemma, tag, tagNext);
        to.Add(t + 39, (uint)(choices.Class(start) & (WordClass.To | WordClass.Ing | WordClass.Det | WordClass.Wh | WordClass.Subject)), toFinite, tag);
        var others = choices.Strengths;
        var (first, final) = (others.First(start, end), others.Last(start, end));
        var (own, inside, behind) = (others.Code(cue.Range.Start), others.Code(first), facts.Behind);
        var toNext = facts.ToNext;
        to.Add(t + 40, inside, (uint)Math.Min(3, others.Sure(start, end)), quote);
        to.Add(t + 43, inside, Steps(first < 0 ? -1 : first - start), stop);
        to.Add(t + 44, behind, toNext, parallel | (quote << 1));
        to.Add(t + 45, own, inside, behind);
        to.Add(t + 47, others.Code(final), Steps(final < 0 ? -1 : end - final), stop | (last << 1) | (quote << 2));
        to.Add(t + 48, lemma, inside, stop);
        to.Add(t + 49, others.Code(final), Steps(final < 0 ? -1 : end - final), behind | (toNext << 8));
    }

    /// <summary>What stands at and behind a place where content can end.</summary>
    private struct EndFacts
    {
        public int Version;
        public int Verb;
        public uint Link;
        public uint Stop;
        public uint Closes;
        public uint NewClause;

        /// <summary>The next cue behind it in its sentence, as <see cref="CueStrengths.Code"/> has it, and the steps to it.</summary>
        public uint Behind;
        public uint ToNext;
    }

    private ref readonly EndFacts FactsOf(int end)
    {
        if (_facts.Length <= end)
            Array.Resize(ref _facts, Math.Max(end + 1, Article.Tokens.Count + 1) * 3 / 2);
        ref var facts = ref _facts[end];
        var others = choices.Strengths;
        if (facts.Version == others.Version)
            return ref facts;
        var stop = end < Article.Tokens.Count && (Article.Tokens[end].Kind == TokenKind.Stop || Article.Tokens[end].Has(TokenFlags.SentenceStart)
            || (end + 1 < Article.Tokens.Count && Article.Tokens[end + 1].Has(TokenFlags.SentenceStart))) ? 1u : end >= Article.Tokens.Count ? 1u : 0;
        var next = others.First(end, Math.Max(SentenceEnd(end), end));
        facts = new()
        {
            Version = others.Version,
            Verb = NextVerb(end, out var link),
            Link = link,
            Stop = stop,
            Closes = ClosesAt(end) ? 1u : 0,
            NewClause = NewClause(end),
            Behind = others.Code(next),
            ToNext = Steps(next < 0 ? -1 : next - end),
        };
        return ref facts;
    }

    /// <summary>The verb that a link behind an end leads to (“, and called”, “, adding”, “but said”), or −1; and what the link is made of.</summary>
    private int NextVerb(int end, out uint link)
    {
        link = 0;
        for (var i = end; i < Math.Min(end + 5, Article.Tokens.Count); i++)
        {
            var word = choices.Class(i);
            if ((word & (WordClass.CueVerb | WordClass.Ed | WordClass.Ing | WordClass.Verb | WordClass.Aux | WordClass.Modal)) != 0)
                return i;
            if (Article.Tokens[i].Kind == TokenKind.Comma)
                link |= 1;
            else if ((word & WordClass.Conj) != 0)
                link |= 2;
            else if ((word & (WordClass.Adv | WordClass.Ly)) != 0)
                link |= 4;
            else if ((word & (WordClass.Subject | WordClass.Wh)) != 0)
                link |= 8;
            else if ((word & WordClass.Subord) != 0)
                link |= 16;
            else
                return -1;
        }

        return -1;
    }

    /// <summary>Whether what follows an end looks like a clause of its own: a subject and, soon, a finite verb.</summary>
    private uint NewClause(int end)
    {
        var sentence = Article.Sentences[Article.SentenceOf(Math.Min(end, Article.Tokens.Count - 1))].End;
        var i = end;
        while (i < sentence && (IsMark(i) || (choices.Class(i) & (WordClass.Conj | WordClass.Subord)) != 0))
            i++;
        for (var j = i; j < Math.Min(i + 9, sentence); j++)
        {
            if (IsMark(j))
                return 1;
            if (IsFinite(j))
                return j == i ? 2u : (choices.Class(j) & (WordClass.Aux | WordClass.Modal)) != 0 ? 3u : 4u;
            if ((choices.Class(j) & (WordClass.Prep | WordClass.To)) != 0)
                return j == i ? 5u : 6u;
        }

        return 7;
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

    /// <summary>Whether a bracket stands open, and how many commas have been passed.</summary>
    private uint Depth(int start, int end)
    {
        var (open, commas) = (0u, 0u);
        for (var i = start; i < end; i++)
        {
            if (Article.Tokens[i].Kind == TokenKind.Open)
                open++;
            else if (Article.Tokens[i].Kind == TokenKind.Close && open > 0)
                open--;
            else if (Article.Tokens[i].Kind == TokenKind.Comma && commas < 4)
                commas++;
        }

        return Math.Min(open, 2) | (commas << 2);
    }

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

    private uint SentencesBetween(int start, int end) => (uint)Math.Min(4, Article.SentenceOf(end - 1) - Article.SentenceOf(start));

    private int SentenceEnd(int token) => Article.Sentences[Article.SentenceOf(Math.Min(token, Article.Tokens.Count - 1))].End;

    /// <summary>Whether a reporting verb comes right after a bound: “, adding”, “, he said”.</summary>
    private uint Cueish(int end)
    {
        for (var i = end; i < Math.Min(end + 5, Article.Tokens.Count); i++)
        {
            if ((choices.Class(i) & WordClass.CueVerb) != 0)
                return (uint)(i - end + 1);
        }

        return 0;
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
