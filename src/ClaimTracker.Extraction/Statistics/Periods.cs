using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Settles the days that each count covers.</summary>
internal sealed class Periods(CountedWords nouns, WordClasses classes)
{
    /// <summary>Tokens on either side in which the sentence can tell the days: more than any sentence that is meant to be read.</summary>
    private const int Reach = 150;

    /// <summary>Tokens after what is counted in which “in these operations” can stand.</summary>
    private const int AnaphoraReach = 20;

    public void Settle(ArticleTokens article, ArticleTimes times, EventTimes events, SpeechTimes? speech, List<Draft> drafts, Func<int, DateOnly?>? spoken)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var before = i > 0 && draft.Sentence - drafts[i - 1].Sentence <= 2 ? drafts[i - 1] : null;
            var day = spoken?.Invoke(draft.Number.Span.Start);
            draft.Period = Stated(article, times, events, speech, draft, day) ?? Inherited(article, times, events, draft, before, spoken);
            if (draft.Period is null && draft.Measure is { } measure && measure.Is(MeasureTraits.Event) && draft.Number.Span.Start >= article.TitleEnd)
                draft.Period = events.OfMain(day);
        }

        // A headline's figure is one of the body's.
        foreach (var draft in drafts.Where(d => d.Period is null && d.Number.Span.Start < article.TitleEnd))
        {
            draft.Period = drafts.Find(d => d.Number.Span.Start >= article.TitleEnd && d.MeasureId == draft.MeasureId && d.Unit == draft.Unit
                && d.Side == draft.Side)?.Period;
        }
    }

    private DateRange? Stated(ArticleTokens article, ArticleTimes times, EventTimes events, SpeechTimes? speech, Draft draft, DateOnly? spoken)
    {
        var sentence = article.Sentences[draft.Sentence];
        var (best, cost) = (-1, int.MaxValue);
        var (from, to) = (Math.Max(sentence.Start, draft.Number.Span.Start - Reach), Math.Min(sentence.End, draft.Number.End + Reach));
        for (var i = times.FirstEndingAfter(from); i < times.Expressions.Count && times.Expressions[i].Range.Start < to; i++)
        {
            var expression = times.Expressions[i];
            if (!expression.TellsWhen || expression.Ahead || events.TellsOtherwise(i, sentence.Start))
                continue;
            var distance = expression.Range.Start >= draft.Number.End
                ? expression.Range.Start - draft.Number.End
                : 3 * (draft.Number.Span.Start - expression.Range.End) / 2;
            if (speech?.TellsSpeech(i) == true || IsWhenSaid(article, sentence, expression))
                distance += expression.Year != 0 || expression.Kind == TimeKind.Date ? 100 : 10_000;
            if (distance < cost)
                (best, cost) = (i, distance);
        }

        return cost < 10_000 && events.DaysAt(best, spoken) is { } days ? times.Close(days, spoken) : null;
    }

    /// <summary>“said on Tuesday”: tells when something was said, not when it was so.</summary>
    private bool IsWhenSaid(ArticleTokens article, TokenRange sentence, in TimeExpression expression) =>
        expression.Range.Start > sentence.Start && expression.Relation is not (TimeRelation.Since or TimeRelation.Within)
        && (classes[article.Tokens[expression.Range.Start - 1], article.Text] & WordClass.CueVerb) != 0;

    private DateRange? Inherited(ArticleTokens article, ArticleTimes times, EventTimes events, Draft draft, Draft? before, Func<int, DateOnly?>? spoken)
    {
        if (before is not null && (before.Sentence == draft.Sentence || draft.Source == MeasureSource.Ellipsis || draft.Phrase.Is(CountedTraits.Part)))
            return before.Period;
        if (!PointsBack(article, draft, out var words))
            return null;
        if (before?.Period is not null && (draft.Phrase.Is(CountedTraits.Such) || before.Sentence >= draft.Sentence - 1))
            return before.Period;
        if (events.TakenUp(words, spoken?.Invoke(draft.Number.Span.Start)) is { } taken)
            return taken;

        for (var s = draft.Sentence - 1; s >= Math.Max(0, draft.Sentence - 2); s--)
        {
            var sentence = article.Sentences[s];
            for (var i = times.FirstEndingAfter(sentence.End - 1) - 1; i >= 0 && times.Expressions[i].Range.Start >= Math.Max(sentence.Start, sentence.End - Reach); i--)
            {
                if (times.Expressions[i].TellsWhen && times.Resolve(i, spoken?.Invoke(sentence.Start)) is { } days)
                    return days;
            }
        }

        return null;
    }

    /// <summary>“in these operations”, “in the attack”, “during such clashes”.</summary>
    private bool PointsBack(ArticleTokens article, Draft draft, out TokenRange words)
    {
        words = draft.Phrase.Range;
        var end = Math.Min(article.Sentences[draft.Sentence].End, draft.End + AnaphoraReach);
        for (var i = draft.End; i + 1 < end; i++)
        {
            if ((classes[article.Tokens[i], article.Text] & WordClass.Prep) != 0 && nouns.Match(article, i + 1, out var word) > 0 && word!.Is(CountedTraits.Such))
            {
                words = new(i + 1, end);
                return true;
            }
        }

        return draft.Phrase.Is(CountedTraits.Such);
    }
}
