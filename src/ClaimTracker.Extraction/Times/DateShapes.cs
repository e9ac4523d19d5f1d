using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Statistics;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Times;

/// <summary>Shapes with a name or number of the calendar: “12 October 2025”, “Tuesday night”, “2025-11-29”, “since 2021”.</summary>
internal sealed class DateShapes(TimeWords words, WordClasses classes)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>A day's place in its week: 1 for Monday to 7 for Sunday.</summary>
    public static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>An expression that begins with digits.</summary>
    public bool TryNumber(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        if (TryIso(article, within, at, out expression) || TryOpaque(article, within, at, out expression))
            return true;
        if (TryDayMonth(article, within, at, out expression))
            return true;
        return ReadYear(article, at) is var year and not 0 && TryYear(article, within, at, year, out expression)
            && tokens[at].Kind == TokenKind.Number;
    }

    /// <summary>“October 12”, “Oct. 11–12, 2025”, “December 2024”, “January to March”.</summary>
    public bool TryMonth(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        var word = words[tokens[at]];
        if (!tokens[at].Has(TokenFlags.Capital) && word.Part == TimePart.Whole)
            return false;

        var next = SkipDot(article, within, at + 1);
        expression = new TimeExpression { Kind = TimeKind.Month, Month = word.Month, Core = new(at, at + 1), Part = word.Part };
        if (next < within.End && ReadDay(article, next) is var day and not 0 && !CountsInstead(article, within, at, next))
        {
            (expression.Kind, expression.Day) = (TimeKind.Date, day);
            next = SkipOrdinal(article, within, next + 1);
            next = ReadEnd(article, within, next, ref expression);
            expression.Core = new(at, next);
            var comma = next < within.End && tokens[next].Kind == TokenKind.Comma ? next + 1 : next;
            if (comma < within.End && ReadYear(article, comma) is var year and not 0)
            {
                expression.Year = year;
                expression.Core = new(at, comma + 1);
            }

            return true;
        }

        if (word.Shy && !(next < within.End && ReadYear(article, next) != 0) && !StandsForTime(article, within, at))
            return false;
        ReadMonthYear(article, within, next, ref expression);
        return true;
    }

    /// <summary>“Tuesday”, “last Friday night”, “Tuesday, November 25”, “Tuesday (25 November)”, “Monday to Thursday”.</summary>
    public bool TryWeekday(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        var word = words[tokens[at]];
        if (!tokens[at].Has(TokenFlags.Capital) || (word.Shy && !StandsForDay(article, within, at)))
            return false;

        expression = new TimeExpression { Kind = TimeKind.Weekday, Weekday = word.Weekday, Core = new(at, at + 1) };
        var next = SkipDot(article, within, at + 1);
        if (next < within.End && words[tokens[next]].DayPart)
            (expression.Unit, expression.Core) = (words[tokens[next]].Unit, new(at, ++next));

        var date = next < within.End && tokens[next].Kind is TokenKind.Comma or TokenKind.Open ? next + 1 : next;
        if (date < within.End && (TryDayMonth(article, within, date, out var exact)
            || (words[tokens[date]].Month != 0 && TryMonth(article, within, date, out exact) && exact.Kind == TimeKind.Date)))
        {
            expression = exact with { Core = new(at, exact.Core.End), Weekday = word.Weekday };
            return true;
        }

        if (next + 1 < within.End && IsJoin(article, next) && words[tokens[next + 1]].Weekday is var last and not 0 && tokens[next + 1].Has(TokenFlags.Capital))
        {
            expression.EndDay = last;
            expression.Core = new(at, next + 2);
        }

        if (at > within.Start && words[tokens[at - 1]] is { Which: not TimeWhich.None } which)
        {
            expression.Which = which.Which;
            expression.Core = new(at - 1, expression.Core.End);
        }

        return true;
    }

    /// <summary>“12 October 2025”, “12th of October”, “11-12 October”.</summary>
    private bool TryDayMonth(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        if (ReadDay(article, at) is var day && day == 0)
            return false;

        byte endDay = 0;
        var next = SkipOrdinal(article, within, at + 1);
        if (next + 2 < within.End && IsJoin(article, next) && ReadDay(article, next + 1) is var last and not 0)
            (next, endDay) = (SkipOrdinal(article, within, next + 2), last);
        if (next < within.End && words[tokens[next]].Of)
            next++;
        if (next >= within.End || words[tokens[next]].Month is var month && month == 0 || !tokens[next].Has(TokenFlags.Capital))
            return false;

        expression = new TimeExpression { Kind = TimeKind.Date, Day = day, EndDay = endDay, Month = month, Core = new(at, next + 1) };
        var after = SkipDot(article, within, next + 1);
        after = after < within.End && tokens[after].Kind == TokenKind.Comma ? after + 1 : after;
        if (after < within.End && ReadYear(article, after) is var year and not 0)
        {
            expression.Year = year;
            expression.Core = new(at, after + 1);
        }

        return true;
    }

    private static bool TryIso(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        if (ReadYear(article, at) is var year && year == 0)
            return false;
        if (at + 4 >= within.End || tokens[at + 1].Kind != TokenKind.Hyphen || tokens[at + 3].Kind != TokenKind.Hyphen)
            return false;
        var (month, day) = (ReadSmall(article, at + 2), ReadSmall(article, at + 4));
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return false;
        expression = new TimeExpression { Kind = TimeKind.Date, Year = year, Month = (byte)month, Day = (byte)day, Core = new(at, at + 5) };
        return true;
    }

    /// <summary>Times of the clock, and dates whose order of day and month nobody can tell.</summary>
    private bool TryOpaque(ArticleTokens article, TokenRange within, int at, out TimeExpression expression)
    {
        expression = default;
        var tokens = article.Tokens;
        var next = at + 1;
        while (next + 1 < within.End && !tokens[next].Has(TokenFlags.SpaceBefore) && article.Text[tokens[next].Start] is ':' or '/'
            && tokens[next + 1].Kind == TokenKind.Number && !tokens[next + 1].Has(TokenFlags.SpaceBefore))
            next += 2;
        var marked = next > at + 1;
        while (next < within.End && words[tokens[next]].Clock)
            (next, marked) = (next + 1, true);
        expression = new TimeExpression { Kind = TimeKind.Opaque, Core = new(at, next) };
        return marked;
    }

    private bool TryYear(ArticleTokens article, TokenRange within, int at, short year, out TimeExpression expression)
    {
        var tokens = article.Tokens;
        expression = new TimeExpression { Kind = TimeKind.Year, Year = year, Core = new(at, at + 1) };
        if (at + 1 < within.End && tokens[at + 1].IsWord && !tokens[at + 1].Has(TokenFlags.SpaceBefore) && article.Letters(at + 1) is "s")
        {
            expression.EndYear = (short)(year + 9);
            expression.Core = new(at, at + 2);
            return true;
        }

        if (at + 2 < within.End && tokens[at + 1].Kind == TokenKind.Hyphen && ReadSmall(article, at + 2) is var end and > 0)
        {
            var full = end < 100 ? year / 100 * 100 + end : end;
            if (full <= year || full > LastYear)
                return false;
            expression.EndYear = (short)full;
            expression.Core = new(at, at + 3);
            return true;
        }

        var relation = words.RelationBefore(article, at, within.Start, out var kind);
        if (relation > 0 && kind is TimeRelation.In or TimeRelation.Since or TimeRelation.Until or TimeRelation.By)
            return true;
        if (at > within.Start && (words[tokens[at - 1]].BeforeYear || words[tokens[at - 1]].Part != TimePart.Whole))
            return true;
        // “the 2021 attacks” is a year, “killed 2000 people” and “about 2000 people” are not.
        return (at > within.Start && (classes[tokens[at - 1], article.Text] & (WordClass.Det | WordClass.Poss)) != 0) || !BeforePlural(article, within, at + 1);
    }

    private int ReadEnd(ArticleTokens article, TokenRange within, int next, ref TimeExpression expression)
    {
        var tokens = article.Tokens;
        if (next + 1 >= within.End || !IsJoin(article, next))
            return next;
        if (ReadDay(article, next + 1) is var day and not 0)
        {
            // “October 12 and 15 soldiers”: the number that counts is no day.
            if (day <= expression.Day || (tokens[next].IsWord && BeforePlural(article, within, next + 2)))
                return next;
            expression.EndDay = day;
            return SkipOrdinal(article, within, next + 2);
        }

        if (words[tokens[next + 1]].Month is var month and not 0 && next + 2 < within.End && ReadDay(article, SkipDot(article, within, next + 2)) is var last and not 0)
        {
            (expression.EndMonth, expression.EndDay) = (month, last);
            return SkipDot(article, within, next + 2) + 1;
        }

        return next;
    }

    private void ReadMonthYear(ArticleTokens article, TokenRange within, int next, ref TimeExpression expression)
    {
        var tokens = article.Tokens;
        var start = expression.Core.Start;
        if (next + 1 < within.End && IsJoin(article, next) && words[tokens[next + 1]] is { Month: not 0, Shy: false } other && tokens[next + 1].Has(TokenFlags.Capital))
        {
            expression.EndMonth = other.Month;
            next = SkipDot(article, within, next + 2);
            expression.Core = new(start, next);
        }

        var year = next < within.End && (tokens[next].Kind == TokenKind.Comma || words[tokens[next]].Of) ? next + 1 : next;
        if (year < within.End && ReadYear(article, year) is var known and not 0)
        {
            expression.Year = known;
            expression.Core = new(start, year + 1);
        }
        else if (year + 1 < within.End && words[tokens[year]].Which is TimeWhich.Last or TimeWhich.This && words[tokens[year + 1]].Unit == TimeUnit.Year)
        {
            (expression.Which, expression.Unit) = (words[tokens[year]].Which, TimeUnit.Year);
            expression.Core = new(start, year + 2);
        }

        if (start > within.Start && words[tokens[start - 1]].Which is TimeWhich.Last or TimeWhich.Next or TimeWhich.This)
        {
            expression.Which = words[tokens[start - 1]].Which;
            expression.Core = new(start - 1, expression.Core.End);
        }
    }

    /// <summary>“In October 12 soldiers were killed”: after “in” a number before a plural counts.</summary>
    private bool CountsInstead(ArticleTokens article, TokenRange within, int month, int number) =>
        words.RelationBefore(article, month, within.Start, out var relation) > 0 && relation == TimeRelation.In && BeforePlural(article, within, number + 1);

    private bool BeforePlural(ArticleTokens article, TokenRange within, int at)
    {
        if (at >= within.End || !article.Tokens[at].IsWord || article.Tokens[at].Has(TokenFlags.Capital) || classes[article.Tokens[at], article.Text] != 0)
            return false;
        var letters = article.Letters(at);
        return NounEndings.IsPlural(letters) || (at + 1 < within.End && article.Tokens[at + 1].IsWord && NounEndings.IsPlural(article.Letters(at + 1)));
    }

    private bool StandsForTime(ArticleTokens article, TokenRange within, int at) =>
        at > within.Start && (words.RelationBefore(article, at, within.Start, out _) > 0
            || words[article.Tokens[at - 1]] is { Which: not TimeWhich.None } or { Part: not TimePart.Whole });

    private bool StandsForDay(ArticleTokens article, TokenRange within, int at) =>
        words.RelationBefore(article, at, within.Start, out var relation) > 0
            ? relation is TimeRelation.On or TimeRelation.Since or TimeRelation.Until or TimeRelation.By or TimeRelation.Before or TimeRelation.After
            : at > within.Start && words[article.Tokens[at - 1]].Which != TimeWhich.None;

    private bool IsJoin(ArticleTokens article, int at) =>
        article.Tokens[at].Kind is TokenKind.Hyphen or TokenKind.Dash || words[article.Tokens[at]].Join;

    private static int SkipDot(ArticleTokens article, TokenRange within, int at) =>
        at < within.End && article.Tokens[at].Kind == TokenKind.Stop && !article.Tokens[at].Has(TokenFlags.SpaceBefore) && at + 1 < within.End ? at + 1 : at;

    private int SkipOrdinal(ArticleTokens article, TokenRange within, int at) =>
        at < within.End && words[article.Tokens[at]].Ordinal && !article.Tokens[at].Has(TokenFlags.SpaceBefore) ? at + 1 : at;

    private static byte ReadDay(ArticleTokens article, int at) => ReadSmall(article, at) is >= 1 and <= 31 and var day ? (byte)day : (byte)0;

    private static short ReadYear(ArticleTokens article, int at)
    {
        var token = article.Tokens[at];
        if (token.Kind != TokenKind.Number || token.End - token.Start != 4)
            return 0;
        return ReadSmall(article, at) is >= FirstYear and <= LastYear and var year ? (short)year : (short)0;
    }

    /// <summary>Digits alone, at most four of them, else 0.</summary>
    private static int ReadSmall(ArticleTokens article, int at)
    {
        var token = article.Tokens[at];
        if (token.Kind != TokenKind.Number || token.End - token.Start > 4)
            return 0;
        var value = 0;
        foreach (var c in article.Letters(at))
        {
            if (!char.IsAsciiDigit(c))
                return 0;
            value = value * 10 + (c - '0');
        }

        return value;
    }
}
