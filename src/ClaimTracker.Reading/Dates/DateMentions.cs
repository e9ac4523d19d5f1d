using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Dates;

/// <summary>A date or weekday in an article's running text.</summary>
/// <param name="Date">As printed; a year alone has neither month nor day.</param>
/// <param name="Paragraph">The index of its paragraph.</param>
/// <param name="IsPast">Whether nothing before it says that it is still to come.</param>
/// <param name="Relative">“today” or “yesterday” beside it, and the days before publication that it means; or null.</param>
/// <param name="InBrackets">“on Tuesday (November 25)”: the weekday stands outside, the date in brackets.</param>
internal sealed record DateMention(PrintedDate Date, int Paragraph, bool IsPast, (string Word, int Days)? Relative, bool InBrackets);

/// <summary>A count since a day and how many that is each day: how long it went on.</summary>
/// <param name="Since">The day on which counting began, without its year.</param>
/// <param name="Days">Count divided by rate, at least 1.</param>
/// <param name="Words">From the count to the rate.</param>
internal sealed record CountedPeriod(PrintedDate Since, double Days, TextSpan Words);

/// <summary>The dates in an article's running text, gathered in one pass over its paragraphs.</summary>
internal sealed class DateMentions
{
    private const int Before = 6;
    private readonly ReadingLexicon _lexicon;

    private DateMentions(ReadingLexicon lexicon) => _lexicon = lexicon;

    /// <summary>In reading order.</summary>
    public List<DateMention> Dates { get; } = [];

    /// <summary>Weekdays without a date, with the index of their paragraph; past ones only.</summary>
    public List<(DayOfWeek Day, int Paragraph)> Weekdays { get; } = [];

    public List<CountedPeriod> Periods { get; } = [];

    public static DateMentions Read(string text, IReadOnlyList<TextSpan> paragraphs, ReadingLexicon lexicon)
    {
        var found = new DateMentions(lexicon);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var words = new LineWords(text, paragraphs[i]);
            found.ReadParagraph(text, words, i);
            found.ReadPeriods(text, words);
        }

        return found;
    }

    private void ReadParagraph(string text, LineWords words, int paragraph)
    {
        for (var i = 0; i < words.Count;)
        {
            var date = DateScanner.ReadAt(words, i, _lexicon) ?? YearAlone(words, i);
            if (date is { } printed)
            {
                Add(text, words, i, paragraph, printed);
                i = printed.NextWord;
            }
            else
            {
                if (IsWeekday(words, i, out var day) && IsPast(words, i)) Weekdays.Add((day, paragraph));
                i++;
            }
        }
    }

    private void Add(string text, LineWords words, int at, int paragraph, PrintedDate date)
    {
        var bracketed = date.Weekday is not null && date.Words.In(text).Contains('(');
        Dates.Add(new DateMention(date, paragraph, IsPast(words, at), RelativeDay(words, at, date.NextWord), bracketed));
    }

    private (string Word, int Days)? RelativeDay(LineWords words, int at, int behind)
    {
        foreach (var near in (ReadOnlySpan<int>)[at - 1, at - 2, behind])
        {
            if (near < 0 || near >= words.Count) continue;
            if (_lexicon.RelativeDays.TryGet(words[near], out var days)) return (words[near].ToString(), days);
        }

        return null;
    }

    private bool IsWeekday(LineWords words, int at, out DayOfWeek day)
    {
        day = default;
        return char.IsUpper(words[at][0]) && _lexicon.Weekdays.TryGet(words[at], out day);
    }

    private PrintedDate? YearAlone(LineWords words, int at)
    {
        if (at == 0 || words[at].Length != 4 || !_lexicon.BeforeYear.Contains(words[at - 1])) return null;
        return int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2100
            ? new PrintedDate(year, null, null, null, words.SpanOf(at), at + 1) : null;
    }

    private bool IsPast(LineWords words, int at)
    {
        for (var i = Math.Max(0, at - Before); i < at; i++)
            if (_lexicon.Future.Contains(words[i])) return false;
        return true;
    }

    /// <summary>“4,910 operations since November 4, amounting to 233 per day”.</summary>
    private void ReadPeriods(string text, LineWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!_lexicon.CountSince.Contains(words[i])) continue;
            if (DateScanner.ReadAt(words, i + 1, _lexicon) is not { Day: not null } since) continue;
            var (count, at) = NumberBefore(words, i);
            var (rate, end) = RateBehind(words, since.NextWord);
            if (count is null || rate is null || count < rate) continue;
            var span = new TextSpan(words.SpanOf(at).Start, words.SpanOf(end).End);
            if (!span.In(text).Contains('\n')) Periods.Add(new CountedPeriod(since, count.Value / rate.Value, span));
        }
    }

    private static (double? Number, int At) NumberBefore(LineWords words, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - FarthestNumber); i--)
            if (Number(words[i]) is { } number) return (number, i);
        return (null, at);
    }

    private (double? Number, int End) RateBehind(LineWords words, int at)
    {
        for (var i = at; i < Math.Min(words.Count, at + FarthestNumber); i++)
        {
            if (Number(words[i]) is not { } number) continue;
            for (var j = i + 1; j <= i + 3 && j < words.Count; j++)
                if (_lexicon.PerDay.LengthAt(words, j) is > 0 and var length) return (number, j + length - 1);
        }

        return (null, at);
    }

    private static double? Number(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0]) && double.TryParse(word, Counting, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : null;

    private const NumberStyles Counting = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
    private const int FarthestNumber = 12;
}
