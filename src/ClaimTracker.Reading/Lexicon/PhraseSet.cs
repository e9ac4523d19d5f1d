namespace ClaimTracker.Reading.Lexicon;

/// <summary>Phrases that are looked for at a word of a line.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    public PhraseSet(IEnumerable<string> phrases)
    {
        var byFirstWord = new Dictionary<string, List<string[]>>(StringComparer.OrdinalIgnoreCase);
        foreach (var words in phrases.Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!byFirstWord.TryGetValue(words[0], out var list)) byFirstWord[words[0]] = list = [];
            list.Add(words);
        }

        foreach (var list in byFirstWord.Values) list.Sort((a, b) => b.Length.CompareTo(a.Length));
        _byFirstWord = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many words the longest phrase that stands at <paramref name="at"/> has; 0 where none does.</summary>
    public int LengthAt(LineWords line, int at)
    {
        if (at >= line.Count || !_byFirstWord.TryGetValue(line[at], out var phrases)) return 0;
        foreach (var phrase in phrases)
            if (StandsAt(phrase, line, at)) return phrase.Length;
        return 0;
    }

    private static bool StandsAt(string[] phrase, LineWords line, int at)
    {
        if (at + phrase.Length > line.Count) return false;
        for (var i = 0; i < phrase.Length; i++)
            if (!line[at + i].Equals(phrase[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }
}
