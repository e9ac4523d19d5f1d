using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;
using ClaimTracker.Reading.PlainText;

namespace ClaimTracker.Reading.Dates;

/// <summary>
/// Works a publication date out of what an article says. A wrong date is worse than none: a date is given only where a day is
/// tied to publication and its year is printed or follows from a weekday; otherwise only the earliest day that it can be.
/// </summary>
internal sealed class DateInference
{
    /// <summary>A weekday falls on the same date again after five years at the earliest.</summary>
    private const int YearsAhead = 4;

    /// <summary>Paragraphs in which a weekday without a date is the day of the news.</summary>
    private const int LeadParagraphs = 3;

    private readonly string _text;
    private readonly DateMentions _mentions;
    private readonly DateOnly? _floor;

    private DateInference(string text, DateMentions mentions)
    {
        (_text, _mentions) = (text, mentions);
        _floor = Floor();
    }

    /// <summary>The date that the text gives away, or <see cref="PublishedDate.Unknown"/>, with the earliest day where the text tells one.</summary>
    public static PublishedDate Infer(string text, IReadOnlyList<TextSpan> paragraphs, Dateline? dateline, ReadingLexicon lexicon)
    {
        var inference = new DateInference(text, DateMentions.Read(text, paragraphs, lexicon));
        return inference.FromDateline(dateline)
            ?? inference.FromRelativeDay()
            ?? inference.FromBracketedDay()
            ?? inference.FromCount()
            ?? PublishedDate.Unknown with { Earliest = inference._floor };
    }

    /// <summary>The latest time that the article speaks of as past: it was published on that day or later.</summary>
    private DateOnly? Floor()
    {
        DateOnly? latest = null;
        foreach (var mention in _mentions.Dates)
            if (mention.IsPast && mention.Date.Year is { } year)
            {
                var day = new DateOnly(year, mention.Date.Month ?? 1, mention.Date.Day ?? 1);
                if (latest is null || day > latest) latest = day;
            }

        return latest;
    }

    /// <summary>“KABUL, Oct 12 (Agency) —” and “on Sunday” below it.</summary>
    private PublishedDate? FromDateline(Dateline? dateline)
    {
        if (dateline?.Day is not { Year: null } day) return null;
        var weekdays = LeadWeekdays();
        if (weekdays.Count == 0) return null;
        return NextYearly(day) is { } next && weekdays.All(weekday => DaysSince(weekday, next) <= 1)
            ? Inferred(next, next, $"The dateline prints “{Words(day)}”; {weekdays[0]} fits it in {next.Year}, and {_floor!.Value.Year} is the last year that the text names.") : null;
    }

    /// <summary>“yesterday, November 25”.</summary>
    private PublishedDate? FromRelativeDay()
    {
        foreach (var mention in _mentions.Dates)
            if (mention is { DaysBefore: { } days, Date.Day: not null } && Resolve(mention.Date) is { } day)
                return Inferred(day.AddDays(days), day.AddDays(days), $"The article calls “{Words(mention.Date)}” the day {days} days before its own.");
        return null;
    }

    /// <summary>“on Tuesday (November 25)” near the top.</summary>
    private PublishedDate? FromBracketedDay()
    {
        foreach (var mention in _mentions.Dates)
            if (mention is { InBrackets: true, IsPast: true, Date.Day: not null } && mention.Paragraph < LeadParagraphs && Resolve(mention.Date) is { } day)
                return Inferred(day, day.AddDays(1), $"The article tells its news of {day.DayOfWeek} and prints “{Words(mention.Date)}” beside it.");
        return null;
    }

    /// <summary>“4,910 since November 4, amounting to 233 per day”, said “on Tuesday”: twenty-one days after the fourth.</summary>
    private PublishedDate? FromCount()
    {
        var weekdays = LeadWeekdays();
        if (weekdays.Count == 0) return null;
        foreach (var period in _mentions.Periods)
        {
            var days = (int)Math.Round(period.Days);
            if (NextYearly(period.Since) is not { } start || SaidOn(start, days, weekdays[0]) is not { } said) continue;
            return Inferred(said, said.AddDays(1), string.Create(CultureInfo.InvariantCulture,
                $"“{period.Words.In(_text)}” makes {days} days; {weekdays[0]} is {said:d MMMM yyyy}, and {_floor!.Value.Year} is the last year that the text names."));
        }

        return null;
    }

    /// <summary>The day of the week on which the count ended: its last day, or the day after it.</summary>
    private static DateOnly? SaidOn(DateOnly start, int days, DayOfWeek weekday)
    {
        for (var end = days - 1; end <= days; end++)
            if (start.AddDays(end).DayOfWeek == weekday) return start.AddDays(end);
        return null;
    }

    /// <summary>The weekdays of the lead, the first first, each once.</summary>
    private List<DayOfWeek> LeadWeekdays() => [.. _mentions.Weekdays.Where(day => day.Paragraph < LeadParagraphs).Select(day => day.Day).Distinct()];

    /// <summary>The day with its year: printed, or the only one that its weekday fits.</summary>
    private DateOnly? Resolve(PrintedDate date) =>
        date.Full ?? (date.Weekday is { } weekday && Years(date, day => day.DayOfWeek == weekday) is [var only] ? only : null);

    /// <summary>The days on which a date without a year can fall, from the latest time that is past in the article on.</summary>
    private List<DateOnly> Years(PrintedDate date, Func<DateOnly, bool> fits)
    {
        var found = new List<DateOnly>();
        if (_floor is not { } floor || date is not { Month: { } month, Day: { } day }) return found;
        for (var year = floor.Year; year <= floor.Year + YearsAhead; year++)
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var candidate && candidate >= floor && fits(candidate)) found.Add(candidate);
        return found;
    }

    /// <summary>
    /// The first such day after the latest time that is past in the article. Where a weekday fits only within a day, the year after would
    /// fit as well: an article that names years names one of the last twelve months.
    /// </summary>
    private DateOnly? NextYearly(PrintedDate date) =>
        Years(date, _ => true) is [var first, ..] && first <= _floor!.Value.AddYears(1) ? first : null;

    private static int DaysSince(DayOfWeek weekday, DateOnly day) => ((int)day.DayOfWeek - (int)weekday + 7) % 7;

    private string Words(PrintedDate date) => date.Words.In(_text).ToString();

    private static PublishedDate Inferred(DateOnly earliest, DateOnly latest, string evidence) => new(earliest, DateBasis.Inferred, evidence, earliest, latest);
}
