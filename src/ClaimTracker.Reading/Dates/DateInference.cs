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
    /// <summary>Paragraphs in which a weekday without a date is the day of the news.</summary>
    private const int LeadParagraphs = 3;

    /// <summary>The longest line, in code units, that stands above an article and is no part of its account.</summary>
    private const int LongestHeadLine = 120;

    private readonly string _text;
    private readonly DateMentions _mentions;
    private readonly DateOnly? _floor;

    private DateInference(string text, DateMentions mentions)
    {
        (_text, _mentions) = (text, mentions);
        _floor = Floor();
    }

    /// <summary>The date that the text gives away; or none, with the earliest day where the text tells one.</summary>
    public static PublishedDate Infer(string text, IReadOnlyList<TextSpan> paragraphs, Dateline? dateline, ReadingLexicon lexicon)
    {
        var inference = new DateInference(text, DateMentions.Read(text, paragraphs, lexicon));
        return inference.FromDateline(dateline)
            ?? inference.FromHeadLine(paragraphs)
            ?? inference.FromRelativeDay()
            ?? inference.FromBracketedDay()
            ?? inference.FromLeadDay()
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

    /// <summary>“LIMA, Oct 12 (Agency) —” and “on Sunday” below it.</summary>
    private PublishedDate? FromDateline(Dateline? dateline)
    {
        if (dateline?.Day is not { Year: null } printed || LeadWeekdays() is not [var weekday, ..]) return null;
        return WithYear(printed, weekday) is { } day
            ? Inferred(day, day, $"The dateline prints “{Words(printed)}”, a {weekday} in {day.Year}, the last year that the text names.")
            : null;
    }

    /// <summary>“yesterday, November 25”.</summary>
    private PublishedDate? FromRelativeDay()
    {
        foreach (var mention in _mentions.Dates)
        {
            if (mention is not { Relative: { } relative, Date.Day: not null } || Resolve(mention.Date) is not { } day) continue;
            var published = day.AddDays(relative.Days);
            return Inferred(published, published, $"The article prints “{relative.Word}” beside “{Words(mention.Date)}”.");
        }

        return null;
    }

    /// <summary>“on Tuesday (November 25)” near the top.</summary>
    private PublishedDate? FromBracketedDay()
    {
        foreach (var mention in _mentions.Dates)
        {
            if (mention is not { InBrackets: true, IsPast: true, Date.Day: not null, Paragraph: < LeadParagraphs }) continue;
            if (Resolve(mention.Date) is { } day)
                return Inferred(day, day.AddDays(1), $"The article tells the news of “{Words(mention.Date)}”.");
        }

        return null;
    }

    /// <summary>“World desk live page, Friday 27 February 2026.”: a short line at the top with a day, of which nothing later is told.</summary>
    private PublishedDate? FromHeadLine(IReadOnlyList<TextSpan> paragraphs)
    {
        foreach (var mention in _mentions.Dates)
        {
            if (mention is { Date.Full: { } day, Relative: null, Paragraph: < LeadParagraphs } && paragraphs[mention.Paragraph] is { Length: <= LongestHeadLine } line
                && !(_floor > day) && StandsApart(line, mention.Date.Words))
                return Inferred(day, day, $"The head of the article prints “{Words(mention.Date)}”.");
        }

        return null;
    }

    /// <summary>Whether a mark or nothing stands before the day in its line: “on” makes it part of an account.</summary>
    private bool StandsApart(TextSpan line, TextSpan day) =>
        _text.AsSpan(line.Start, day.Start - line.Start).TrimEnd() is var before && (before.IsEmpty || before[^1] is ',' or '–' or '—' or '-' or '|' or ':' or '·');

    /// <summary>“said on Wednesday, October 15, 2025” near the top, where nothing later is told.</summary>
    private PublishedDate? FromLeadDay()
    {
        foreach (var mention in _mentions.Dates)
        {
            if (mention is { IsPast: true, Paragraph: < LeadParagraphs, Date: { Weekday: not null, Full: { } day } } && !(_floor > day))
                return Inferred(day, day.AddDays(1), $"The article tells the news of “{Words(mention.Date)}”.");
        }

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
            if (_floor is not { } floor || OnDay(floor.Year, period.Since)?.AddDays(days) is not { } said) continue;
            if (said.DayOfWeek != weekdays[0] || said < floor) continue;
            return Inferred(said, said.AddDays(1), string.Create(CultureInfo.InvariantCulture,
                $"“{period.Words.In(_text)}” makes {days} days; {said:d MMMM yyyy}, in the last year the text names, is a {weekdays[0]}."));
        }

        return null;
    }

    /// <summary>The weekdays of the lead, the first first, each once.</summary>
    private List<DayOfWeek> LeadWeekdays() =>
        [.. _mentions.Weekdays.Where(day => day.Paragraph < LeadParagraphs).Select(day => day.Day).Distinct()];

    /// <summary>The day with its year: printed, or the one in which its weekday is right.</summary>
    private DateOnly? Resolve(PrintedDate date) => date.Full ?? (date.Weekday is { } weekday ? WithYear(date, weekday) : null);

    /// <summary>
    /// The day in the last year that the text names as past, where its weekday is right. From year to year a weekday moves by one
    /// or two, so no neighbouring year fits as well; were the year named one to come, it would have to fit by chance.
    /// </summary>
    private DateOnly? WithYear(PrintedDate date, DayOfWeek weekday) =>
        _floor is { } floor && OnDay(floor.Year, date) is { } day && day >= floor && day.DayOfWeek == weekday ? day : null;

    private static DateOnly? OnDay(int year, PrintedDate date) =>
        date is { Month: { } month, Day: { } day } && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private string Words(PrintedDate date) => date.Words.In(_text).ToString();

    private static PublishedDate Inferred(DateOnly earliest, DateOnly latest, string evidence) =>
        new(earliest, DateBasis.Inferred, evidence, earliest, latest);
}
