using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Times;

/// <summary>What relative words count from.</summary>
/// <param name="Published">The day of the report; null where unknown.</param>
/// <param name="Spoken">The day on which the words were said; null for the day of the report.</param>
/// <param name="Narrated">The day of which was last spoken: what “a day earlier” and “the same day” count from.</param>
internal readonly record struct TimeReference(DateOnly? Published, DateOnly? Spoken = null, DateRange? Narrated = null)
{
    public DateOnly? Now => Spoken ?? Published;
}

/// <summary>Expressions of time to days.</summary>
internal static class TimeResolver
{
    /// <summary>The days of an expression with its relation: “since November 4” is open at its end.</summary>
    /// <returns>Null where it tells no day, or none without a day that nobody knows.</returns>
    public static DateRange? Resolve(in TimeExpression expression, in TimeReference reference, string? words = null)
    {
        // Reports of other ages have no calendar that “a century ago” could be counted in.
        if (reference.Now is { Year: < 1500 or > 8000 } || reference.Published is { Year: < 1500 or > 8000 })
            return null;
        if (Days(expression, reference) is not { } days)
            return null;

        var basis = expression.Kind is TimeKind.Date or TimeKind.Month or TimeKind.Year ? DateBasis.Stated : DateBasis.Inferred;
        return expression.Relation switch
        {
            TimeRelation.Since => new(days.From, null, basis, words),
            TimeRelation.After => new(days.From, null, basis, words),
            TimeRelation.Until or TimeRelation.By => new(null, days.To, basis, words),
            TimeRelation.Before => new(null, days.From, basis, words),
            _ => new(days.From, days.To, basis, words),
        };
    }

    private static (DateOnly? From, DateOnly? To)? Days(in TimeExpression expression, in TimeReference reference) => expression.Kind switch
    {
        TimeKind.Date => Date(expression, reference.Published),
        TimeKind.Month => Month(expression, reference.Published),
        TimeKind.Year => Year(expression),
        TimeKind.Weekday => reference.Published is { } day ? Weekday(expression, day) : null,
        TimeKind.Day => reference.Now is { } day ? (day.AddDays(expression.Count), day.AddDays(expression.Count)) : null,
        TimeKind.Overnight => reference.Now is { } day ? (day.AddDays(-1), day) : null,
        TimeKind.Calendar => reference.Now is { } day ? Calendar(expression, day) : null,
        TimeKind.Trailing => reference.Now is { } day && expression.Count >= 0 ? (Back(day, expression.Unit, expression.Count), day) : null,
        TimeKind.Shift => Shift(expression, reference),
        TimeKind.Same => reference.Narrated is { } days ? (days.From, days.To) : null,
        _ => null,
    };

    private static (DateOnly?, DateOnly?)? Date(in TimeExpression e, DateOnly? published)
    {
        if (YearOf(e, published) is not { } year || !TryDay(year, e.Month, e.Day, out var from))
            return null;
        var to = from;
        if (e.EndDay != 0 && !TryDay(e.EndYear != 0 ? e.EndYear : year, e.EndMonth != 0 ? e.EndMonth : e.Month, e.EndDay, out to))
            return null;
        if (to < from)
            from = from.AddYears(-1); // “from December 28 to January 4”
        return (from, to);
    }

    private static (DateOnly?, DateOnly?)? Month(in TimeExpression e, DateOnly? published)
    {
        if (YearOf(e, published) is not { } year)
            return null;
        var from = new DateOnly(year, e.Month, 1);
        var to = e.EndMonth == 0 ? from : new DateOnly(e.EndYear != 0 ? e.EndYear : e.EndMonth < e.Month ? year + 1 : year, e.EndMonth, 1);
        return to < from ? null : (PartOf(from, EndOfMonth(to), e.Part));
    }

