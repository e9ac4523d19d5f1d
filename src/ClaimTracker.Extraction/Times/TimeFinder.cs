using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>Finds the expressions of time in an article: dates, weekdays, “last month”, “a day earlier”, durations.</summary>
internal sealed class TimeFinder(TimeWords words, NumberReader numbers, WordClasses classes)
{
    private readonly DateShapes _dates = new(words, classes);
    private readonly UnitShapes _units = new(words, numbers);

    /// <summary>Appends the expressions in reading order, apart from one another.</summary>
    public void Find(ArticleTokens article, List<TimeExpression> found)
    {
        foreach (var sentence in article.Sentences)
        {
            var first = found.Count;
            for (var i = sentence.Start; i < sentence.End;)
            {
                var left = found.Count > first ? found[^1].Range.End : sentence.Start;
                if (!Opens(article, i) || !TryCore(article, new(left, sentence.End), i, out var expression))
                {
                    i++;
                    continue;
                }

                Extend(article, left, ref expression);
                i = Math.Max(i + 1, expression.Core.End);
                if (found.Count > first && TryJoin(article, found, expression))
                    continue;
                expression.FromClause = CountsFromClause(article, sentence, expression);
                expression.Ahead = SpeaksAhead(article, sentence, expression);
                found.Add(expression);
            }
        }
    }

    /// <summary>“a day after the attack”, unlike “a day later, …” and “a day after.”</summary>
    private bool CountsFromClause(ArticleTokens article, TokenRange sentence, in TimeExpression expression)
    {
        var next = expression.Core.End;
        if (expression.Kind != TimeKind.Shift || expression.Shift == TimeShift.Ago || next >= sentence.End || !article.Tokens[next].IsWord)
            return false;
        var opens = classes[article.Tokens[next - 1], article.Text] & (WordClass.Prep | WordClass.Subord);
        return opens != 0 && (classes[article.Tokens[next], article.Text] & (WordClass.Prep | WordClass.Conj)) == 0;
    }

    /// <summary>Whether a word puts what stands before it after what follows: “after”, “following”.</summary>
    public bool IsAfter(ArticleTokens article, int token) =>
        words.RelationBefore(article, token + 1, token, out var relation) == 1 && relation is TimeRelation.After or TimeRelation.Since;

    private bool Opens(ArticleTokens article, int at)
    {
        ref readonly var token = ref article.Tokens[at];
        return token.Kind == TokenKind.Number || words.Opens(token);
    }

    private bool TryCore(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        if (article.Tokens[at].Kind == TokenKind.Number)
            return _dates.TryNumber(article, within, at, out expression);

        var word = words[article.Tokens[at]];
        if (word.Month != 0)
            return _dates.TryMonth(article, within, at, out expression);
        return word.Weekday != 0 ? _dates.TryWeekday(article, within, at, out expression) : _units.TryMatch(article, within, at, out expression);
    }

    /// <summary>Takes in what stands before: “since”, “in the”, “on the night of”, “early”.</summary>
    private void Extend(ArticleTokens article, int left, ref TimeExpression expression)
    {
        var start = expression.Core.Start;
        for (var turn = 0; turn < 4; turn++)
        {
            var relation = words.RelationBefore(article, start, left, out var kind);
            if (relation > 0 && !(kind == TimeRelation.Of && words.SkipBefore(article, start, left) > 0))
            {
                // “from October 12 to November 4” has both its ends.
                var closed = kind == TimeRelation.Since && expression.EndDay + expression.EndMonth + expression.EndYear != 0;
                expression.Relation = closed ? TimeRelation.In : kind;
                expression.Range = new(start - relation, expression.Core.End);
                return;
            }

            if (start > left && expression.Part == TimePart.Whole && words[article.Tokens[start - 1]].Part is var part and not TimePart.Whole)
            {
                expression.Part = part;
                expression.Core = new(start - 1, expression.Core.End);
                start--;
                continue;
            }

            var skip = words.SkipBefore(article, start, left);
            if (skip == 0)
                break;
            start -= skip;
        }

        expression.Range = expression.Core;
    }

    /// <summary>“from October 11 to November 4”, “between Monday and Thursday”: one expression.</summary>
    private bool TryJoin(ArticleTokens article, List<TimeExpression> found, TimeExpression next)
    {
        var before = found[^1];
        if (before.Kind != next.Kind || before.Kind is not (TimeKind.Date or TimeKind.Month or TimeKind.Year or TimeKind.Weekday)
            || before.Relation is not (TimeRelation.Since or TimeRelation.Of or TimeRelation.In)
            || before.EndDay + before.EndMonth + before.EndYear != 0)
            return false;

        var at = next.Core.Start - 1;
        var joined = at == before.Range.End && words[article.Tokens[at]].Join && (before.Relation != TimeRelation.In || !IsAnd(article, at));
        if (!joined && !(next.Relation == TimeRelation.Until && next.Range.Start == before.Range.End))
            return false;

        (before.EndYear, before.EndMonth, before.EndDay) = (next.Year, next.Month, next.Kind == TimeKind.Weekday ? next.Weekday : next.Day);
        if (before.Year == 0)
            before.Year = next.Year;
        before.Relation = TimeRelation.In;
        before.Range = new(before.Range.Start, next.Core.End);
        before.Core = new(before.Core.Start, next.Core.End);
        found[^1] = before;
        return true;
    }

    private bool IsAnd(ArticleTokens article, int at) => (classes[article.Tokens[at], article.Text] & WordClass.Conj) != 0;

    /// <summary>Whether a word such as “will” or “scheduled” stands near enough to send an undated day ahead.</summary>
    private bool SpeaksAhead(ArticleTokens article, TokenRange sentence, in TimeExpression expression)
    {
        if (expression.Year != 0 || expression.Kind is not (TimeKind.Weekday or TimeKind.Date or TimeKind.Month or TimeKind.Calendar))
            return false;
        var from = Math.Max(sentence.Start, expression.Range.Start - 14);
        for (var i = expression.Range.Start - 1; i >= from; i--)
        {
            if (words[article.Tokens[i]].Ahead)
                return true;
        }

        var to = Math.Min(sentence.End, expression.Range.End + 5);
        for (var i = expression.Range.End; i < to && article.Tokens[i].Kind != TokenKind.Comma; i++)
        {
            if (words[article.Tokens[i]].Ahead)
                return expression.Range.Start == sentence.Start;
        }

        return false;
    }
}
