using System.Collections.Concurrent;

namespace ClaimTracker.Comparison.Wording;

/// <summary>Brings the stems of words that stand for one another to one of them: “captured” and “seized”, “killed” and “martyred”. Made from the lexicon's classes.</summary>
/// <remarks>A stem that was asked for once can be asked for by several threads; the first time belongs to the one that reads, as the vocabulary does.</remarks>
internal sealed class LikeWords
{
    private readonly Vocabulary _vocabulary;
    private readonly List<(string Word, bool Prefix, int Class)> _words = [];
    private readonly ConcurrentDictionary<int, int> _known = new();

    public LikeWords(Vocabulary vocabulary, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        _vocabulary = vocabulary;
        foreach (var (name, words) in classes.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var number = vocabulary.Intern($"<{name}>");
            _words.AddRange(words.Where(w => !w.Contains(' ', StringComparison.Ordinal)).Select(w => (w.TrimEnd('*'), w.EndsWith('*'), number)));
        }
    }

    /// <summary>The number of the class that a stem's word is in, the first of several by name; the stem itself where there is none.</summary>
    public int Of(int stem)
    {
        if (_known.TryGetValue(stem, out var found))
            return found;
        var form = _vocabulary[stem];
        var like = _words.FindIndex(w => w.Prefix ? form.StartsWith(w.Word, StringComparison.Ordinal) : form == w.Word || Stemming.Stem(w.Word) == form);
        return _known[stem] = like < 0 ? stem : _words[like].Class;
    }
}
