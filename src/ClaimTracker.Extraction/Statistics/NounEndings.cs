namespace ClaimTracker.Extraction.Statistics;

/// <summary>What the ending of an English noun tells.</summary>
internal static class NounEndings
{
    /// <summary>Whether a word looks like a plural: “posts”, “militiamen”; not “crisis”, “gas”, “press”.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word)
    {
        if (word.Length < 4)
            return false;
        var (before, last) = (word[^2] | 0x20, word[^1] | 0x20);
        if (last == 's')
            return before is not ('s' or 'u' or 'i' or '\'');
        return last == 'n' && before == 'e' && (word[^3] | 0x20) == 'm' && word.Length > 4;
    }
}
