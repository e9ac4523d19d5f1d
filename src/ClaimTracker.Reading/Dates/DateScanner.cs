using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.Dates;

/// <summary>
/// A date as printed. What is not printed is null; the day is one that its month has. <c>Words</c> is where it stands in the text,
/// <c>NextWord</c> the index of the first word of the line behind it.
/// </summary>
internal readonly record struct PrintedDate(int? Year, int? Month, int? Day, DayOfWeek? Weekday, TextSpan Words, int NextWord)
{
    /// <summary>The day, where year, month and day are printed.</summary>
    public DateOnly? Full => this is { Year: { } y, Month: { } m, Day: { } d } ? new DateOnly(y, m, d) : null;
}

/// <summary>Finds dates in the words of a line: “2026-03-05”, “March 5, 2026”, “5th of March 2026”, “Nov 14”, “November 2023”.</summary>
internal static class DateScanner
{
    /// <summary>The date that begins at a word, or null. “03/04/2026” could be two days and is none.</summary>
    public static PrintedDate? ReadAt(LineWords line, int at, ReadingLexicon lexicon)
    {
        if (at >= line.Count) return null;
        DayOfWeek? weekday = lexicon.Weekdays.TryGet(line[at], out var day) ? day : null;
        var first = weekday is null ? at : at + 1;
        var found = first < line.Count ? ReadDay(line, first, lexicon) : null;
        if (found is not { } date) return null;
        return date with { Weekday = weekday, Words = new TextSpan(line.SpanOf(at).Start, date.Words.End) };
    }

    /// <summary>The index behind a date, clock time and zone that begin at a word; <paramref name="at"/> where none do.</summary>
    public static int EndOfStamp(LineWords line, int at, ReadingLexicon lexicon)
    {
        if (ReadAt(line, at, lexicon) is not { } date) return at;
        var next = date.NextWord;
        while (next < line.Count && IsTime(line[next], lexicon)) next++;
        return next;
    }

    private static bool IsTime(ReadOnlySpan<char> word, ReadingLexicon lexicon) =>
        word is ":" || char.IsAsciiDigit(word[0]) || lexicon.TimeWords.Contains(word);

    private static PrintedDate? ReadDay(LineWords line, int at, ReadingLexicon lexicon)
    {
        if (ReadNumeric(line, at) is { } numeric) return numeric;
        if (IsMonth(line[at], lexicon, out var month)) return ReadAfterMonth(line, at, month, lexicon);

        // “5 March 2026”, “5th of March”
        if (Day(line[at], lexicon) is not { } day || at + 1 >= line.Count) return null;
        var named = lexicon.DayJoiners.Contains(line[at + 1]) && at + 2 < line.Count ? at + 2 : at + 1;
        if (!IsMonth(line[named], lexicon, out month)) return null;
        var year = named + 1 < line.Count ? Year(line[named + 1]) : null;
        return Date(line, at, named + (year is null ? 1 : 2), year, month, day);
    }

    private static PrintedDate? ReadAfterMonth(LineWords line, int at, int month, ReadingLexicon lexicon)
    {
        if (at + 1 >= line.Count) return null;
        if (Year(line[at + 1]) is { } yearAlone) return Date(line, at, at + 2, yearAlone, month, null);
        if (Day(line[at + 1], lexicon) is not { } day) return null;
        var year = at + 2 < line.Count ? Year(line[at + 2]) : null;
        return Date(line, at, at + (year is null ? 2 : 3), year, month, day);
    }

    private static PrintedDate? ReadNumeric(LineWords line, int at)
    {
        var word = line[at];
        if (!char.IsAsciiDigit(word[0]) || word.IndexOfAny("-/.") < 0) return null;
        var time = word.IndexOf('T');
        if (time > 0) word = word[..time];
        Span<Range> parts = stackalloc Range[4];
        if (word.SplitAny(parts, "-/.") != 3) return null;
        if (Number(word[parts[0]]) is not { } a || Number(word[parts[1]]) is not { } b || Number(word[parts[2]]) is not { } c) return null;

        if (Year(word[parts[0]]) is { } leading) return Date(line, at, at + 1, leading, b, c);
        if (Year(word[parts[2]]) is not { } trailing) return null;
        if (a > 12 || a == b) return Date(line, at, at + 1, trailing, b, a);
        return b > 12 ? Date(line, at, at + 1, trailing, a, b) : null;
    }

    private static PrintedDate? Date(LineWords line, int first, int next, int? year, int month, int? day)
    {
        if (month is < 1 or > 12 || day < 1) return null;
        if (day > DateTime.DaysInMonth(year ?? LeapYear, month)) return null;
        return new PrintedDate(year, month, day, null, new TextSpan(line.SpanOf(first).Start, line.SpanOf(next - 1).End), next);
    }

    /// <summary>Names of months are capitalised where they are names: “may” and “march” are verbs.</summary>
    private static bool IsMonth(ReadOnlySpan<char> word, ReadingLexicon lexicon, out int month)
    {
        month = 0;
        return char.IsUpper(word[0]) && lexicon.Months.TryGet(word, out month);
    }

    private static int? Year(ReadOnlySpan<char> word) =>
        word.Length == 4 && Number(word) is { } year and >= 1900 and < 2100 ? year : null;

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Day(ReadOnlySpan<char> word, ReadingLexicon lexicon)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? word[..end] : word;
        if (digits.Length is 0 or > 2) return null;
        if (digits.Length < word.Length && !lexicon.OrdinalEndings.Contains(word[digits.Length..])) return null;
        var day = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? day : null;
    }

    private const int LeapYear = 2024;
}
