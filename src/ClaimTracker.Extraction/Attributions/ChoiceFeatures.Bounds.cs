using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attributions;

/// <content>What tells where content begins and ends.</content>
internal sealed partial class ChoiceFeatures
{
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

    private uint SentencesBetween(int start, int end) => (uint)Math.Min(4, Article.SentenceOf(end - 1) - Article.SentenceOf(start));

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
}
