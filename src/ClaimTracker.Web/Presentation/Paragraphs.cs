using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>Finds the paragraphs of a plain text, for display only: spans of claims do not depend on it.</summary>
public static class Paragraphs
{
    /// <summary>Longer lines were not broken by hand.</summary>
    private const int LongestHardLine = 100;

    /// <summary>The paragraphs within a range, in order, without white space at their edges.</summary>
    /// <remarks>A line is a paragraph, unless blank lines part the text and its lines are short: then lines were broken by hand.</remarks>
    public static IReadOnlyList<TextSpan> Of(string text, TextSpan range)
    {
        var lines = Lines(text, range);
        var filled = lines.Where(l => l.Length > 0).ToList();
        var byBlankLines = lines.Count > filled.Count && filled.Count > 0 && filled.TrueForAll(l => l.Length <= LongestHardLine) && HasRun(lines);
        if (!byBlankLines)
            return filled;
        var joined = new List<TextSpan>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length > 0 && open)
                joined[^1] = new(joined[^1].Start, line.End);
            else if (line.Length > 0)
                joined.Add(line);
            open = line.Length > 0;
        }

        return joined;
    }

    /// <summary>The paragraphs that a claim's words lie in, from the first to the last, as one span.</summary>
    public static TextSpan Around(string text, TextSpan first, TextSpan last)
    {
        var touched = Of(text, new(0, text.Length)).Where(p => p.End > first.Start && p.Start < last.End).ToList();
        return touched.Count == 0 ? new(first.Start, last.End) : new(Math.Min(touched[0].Start, first.Start), Math.Max(touched[^1].End, last.End));
    }

    private static bool HasRun(List<TextSpan> lines) => lines.Zip(lines.Skip(1)).Any(pair => pair.First.Length > 0 && pair.Second.Length > 0);

    private static List<TextSpan> Lines(string text, TextSpan range)
    {
        var lines = new List<TextSpan>();
        for (var start = range.Start; start < range.End;)
        {
            var newline = text.IndexOf('\n', start, range.End - start);
            var end = newline < 0 ? range.End : newline;
            lines.Add(Trimmed(text, start, end));
            start = end + 1;
        }

        return lines;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new(start, end);
    }
}
