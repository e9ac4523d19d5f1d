using System.Collections.Frozen;

namespace ClaimTracker.Reading.Html;

/// <summary>
/// Splits the names that pages give their elements into words: “article-body__shareTools2” is article, body, share, tools.
/// Names are separated by white space; no pair of words reaches from one into the next.
/// </summary>
internal static class MarkupWords
{
    private const int LongestName = 400;

    /// <summary>Whether a word of the names, or two that follow one another, is in a set of lower-case entries.</summary>
    public static bool Any(string? names, FrozenSet<string> wanted)
    {
        if (string.IsNullOrEmpty(names)) return false;
        var length = Math.Min(names.Length, LongestName);
        string? last = null;
        for (var start = 0; start < length;)
        {
            if (!char.IsAsciiLetter(names[start]))
            {
                if (char.IsWhiteSpace(names[start])) last = null;
                start++;
                continue;
            }

            var end = start + 1;
            while (end < length && char.IsAsciiLetter(names[end]) && !(char.IsUpper(names[end]) && char.IsLower(names[end - 1]))) end++;
            var word = names[start..end].ToLowerInvariant();
            if (wanted.Contains(word) || last is not null && wanted.Contains($"{last} {word}")) return true;
            last = word;
            start = end;
        }

        return false;
    }
}
