using System.Collections.Frozen;

namespace ClaimTracker.Reading.Lexicon;

/// <summary>Values by word, whatever its case, asked for by a piece of text that is not copied.</summary>
internal sealed class WordTable<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <exception cref="ArgumentException">A word stands twice.</exception>
    public WordTable(IEnumerable<KeyValuePair<string, T>> values) =>
        _values = new Dictionary<string, T>(values, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> word, out T value) => _values.TryGetValue(word, out value!);

    public bool Contains(ReadOnlySpan<char> word) => _values.ContainsKey(word);
}
