using System.Buffers;
using ClaimTracker.Domain;
using ClaimTracker.Reading.Dates;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>
/// Place, day and agency before a report's first words: “LYON, France (AP) —”,
/// “LYON/GENEVA, Oct 12 (Reuters) -”, “GENEVA:”.
/// </summary>
/// <param name="Place">As printed, without day and agency.</param>
/// <param name="Day">The day as printed, or null.</param>
/// <param name="Agency">The words in brackets where they name an agency, or null.</param>
/// <param name="Span">From the place to the colon or dash.</param>
internal sealed record Dateline(string Place, PrintedDate? Day, string? Agency, TextSpan Span)
{
    private static readonly SearchValues<char> NeverInPlaces = SearchValues.Create("()[]\"“”?!;");
    private static readonly SearchValues<char> NotInPlaces = SearchValues.Create("()[]\"“”?!;.");
    private const int LongestPlace = 60;
    private const int LongestDateline = 120;

    /// <summary>The dateline that begins a paragraph, or null.</summary>
    public static Dateline? Find(string text, TextSpan paragraph, ReadingLexicon lexicon)
    {
        var limit = Math.Min(paragraph.End, paragraph.Start + LongestDateline);
        var end = EndOf(text, paragraph.Start, limit);
        if (end is not { } mark || mark.Start - paragraph.Start < 2) return null;

        var head = ArticleText.Trim(text, new TextSpan(BehindCredit(text, paragraph.Start, mark.Start), mark.Start));
        var (beforeBracket, agency) = SplitAgency(text, head, lexicon);
        if (agency is null && text.AsSpan(head.Start, head.Length).ContainsAny(NotInPlaces)
            && !IsAbbreviated(text.AsSpan(head.Start, head.Length))) return null;
        var (place, day) = SplitDay(text, beforeBracket, lexicon);
        var certain = agency is not null || day is not null;
        if (place.Length is < 2 or > LongestPlace || !IsPlace(text, place, text[mark.Start] == ':', certain, lexicon)) return null;
        return new Dateline(place.In(text).ToString(), day, agency?.In(text).ToString(), new TextSpan(paragraph.Start, mark.End));
    }

    /// <summary>“LIMA - March 5, 2025” alone on a line above the text, or null.</summary>
    public static Dateline? OfLine(string text, TextSpan line, PrintedDate day, ReadingLexicon lexicon) =>
        Find(text, line, lexicon) is { } found ? found with { Day = found.Day ?? day, Span = line } : null;

    /// <summary>“(XYZ- Northern News Network) PORT ELM, Oct 18 –”: whoever passed the report on stands in brackets before the place.</summary>
    private static int BehindCredit(string text, int start, int end)
    {
        if (text[start] is not ('(' or '[')) return start;
        var close = text.AsSpan(start, end - start).IndexOfAny(')', ']');
        return close < 0 || close + 1 >= end - start ? start : start + close + 1;
    }

    /// <summary>The colon, or the dash between spaces, that ends the dateline.</summary>
    private static TextSpan? EndOf(string text, int start, int limit)
    {
        var brackets = 0;
        for (var i = start; i < limit; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r') return null;
            brackets += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
            if (i == start || brackets > 0) continue;
            if (c == ':' && i + 1 < limit && (char.IsWhiteSpace(text[i + 1]) || text[i - 1] is ')' or ']')) return new TextSpan(i, i + 1);
            if (c == ';' && text[i - 1] == ')') return new TextSpan(i, i + 1);
            if (c is '—' or '–' || c == '-' && char.IsWhiteSpace(text[i - 1]))
            {
                var end = i + 1;
                while (end < limit && text[end] is '-' or '—' or '–') end++;
                if (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')' || c == '—') return new TextSpan(i, end);
            }
        }

        return null;
    }

