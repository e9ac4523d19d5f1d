using ClaimTracker.Comparison.Repeats;

namespace ClaimTracker.Comparison.Wording;

/// <summary>
/// Picks the stems by which claims of one wording find each other: in one order for all claims, names of the conflict last, because
/// nearly every claim has one, then the longest first, because long words are rare.
/// </summary>
internal sealed class TellingStems(Vocabulary vocabulary)
{
    private readonly HashSet<int> _names = [];
    private readonly List<Word> _words = [];

    /// <summary>Takes the words of a name.</summary>
    public void AddName(string name)
    {
        _words.Clear();
        new WordReader(vocabulary).Read(name, new(0, name.Length), _words);
        foreach (var word in _words)
            _names.Add(vocabulary.Stem(word.Id));
    }

    /// <summary>Whether a stem is part of a name of the conflict.</summary>
    public bool IsName(int stem) => _names.Contains(stem);

    public int[] Of(int[] stems)
    {
        if (stems.Length < 2)
            return stems;
        var ordered = (int[])stems.Clone();
        Array.Sort(ordered, Compare);
        return ordered[..Wordings.Telling(stems.Length)];
    }

    private int Compare(int first, int second)
    {
        if (first == second)
            return 0;
        if (_names.Contains(first) != _names.Contains(second))
            return _names.Contains(first) ? 1 : -1;
        var (one, other) = (vocabulary[first], vocabulary[second]);
        return one.Length != other.Length ? other.Length.CompareTo(one.Length) : string.CompareOrdinal(one, other);
    }
}
