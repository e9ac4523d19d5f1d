using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>Shapes around a unit of time: “last week”, “the past three months”, “a day earlier”, “three years”; and “yesterday”, “overnight”.</summary>
internal sealed class UnitShapes(TimeWords words, NumberReader numbers)
{
    /// <summary>Numbers of more words than these are not sought before a unit.</summary>
    private const int LongestCount = 4;

    public bool TryMatch(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        var word = words[article.Tokens[at]];
        expression = new TimeExpression { Core = new(at, at + 1), Count = 1, Unit = word.Unit };
        if (word.Day is { } day)
        {
            (expression.Kind, expression.Count) = (TimeKind.Day, day);
            if (at + 1 < within.End && words[article.Tokens[at + 1]].DayPart)
                expression.Core = new(at, at + 2);
            return true;
        }

        if (word.Night)
        {
            expression.Kind = TimeKind.Overnight;
            return true;
        }

        return word.Unit != TimeUnit.None
            ? TryUnit(article, within, at, word, ref expression)
            : word.DayPart && TryDayPart(article, within, at, ref expression);
    }

    /// <summary>“this morning”, “that evening”, “in the morning”: of the day of which was spoken.</summary>
    private bool TryDayPart(ArticleTokens article, TokenRange within, int at, ref TimeExpression expression)
    {
        if (at == within.Start)
            return false;
        (expression.Kind, expression.Count) = words[article.Tokens[at - 1]].Which switch
        {
            TimeWhich.This => (TimeKind.Day, 0),
            TimeWhich.That or TimeWhich.Same => (TimeKind.Same, 0),
            _ when IsOfTheDay(article, within, at) => (TimeKind.Same, 0),
            _ => (TimeKind.Opaque, 0),
        };
        expression.Core = new(at - 1, at + 1);
        return expression.Kind != TimeKind.Opaque;
    }

    private bool IsOfTheDay(ArticleTokens article, TokenRange within, int at) =>
        at - 2 >= within.Start && article.Letters(at - 1) is "the" && words.RelationBefore(article, at - 1, within.Start, out var relation) > 0 && relation == TimeRelation.In;

    private bool TryUnit(ArticleTokens article, TokenRange within, int at, TimeWord word, ref TimeExpression expression)
    {
        var tokens = article.Tokens;
        var start = CountBefore(article, within.Start, at, out var count);
        expression.Count = count;
        var counted = start < at;
        expression.Core = new(start, at + 1);

        var which = start > within.Start ? words[tokens[start - 1]].Which : TimeWhich.None;
        if (which != TimeWhich.None && word.Unit != TimeUnit.Second)
            return TryWhich(article, within, start, which, counted, ref expression);

        if (at + 1 < within.End && words[tokens[at + 1]].Shift is var shift and not TimeShift.None && (counted || IsPlural(article, at)))
        {
            (expression.Kind, expression.Shift) = (TimeKind.Shift, shift);
            expression.Count = counted ? count : -1;
            expression.Core = new(start, at + 2);
            return true;
        }

        if (word.Unit == TimeUnit.Weekend && start > within.Start && words[tokens[at - 1]].Article)
        {
            (expression.Kind, expression.Which) = (TimeKind.Calendar, TimeWhich.Last);
            return true;
        }

        // “during the night”: the one of which was spoken.
        if (!counted && word.DayPart && IsOfTheDay(article, within, at))
        {
            (expression.Kind, expression.Count, expression.Core) = (TimeKind.Same, 1, new(at - 1, at + 1));
            return true;
        }

        expression.Kind = TimeKind.Duration;
        return counted && !(word.Unit == TimeUnit.Second && words[tokens[start]].Article);
    }

    private bool TryWhich(ArticleTokens article, TokenRange within, int start, TimeWhich which, bool counted, ref TimeExpression expression)
    {
        var tokens = article.Tokens;
        var unit = expression.Unit;
        var theWhich = start - 1 > within.Start && words[tokens[start - 2]].Article;
        expression.Which = which;
        expression.Core = new(start - 1, expression.Core.End);
        if (which == TimeWhich.Last && !counted && unit == TimeUnit.Night)
            expression.Kind = TimeKind.Overnight;
        else if (counted)
        {
            // “to last 48 hours”: without an article it is a verb.
            expression.Kind = which is TimeWhich.Past or TimeWhich.Previous || (which == TimeWhich.Last && theWhich) ? TimeKind.Trailing : TimeKind.Duration;
            return which is not (TimeWhich.This or TimeWhich.That or TimeWhich.Same);
        }
        else
        {
            expression.Count = 1;
            (expression.Kind, expression.Shift) = which switch
            {
                TimeWhich.Last => (theWhich ? TimeKind.Trailing : TimeKind.Calendar, TimeShift.None),
                TimeWhich.Past => (TimeKind.Trailing, TimeShift.None),
                TimeWhich.Previous => (TimeKind.Shift, TimeShift.Before),
                TimeWhich.This => (TimeKind.Calendar, TimeShift.None),
                TimeWhich.Next => (unit <= TimeUnit.Night || theWhich ? TimeKind.Shift : TimeKind.Calendar, TimeShift.After),
                TimeWhich.Same or TimeWhich.That => (TimeKind.Same, TimeShift.None),
                TimeWhich.First when unit is TimeUnit.Day or TimeUnit.Night => (TimeKind.Opening, TimeShift.None),
                _ => (TimeKind.Vague, TimeShift.None),
            };
            if (expression.Kind == TimeKind.Calendar && which == TimeWhich.This && unit is TimeUnit.Day or TimeUnit.Night)
                (expression.Kind, expression.Count) = (TimeKind.Day, 0);
        }

        return unit > TimeUnit.Minute || expression.Kind is TimeKind.Trailing or TimeKind.Duration;
    }

    /// <summary>Where the count of a unit begins: “three”, “a”, “a couple of”; the unit itself where nothing counts it.</summary>
    private int CountBefore(ArticleTokens article, int left, int unit, out int count)
    {
        var tokens = article.Tokens;
        count = -1;
        if (unit == left)
            return unit;

        // “48-hour”: the hyphen stands between.
        var end = tokens[unit - 1].Kind == TokenKind.Hyphen ? unit - 1 : unit;
        for (var start = Math.Max(left, end - LongestCount); start < end; start++)
        {
            if (numbers.TryRead(article, start, end, out var number) && number.Range.End == end)
            {
                count = number.Qualifier == Domain.Qualifier.Exactly && number.Low < 10_000 ? (int)number.Low : -1;
                return start;
            }
        }

        if (end == unit && words[tokens[unit - 1]] is { One: true })
        {
            count = 1;
            return unit - 1;
        }

        var vague = words.VagueBefore(article, unit, left);
        return unit - vague;
    }

    private static bool IsPlural(ArticleTokens article, int token) => NounEndings.IsPlural(article.Letters(token));
}
