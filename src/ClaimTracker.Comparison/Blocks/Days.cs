using System.Globalization;
using ClaimTracker.Comparison.Reading;

namespace ClaimTracker.Comparison.Blocks;

/// <summary>Days in words and in addresses.</summary>
internal static class Days
{
    /// <summary>“12 October 2025”, “24–25 November 2025”, “28 February – 1 March 2026”; empty for a window with an open end.</summary>
    public static string Of(EventWindow window)
    {
        if (window.From == int.MinValue || window.To == int.MaxValue)
            return "";
        var (from, to) = (DateOnly.FromDayNumber(window.From), DateOnly.FromDayNumber(window.To));
        if (from == to)
            return Format(from, "d MMMM yyyy");
        var start = from.Year != to.Year ? "d MMMM yyyy" : from.Month != to.Month ? "d MMMM" : "%d";
        return Format(from, start) + (from.Year == to.Year && from.Month == to.Month ? "–" : " – ") + Format(to, "d MMMM yyyy");
    }

    /// <summary>“2025-11-24”.</summary>
    public static string Slug(int day) => Format(DateOnly.FromDayNumber(day), "yyyy-MM-dd");

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
