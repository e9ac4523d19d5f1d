using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>How dates, numbers and counts are written, in the culture of the request.</summary>
public static class Formats
{
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>A text of the interface with its gaps filled.</summary>
    public static string Fill(string text, params object?[] values) => string.Format(Culture, text, values);

    /// <summary>The same text as it stands at the beginning of a line.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpper(Culture), text.AsSpan(1));

    /// <summary>“1 claim”, “2,461 claims”: the first text for one, the second, with the number as {0}, for any other count.</summary>
    public static string Count(int count, string one, string many) => count == 1 ? one : Fill(many, Number(count));

    public static string Number(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "#,0.##", Culture);

    /// <summary>“25 Nov 2025”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>As <c>time</c> elements and addresses want it: “2025-11-25”.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as machines want it.</summary>
    public static string Machine(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The first day of a period as short as its last day allows: “24” of “24–25 Nov 2025”, with the dash that suits it.</summary>
    public static string StartOf(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => $"{from.ToString("%d", Culture)}–",
        (true, false) => $"{from.ToString("d MMM", Culture)} – ",
        _ => $"{Day(from)} – ",
    };

    /// <summary>Without a quotation mark at one end that has no partner: words cut out of a quotation.</summary>
    public static string WithoutLoneMark(string words) => words switch
    {
        ['“' or '‘' or '"', .. var rest] when !rest.AsSpan().ContainsAny("”’\"") => rest,
        [.. var rest, '”' or '’' or '"'] when !rest.AsSpan().ContainsAny("“‘\"") => rest,
        _ => words,
    };

    /// <summary>A period as plain text, for titles and charts.</summary>
    public static string Days(DateRange range) => Days(range.From, range.To);

    /// <summary>A period as plain text; at least one end is known.</summary>
    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } a, { } b) when a == b => Day(a),
        ({ } a, { } b) => StartOf(a, b) + Day(b),
        ({ } a, null) => Fill(Texts.DateSince, Day(a)),
        (null, { } b) => Fill(Texts.DateUntil, Day(b)),
        _ => Texts.DateUnknown,
    };

    /// <summary>“Jan”, for the axis of charts.</summary>
    public static string Month(DateOnly month) => month.ToString("MMM", Culture);

    /// <summary>“2026”, for the axis of charts.</summary>
    public static string Year(DateOnly month) => month.ToString("yyyy", Culture);
}
