using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <content>What tells who speaks, and which of the likeliest readings is right.</content>
internal sealed partial class ChoiceFeatures
{
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
}
