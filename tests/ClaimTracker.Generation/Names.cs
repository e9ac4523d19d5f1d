namespace ClaimTracker.Generation;

/// <summary>Names and words that no language has.</summary>
internal static class Names
{
    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "g", "h", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z", "sh", "ch"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "l", "s", "m", "rd", "nd", "st", "k"];

    /// <summary>So many different words, the shortest first: words that are met often are short.</summary>
    public static string[] Words(ulong seed, int count)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var draw = new Draw(seed);
        for (var tries = 0; words.Count < count; tries++) words.Add(Word(ref draw, 1 + Math.Min(tries * 4 / count, 3)));
        return [.. words.OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
    }

    /// <summary>So many different names with capital letters, each of <paramref name="parts"/> words.</summary>
    public static string[] Proper(ulong seed, int count, int parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        List<string> ordered = [];
        var draw = new Draw(seed);
        while (ordered.Count < count)
        {
            var name = string.Join(' ', Enumerable.Range(0, parts).Select(_ => Capital(Word(ref draw, 2))));
            if (names.Add(name)) ordered.Add(name);
        }

        return [.. ordered];
    }

    public static string Id(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static string Word(ref Draw draw, int syllables)
    {
        var word = "";
        for (var i = 0; i < syllables; i++) word += draw.Of(Onsets) + draw.Of(Vowels) + draw.Of(Codas);
        return word;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
