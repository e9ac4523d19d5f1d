namespace ClaimTracker.Reading.Lexicon;

/// <summary>Values by word, whatever its case, asked for by a piece of text that is not copied.</summary>
internal sealed class WordTable<T>
{
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <summary>By a word's length, 31 for longer ones: the first letters of the words that are so long, as bits. Most words of a text are dismissed by this.</summary>
    private readonly uint[] _starts = new uint[32];

    /// <exception cref="ArgumentException">A word stands twice.</exception>
    public WordTable(IEnumerable<KeyValuePair<string, T>> values)
    {
        var words = new Dictionary<string, T>(values, StringComparer.OrdinalIgnoreCase);
        _values = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words.Keys)
            _starts[Math.Min(word.Length, 31)] |= word.Length > 0 && word[0] < '\u0080' ? 1u << (word[0] & 31) : uint.MaxValue;
    }

    public bool TryGet(ReadOnlySpan<char> word, out T value)
    {
        if (CanHave(word))
            return _values.TryGetValue(word, out value!);
        value = default!;
        return false;
    }

    public bool Contains(ReadOnlySpan<char> word) => CanHave(word) && _values.ContainsKey(word);

    /// <summary>The low bits of a plain letter are the same in both cases.</summary>
    private bool CanHave(ReadOnlySpan<char> word) =>
        word.Length == 0 || word[0] >= '\u0080' || (_starts[Math.Min(word.Length, 31)] >> (word[0] & 31) & 1) != 0;
}
