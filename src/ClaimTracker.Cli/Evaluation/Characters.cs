using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>Spans as sets of characters, so that it doesn't matter into how many pieces someone cuts them.</summary>
internal static class Characters
{
    private const string Marks = " \t\r\n\"'“”‘’.,;:–—-()[]…";

    /// <summary>Every place in some spans.</summary>
    /// <param name="spans">None, one, or several.</param>
    /// <param name="text">Where it is given, white space and marks at the edges of each span don't count.</param>
    public static HashSet<int> Of(IEnumerable<TextSpan> spans, string? text = null)
    {
        HashSet<int> found = [];
        foreach (var span in spans)
        {
            var (start, end) = (span.Start, span.End);
            while (text is not null && start < end && Marks.Contains(text[start], StringComparison.Ordinal))
                start++;
            while (text is not null && end > start && Marks.Contains(text[end - 1], StringComparison.Ordinal))
                end--;
            for (var i = start; i < end; i++)
                found.Add(i);
        }

        return found;
    }
}