    private static (TextSpan BeforeIt, TextSpan? Agency) SplitAgency(string text, TextSpan head, ReadingLexicon lexicon)
    {
        if (head.Length < 3 || text[head.End - 1] is not (')' or ']')) return (head, null);
        var open = text.LastIndexOfAny(['(', '['], head.End - 1, head.Length);
        if (open <= head.Start) return (head, null);

        var inside = new TextSpan(open + 1, head.End - 1);
        var names = inside.In(text).ToString().ToLowerInvariant();
        var parts = names.Split(['/', ',', '-'], StringSplitOptions.TrimEntries);
        if (!lexicon.Agencies.Contains(names) && !parts.Any(lexicon.Agencies.Contains) && !IsAcronym(inside.In(text))
            && !lexicon.AgencyWords.Contains(names[(names.LastIndexOf(' ') + 1)..])) return WithoutCountry(text, head, open, inside);
        return (ArticleText.Trim(text, new TextSpan(head.Start, open)), inside);
    }

    /// <summary>“Lyon (France)”: one capitalised word in brackets says where the place lies, and is as good a sign as an agency's name.</summary>
    private static (TextSpan BeforeIt, TextSpan? Agency) WithoutCountry(string text, TextSpan head, int open, TextSpan inside) =>
        inside.Length > 2 && char.IsUpper(text[inside.Start]) && !inside.In(text).Contains(' ') && !text.AsSpan(head.Start, open - head.Start).ContainsAny(NotInPlaces)
            ? (ArticleText.Trim(text, new TextSpan(head.Start, open)), inside)
            : (head, null);

    /// <summary>“AP”, “NNN-BNA”.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        foreach (var part in word.Split('-'))
        {
            if (word[part] is not { Length: >= 2 and <= 6 } letters || letters.ContainsAnyExceptInRange('A', 'Z')) return false;
        }

        return true;
    }

    private static (TextSpan Place, PrintedDate? Day) SplitDay(string text, TextSpan head, ReadingLexicon lexicon)
    {
        var words = new LineWords(text, head);
        for (var i = 1; i < words.Count; i++)
        {
            if (DateScanner.ReadAt(words, i, lexicon) is not { } day || DateScanner.EndOfStamp(words, i, lexicon) != words.Count) continue;
            var end = words.SpanOf(i).Start;
            while (end > head.Start && text[end - 1] is ' ' or ',' or '\u00A0') end--;
            return (new TextSpan(head.Start, end), day);
        }

        return (head, null);
    }

    /// <summary>
    /// A place is printed in capitals, a region behind its comma in any case. Where an agency or a day stands beside it, capitalised
    /// words are enough. A capitalised word before a mere colon or dash can be anything.
    /// </summary>
    private static bool IsPlace(string text, TextSpan place, bool colon, bool certain, ReadingLexicon lexicon)
    {
        var name = place.In(text).ToString().ToLowerInvariant();
        if (lexicon.NotPlaces.Contains(name) || lexicon.Agencies.Contains(name)) return false;
        if (colon && lexicon.Places.Contains(name)) return true;
        var words = new LineWords(text, place);
        if (words.Count is 0 or > 8) return false;
        var regionStarts = place.In(text).IndexOf(',') is var comma and >= 0 ? place.Start + comma : place.End;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (lexicon.DatelineJoiners.Contains(word) && i > 0) continue;
            if (!char.IsUpper(word[0]) || place.In(text)[0] is '‘' or '\'') return false;
            if (!certain && words.SpanOf(i).Start < regionStarts && word.ContainsAnyInRange('a', 'z')) return false;
        }

        return certain || !colon || words.Count <= 4;
    }

    /// <summary>Full stops that only shorten words: “N.H.”, “Pa.”, “St. Louis”.</summary>
    private static bool IsAbbreviated(ReadOnlySpan<char> head)
    {
        if (head.ContainsAny(NeverInPlaces)) return false;
        var run = 0;
        foreach (var c in head)
        {
            if (c == '.' && run > 4) return false;
            run = char.IsLetter(c) ? run + 1 : 0;
        }

        return true;
    }
}
