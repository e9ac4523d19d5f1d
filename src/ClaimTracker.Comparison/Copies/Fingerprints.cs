using ClaimTracker.Comparison.Wording;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Copies;

/// <summary>
/// A sample of an article's runs of words: every run of eight words is hashed, and those whose hash falls in a fixed class are kept.
/// Two texts keep the same runs wherever they share them, so that the share of kept runs in common measures the wording in common, also
/// where one text is only part of the other (sampling by value: U. Manber, “Finding similar files in a large file system”, 1994).
/// </summary>
internal static class Fingerprints
{
    /// <summary>Long enough that two reporters do not write it by chance.</summary>
    private const int RunLength = 8;

    /// <summary>One run in this many is kept; a power of two.</summary>
    private const uint KeptOf = 8;

    public static int[] Of(Article article, WordReader reader)
    {
        List<Word> words = [];
        var at = article.Body.Start;
        foreach (var furniture in article.Boilerplate.Where(b => b.Start >= article.Body.Start && b.End <= article.Body.End))
        {
            reader.Read(article.Text, new(at, furniture.Start), words);
            at = furniture.End;
        }

        reader.Read(article.Text, new(at, article.Body.End), words);
        var kept = new SortedSet<int>();
        for (var i = 0; i + RunLength <= words.Count; i++)
            if (Hash(article.Text, words, i) is var hash && hash % KeptOf == 0)
                kept.Add((int)hash);
        return [.. kept];
    }

    /// <summary>FNV-1a over the letters, with a mixing end: a word's number would depend on the order in which articles came.</summary>
    private static uint Hash(string text, List<Word> words, int from)
    {
        var hash = 2166136261u;
        for (var i = from; i < from + RunLength; i++)
        {
            for (var at = words[i].Start; at < words[i].End; at++)
                hash = (hash ^ char.ToLowerInvariant(text[at])) * 16777619u;
            hash = (hash ^ ' ') * 16777619u;
        }

        hash ^= hash >> 16;
        hash *= 0x7FEB352Du;
        hash ^= hash >> 15;
        hash *= 0x846CA68Bu;
        return hash ^ hash >> 16;
    }
}
