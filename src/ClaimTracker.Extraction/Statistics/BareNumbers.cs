using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Statistics;

/// <summary>Numbers without a noun: “58 were killed”, “1,346 in Ruritania”, “puts the figure at 23”, “of them, 70 were women”.</summary>
internal sealed class BareNumbers(
    NumberWords numbers, CountedWords nouns, CountedPhrases phrases, MeasureWords measures, WordClasses classes)
{
    /// <summary>Tokens before a number in which “the number of …” can stand.</summary>
    private const int TallyReach = 16;

    /// <summary>Tokens between “death toll” and its number: what it is the toll of can be long.</summary>
    private const int TollReach = 28;

    /// <summary>Whether a number without a noun counts something; then its unit, measure and what is counted are set.</summary>
    /// <param name="article">The article.</param>
    /// <param name="times">Its expressions of time.</param>
    /// <param name="entities">Who and what place it names.</param>
    /// <param name="draft">The number.</param>
    /// <param name="frame">The statistic before it, where that is near; it tells what was counted.</param>
    public bool TryCount(ArticleTokens article, ArticleTimes times, Entities entities, Draft draft, Draft? frame)
    {
        var sentence = article.Sentences[draft.Sentence];
        if (draft.Phrase.Traits.HasFlag(CountedTraits.Part))
            return CountsPart(article, draft, frame);
        if (draft.Number.Value <= 1)
            return false;
        if (draft.Measure is { } measure && (draft.Source is MeasureSource.RightBefore or MeasureSource.After || measure.Is(MeasureTraits.Noun)))
        {
            if (frame is not null && frame.Sentence == draft.Sentence && measure.Is(MeasureTraits.Event) && draft.Source != MeasureSource.After && TakesUnitOf(article, draft, frame))
                return true;
            if (measure.Is(MeasureTraits.People))
            {
                draft.Unit = "people";
                return true;
            }
        }

        if (Toll(article, sentence, draft) || Tally(article, times, sentence, draft, frame) || PutAt(article, sentence, draft))
            return true;
        if (frame is null || !(IsPredicated(article, times, sentence, draft, frame) || StandsForFrame(article, times, entities, sentence, draft, frame)))
            return false;
        (draft.Unit, draft.Frame) = (frame.Unit, frame);
        if (draft.Phrase.Head < 0)
            draft.Counted = frame.Counted;
        if (draft.Source != MeasureSource.After || (frame.Unit == "people" && draft.Measure!.Is(MeasureTraits.Things)))
            (draft.MeasureId, draft.Source) = (frame.MeasureId ?? draft.MeasureId, MeasureSource.Ellipsis);
        return true;
    }

    /// <summary>“11 others”, “3,000 more”.</summary>
    private bool CountsPart(ArticleTokens article, Draft draft, Draft? frame)
    {
        if (frame?.Unit is null && draft.Measure is null)
            return false;
        draft.Unit = frame?.Unit ?? "people";
        // “and 1.2 million more have left”: another verb says something else of them.
        var verb = draft.End < article.Tokens.Count && (classes[article.Tokens[draft.End], article.Text] & WordClass.Aux) != 0;
        if (draft.MeasureId is null && frame is not null && frame.Sentence == draft.Sentence && !verb)
            (draft.MeasureId, draft.Source) = (frame.MeasureId, MeasureSource.List);
        return draft.MeasureId is not null || frame is not null;
    }

    /// <summary>“destroyed 188 posts and captured 31”: posts, where the verb can be said of them.</summary>
    private bool TakesUnitOf(ArticleTokens article, Draft draft, Draft frame)
    {
        if (frame.Unit is null or "people" || draft.Number.Span.Start - frame.End > 3)
            return false;
        for (var i = frame.End; i < draft.Number.Span.Start; i++)
        {
            if (measures.Match(article, i, out var readings) > 0 && readings.FirstOrDefault(r => r.Is(MeasureTraits.Things)) is { } thing)
            {
                (draft.Measure, draft.MeasureId, draft.Unit, draft.Counted) = (thing, thing.Id, frame.Unit, frame.Counted);
                draft.Source = MeasureSource.RightBefore;
                return true;
            }
        }

        return false;
    }

    /// <summary>“the number of refugees returned has reached 1.7 million”, “puts the figure at 23”.</summary>
    private bool Tally(ArticleTokens article, ArticleTimes times, TokenRange sentence, Draft draft, Draft? frame)
    {
        var before = draft.Number.Span.Start - 1;
        for (var i = before; i >= Math.Max(sentence.Start, before - TallyReach); i--)
        {
            if (article.Tokens[i].Kind is TokenKind.Number or TokenKind.Colon or TokenKind.Stop)
                return false;
            if (nouns.Match(article, i, out var noun) is not (var length and > 0) || !noun!.Is(CountedTraits.Tally))
                continue;

            if (noun.Is(CountedTraits.Back))
                return i + length == draft.Number.Span.Start && CountsBefore(article, sentence, i, draft);
            var of = i + length;
            var names = noun.Is(CountedTraits.Change) ? CountedTraits.In : CountedTraits.Of;
            if (of < before && nouns.Match(article, of, out var word) > 0 && word!.Is(names))
                return CountsTallied(article, times, of + 1, draft, frame);
            if (frame is null || noun.Is(CountedTraits.Change))
                return false;
            (draft.Unit, draft.Counted, draft.MeasureId, draft.Source) = (frame.Unit, frame.Counted, frame.MeasureId, MeasureSource.Ellipsis);
            return true;
        }

        return false;
    }

    /// <summary>“put its own dead at 23 soldiers”: what is put there measures a number that has a noun, too.</summary>
    public void TakePutAt(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        var unit = draft.Unit;
        draft.Unit = null;
        if (unit is not "people" || !PutAt(article, sentence, draft))
            (draft.Measure, draft.MeasureId, draft.Source) = (null, null, MeasureSource.None);
        draft.Unit = unit;
    }

    /// <summary>“put its own dead at 23”, “puts the wounded at about 40”.</summary>
    private bool PutAt(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        var at = draft.Number.Span.Start - 1;
        if (at <= sentence.Start || article.Letters(at) is not "at")
            return false;
        for (var i = at - 1; i >= Math.Max(sentence.Start, at - 8); i--)
        {
            if ((classes[article.Tokens[i], article.Text] & WordClass.CueVerb) != 0)
                return draft.MeasureId is not null && draft.Unit is not null;
            if (draft.Unit is not null || measures.Match(article, i, out var said) == 0 || said.FirstOrDefault(m => m.Is(MeasureTraits.People) && m.Is(MeasureTraits.Event)) is not { } measure)
                continue;
            (draft.Unit, draft.Measure, draft.MeasureId, draft.Source) = ("people", measure, measure.Id, MeasureSource.Before);
        }

        draft.Unit = null;
        return false;
    }

    /// <summary>“The death toll from the flood in the two valleys has jumped to at least 47”, “death toll tops 47”.</summary>
    private bool Toll(ArticleTokens article, TokenRange sentence, Draft draft)
    {
        for (var i = draft.Number.Span.Start - 1; i >= Math.Max(sentence.Start, draft.Number.Span.Start - TollReach); i--)
        {
            if (article.Tokens[i].Kind is TokenKind.Number or TokenKind.Colon or TokenKind.Stop)
                return false;
            if (nouns.Match(article, i, out var noun) == 0 || !noun!.Is(CountedTraits.Tally))
                continue;
            if (measures.Match(article, i, out var said) == 0 || said.FirstOrDefault(m => m.Is(MeasureTraits.Noun) && m.Is(MeasureTraits.People)) is not { } deaths)
                return false;
            (draft.Unit, draft.Measure, draft.MeasureId, draft.Source) = ("people", deaths, deaths.Id, MeasureSource.Before);
            return true;
        }

        return false;
    }

    /// <summary>“the troops, numbering around 1,500”</summary>
    private bool CountsBefore(ArticleTokens article, TokenRange sentence, int at, Draft draft)
    {
        for (var i = at - 1; i >= Math.Max(sentence.Start, at - 4); i--)
        {
            if (nouns.Match(article, i, out var noun) is not (var length and > 0) || noun!.Unit is null)
                continue;
            (draft.Unit, draft.MeasureId, draft.Counted) = (noun.Unit, "present", new(i, i + length));
            return true;
        }

        return false;
    }

    private bool CountsTallied(ArticleTokens article, ArticleTimes times, int at, Draft draft, Draft? frame)
    {
        var end = draft.Number.Span.Start;
        var phrase = phrases.Read(article, times, at, end);
        if (phrase.Head < 0)
            return false;
        draft.Phrase = phrase with { Range = new(draft.Number.End, draft.Number.End) };
        draft.Counted = new(phrase.Start, phrase.Range.End);
        draft.Unit = phrase.Noun?.Unit ?? "people";
        // “the highest number of such operations, with over 53,000”
        if (phrase.Is(CountedTraits.Such) && frame?.Unit == draft.Unit)
            draft.Frame = frame;
        for (var i = at; i < end; i++)
        {
            if (measures.Match(article, i, out var readings) > 0
                && readings.FirstOrDefault(r => !r.Is(MeasureTraits.Noun | MeasureTraits.Member | MeasureTraits.Amount | MeasureTraits.Length)) is { } measure)
            {
                (draft.Measure, draft.MeasureId, draft.Source) = (measure, measure.Id, MeasureSource.Before);
                return true;
            }
        }

        draft.MeasureId ??= phrase.Noun?.Measure;
        return true;
    }

    /// <summary>“Of the 40 rockets fired, 12 were intercepted”, “Of them, 70 were women”.</summary>
    private bool IsPredicated(ArticleTokens article, ArticleTimes times, TokenRange sentence, Draft draft, Draft frame)
    {
        var next = draft.Number.End;
        var partitive = nouns.Match(article, sentence.Start, out var first) > 0 && first!.Is(CountedTraits.Of);
        if (partitive && draft.Source == MeasureSource.After)
            return true;
        if (next >= sentence.End || (classes[article.Tokens[next], article.Text] & WordClass.Be) == 0)
            return false;
        if (!partitive && frame.Sentence != draft.Sentence)
            return false;
        var predicate = phrases.Read(article, times, next + 1, sentence.End);
        if (predicate is { Head: >= 0, Plural: true })
        {
            draft.Phrase = predicate;
            draft.Counted = new(predicate.Start, predicate.Range.End);
        }

        return true;
    }

    private bool StandsForFrame(ArticleTokens article, ArticleTimes times, Entities entities, TokenRange sentence, Draft draft, Draft frame)
    {
        var number = draft.Number;
        var next = number.End;
        // “averaging 208 a day”
        if (numbers.Rates.Match(article.Tokens, article.Text, next < sentence.End ? next : sentence.Start, out _) > 0 && next < sentence.End)
            return true;
        // “1,346 in Ruritania”
        if (next < sentence.End && (classes[article.Tokens[next], article.Text] & WordClass.Prep) != 0
            && entities.FirstPlace(new(next + 1, Math.Min(sentence.End, next + 9))) is { } place && place.Range.Start <= next + 4)
            return true;
        var ends = next >= sentence.End || !article.Tokens[next].IsWord
            || (classes[article.Tokens[next], article.Text] & (WordClass.Conj | WordClass.Prep | WordClass.Subord | WordClass.Wh)) != 0 || times.Covers(next);
        var before = number.Span.Start - 1;
        // “from 1,950 last year to 2,414 this year”
        if (ends && before > frame.End && frame.Sentence == draft.Sentence && (classes[article.Tokens[before], article.Text] & WordClass.To) != 0
            && frame.Number.Span.Start > sentence.Start && numbers[article.Tokens[frame.Number.Span.Start - 1]].RangeOpen)
            return true;
        var firm = number.Form is NumberForm.Grouped || number.Qualifier != Qualifier.Exactly || number.Value >= 10;
        return ends && firm && before >= sentence.Start && nouns.Match(article, before, out var word) > 0 && word!.Is(CountedTraits.Ellipsis);
    }
}