    private static (DateOnly?, DateOnly?)? Year(in TimeExpression e) =>
        PartOf(new DateOnly(e.Year, 1, 1), new DateOnly(e.EndYear != 0 ? Math.Max(e.EndYear, e.Year) : e.Year, 12, 31), e.Part);

    /// <summary>The year of an undated day or month: the last one before the report, or the next where the clause looks ahead.</summary>
    private static int? YearOf(in TimeExpression e, DateOnly? published)
    {
        if (e.Year != 0)
            return e.Year;
        if (published is not { } day)
            return null;
        if (e.Unit == TimeUnit.Year)
            return e.Which == TimeWhich.Last ? day.Year - 1 : day.Year;

        var first = new DateOnly(day.Year, e.Month, Math.Clamp((int)e.Day, 1, 28));
        if (e.Which == TimeWhich.Next || e.Ahead)
            return first.AddDays(31) < day ? day.Year + 1 : day.Year;
        if (e.Which == TimeWhich.This)
            return day.Year;
        return first > day.AddDays(1) ? day.Year - 1 : day.Year;
    }

    private static (DateOnly?, DateOnly?)? Weekday(in TimeExpression e, DateOnly published)
    {
        var today = DateShapes.Iso(published);
        var day = e.Which switch
        {
            TimeWhich.Next => published.AddDays(Ahead(today, e.Weekday, 1)),
            TimeWhich.Last or TimeWhich.Previous or TimeWhich.Past => published.AddDays(-Ahead(e.Weekday, today, 1)),
            _ when e.Ahead => published.AddDays(Ahead(today, e.Weekday, 0)),
            _ => published.AddDays(-Ahead(e.Weekday, today, 0)),
        };
        return (day, e.EndDay is >= 1 and <= 7 ? day.AddDays(Ahead(e.Weekday, e.EndDay, 0)) : day);
    }

    /// <summary>Days from one weekday to the next other, at least so many.</summary>
    private static int Ahead(int from, int to, int least)
    {
        var days = (to - from + 7) % 7;
        return days < least ? days + 7 : days;
    }

    private static (DateOnly?, DateOnly?)? Calendar(in TimeExpression e, DateOnly day)
    {
        var step = e.Which switch { TimeWhich.Last => -1, TimeWhich.Next => 1, _ => 0 };
        (DateOnly From, DateOnly To)? span = e.Unit switch
        {
            TimeUnit.Week => WeekOf(day.AddDays(7 * step)),
            TimeUnit.Fortnight => (WeekOf(day.AddDays(14 * step)).From, WeekOf(day.AddDays(14 * step + 7)).To),
            TimeUnit.Weekend => Weekend(day, step),
            TimeUnit.Month => MonthOf(day.AddMonths(step)),
            TimeUnit.Quarter => QuarterOf(day.AddMonths(3 * step)),
            TimeUnit.Year => YearAround(day.AddYears(step)),
            _ => null,
        };
        if (span is not var (from, to))
            return null;
        if (e.Part is TimePart.Early or TimePart.Mid or TimePart.Late)
            return PartOf(from, to, e.Part);
        // “this month” has not run further than to the day of which is spoken.
        if (e.Part == TimePart.Later)
            return (day, to);
        return step == 0 && !e.Ahead && day < to ? (from, day) : (from, to);
    }

