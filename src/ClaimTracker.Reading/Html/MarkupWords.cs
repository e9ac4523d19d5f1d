namespace ClaimTracker.Reading.Html;

/// <summary>Splits the names that pages give their elements into words: “article-body__shareTools2” is article, body, share, tools.</summary>
internal static class MarkupWords
{
    private const int LongestName = 400;

    /// <summary>Whether any word of a name satisfies a test. The word is given in lower case.</summary>
    public static bool Any(string? name, Func<string, bool> test)
    {
        if (string.IsNullOrEmpty(name)) return false;
        var length = Math.Min(name.Length, LongestName);
        var start = 0;
        for (var i = 1; i <= length; i++)
        {
            if (i < length && char.IsAsciiLetter(name[i]) && char.IsAsciiLetter(name[i - 1]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1]))) continue;
            if (char.IsAsciiLetter(name[start]) && test(name[start..i].ToLowerInvariant())) return true;
            start = i;
        }

        return false;
    }
}
