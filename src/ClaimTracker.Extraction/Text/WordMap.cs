namespace ClaimTracker.Extraction.Text;

/// <summary>Values by word id: what one lexicon knows of each word. <c>default</c> for a word that it doesn't have.</summary>
internal sealed class WordMap<T>
{
    private T?[] _values = [];

    /// <summary>The value of a word id; <c>default</c> for 0 and for words of other lexicons.</summary>
    public T? this[int word] => word < _values.Length ? _values[word] : default;

    public void Set(int word, T value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(word, 1);
        if (word >= _values.Length)
            Array.Resize(ref _values, Math.Max(word + 1, _values.Length * 2));
        _values[word] = value;
    }
}