    private static (DateOnly?, DateOnly?)? Shift(in TimeExpression e, in TimeReference reference)
    {
        if (e.Count < 0 || e.FromClause)
            return null;
        var days = e.Shift == TimeShift.Ago
            ? reference.Now is { } now ? (now, now) : null
            : reference.Narrated is { } told ? (told.From ?? told.To, told.To ?? told.From) : ((DateOnly?, DateOnly?)?)(reference.Now, reference.Now);
        if (days is not var (from, to) || from is null || to is null)
            return null;
        var count = e.Shift == TimeShift.After ? e.Count : -e.Count;
        return e.Unit switch
        {
            <= TimeUnit.Hour when e.Count < 24 => (from, to),
            TimeUnit.Hour => (from.Value.AddDays(count / 24), to.Value.AddDays(count / 24)),
            <= TimeUnit.Night => (from.Value.AddDays(count), to.Value.AddDays(count)),
            TimeUnit.Week => (from.Value.AddDays(7 * count), to.Value.AddDays(7 * count)),
            TimeUnit.Fortnight => (from.Value.AddDays(14 * count), to.Value.AddDays(14 * count)),
            TimeUnit.Month when e.Count < 1200 => MonthOf(from.Value.AddMonths(count)),
            TimeUnit.Year when e.Count < 1000 => YearAround(from.Value.AddYears(count)),
            TimeUnit.Decade when e.Count < 100 => YearAround(from.Value.AddYears(10 * count)),
            _ => null,
        };
    }

    private static DateOnly Back(DateOnly day, TimeUnit unit, int count) => unit switch
    {
        <= TimeUnit.Hour => day.AddDays(-((unit == TimeUnit.Hour ? count : 1) + 23) / 24),
        <= TimeUnit.Night => day.AddDays(-count),
        TimeUnit.Weekend or TimeUnit.Week => day.AddDays(-7 * count),
        TimeUnit.Fortnight => day.AddDays(-14 * count),
        TimeUnit.Month => day.AddMonths(-Math.Min(count, 1200)),
        TimeUnit.Quarter => day.AddMonths(-3 * Math.Min(count, 400)),
        TimeUnit.Year => day.AddYears(-Math.Min(count, 1000)),
        TimeUnit.Decade => day.AddYears(-10 * Math.Min(count, 100)),
        _ => day.AddYears(-100 * Math.Min(count, 10)),
    };

    /// <summary>A third of a stretch: “early October” is its first ten days, “late 2007” its last four months.</summary>
    private static (DateOnly?, DateOnly?) PartOf(DateOnly from, DateOnly to, TimePart part)
    {
        if (from.AddYears(1) == to.AddDays(1))
        {
            return part switch
            {
                TimePart.Early => (from, from.AddMonths(4).AddDays(-1)),
                TimePart.Mid => (from.AddMonths(4), from.AddMonths(8).AddDays(-1)),
                TimePart.Late => (from.AddMonths(8), to),
                _ => (from, to),
            };
        }

        var third = (to.DayNumber - from.DayNumber + 1) / 3;
        return part switch
        {
            TimePart.Early => (from, from.AddDays(third - 1)),
            TimePart.Mid => (from.AddDays(third), from.AddDays(2 * third - 1)),
            TimePart.Late => (from.AddDays(2 * third), to),
            _ => (from, to),
        };
    }

    private static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }

    private static DateOnly EndOfMonth(DateOnly first) => first.AddMonths(1).AddDays(-1);

    private static (DateOnly From, DateOnly To) WeekOf(DateOnly day) => (day.AddDays(1 - DateShapes.Iso(day)), day.AddDays(7 - DateShapes.Iso(day)));

    private static (DateOnly From, DateOnly To) Weekend(DateOnly day, int step)
    {
        var saturday = day.AddDays(6 - DateShapes.Iso(day));
        if (step <= 0 && saturday >= day)
            saturday = saturday.AddDays(-7);
        if (step > 0 && saturday <= day)
            saturday = saturday.AddDays(7);
        return (saturday, saturday.AddDays(1));
    }

    private static (DateOnly From, DateOnly To) MonthOf(DateOnly day) => (new(day.Year, day.Month, 1), EndOfMonth(new(day.Year, day.Month, 1)));

    private static (DateOnly From, DateOnly To) QuarterOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
        return (first, EndOfMonth(first.AddMonths(2)));
    }

    private static (DateOnly From, DateOnly To) YearAround(DateOnly day) => (new(day.Year, 1, 1), new(day.Year, 12, 31));
}
