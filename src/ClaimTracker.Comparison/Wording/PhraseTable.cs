using System.Runtime.InteropServices;

namespace ClaimTracker.Comparison.Wording;

/// <summary>A phrase found: words [Start, End) stand for <paramref name="Value"/>.</summary>
internal readonly record struct PhraseHit(int Start, int End, int Value);

/// <summary>Finds phrases in words. A trailing <c>*</c> stands for any ending, <c>…</c> between two words for up to nine others, <c>..</c> for up to two.</summary>
internal sealed class PhraseTable(Vocabulary vocabulary)
{
    private const int LongestGap = 9, ShortGap = 2;

    private readonly record struct Element(string Text, bool Prefix, int Gap);

    private readonly record struct Phrase(Element[] Elements, int Value);

    private readonly List<Phrase> _phrases = [];
    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _prefixed = new(StringComparer.Ordinal);
    private int[]?[] _beginning = [];

    /// <summary>A table of phrases that all stand for the same.</summary>
    public static PhraseTable Of(Vocabulary vocabulary, params IEnumerable<string> phrases)
    {
        var table = new PhraseTable(vocabulary);
        foreach (var phrase in phrases)
            table.Add(phrase, 0);
        return table;
    }

    /// <summary>Whether any phrase was added.</summary>
    public bool IsEmpty => _phrases.Count == 0;

    /// <summary>Adds a phrase; one without letters or digits is ignored.</summary>
    public void Add(string phrase, int value)
    {
        List<Element> elements = [];
        var gap = 0;
        foreach (var part in phrase.ToLowerInvariant().Split([' ', '-', '‑'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "…" or "..." or "..")
            {
                gap = elements.Count == 0 ? 0 : part == ".." ? ShortGap : LongestGap;
                continue;
            }

            var text = part is "n't" ? part : part.TrimEnd('*').Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal);
            if (!text.Any(char.IsLetterOrDigit))
                continue;
            elements.Add(new(text, part[^1] == '*', gap));
            gap = 0;
        }

        if (elements.Count == 0)
            return;
        var number = _phrases.Count;
        _phrases.Add(new([.. elements], value));
        var first = elements[0].Prefix ? _prefixed : _exact;
        (CollectionsMarshal.GetValueRefOrAddDefault(first, elements[0].Text, out _) ??= []).Add(number);
        _beginning = [];
    }

    /// <summary>Every phrase at every place, in the order of places; longer ones of one place first.</summary>
    public void Find(ReadOnlySpan<Word> words, List<PhraseHit> hits)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var first = hits.Count;
            foreach (var number in Beginning(words[at].Id))
                if (EndOf(_phrases[number].Elements, words, at) is > 0 and var end)
                    hits.Add(new(at, end, _phrases[number].Value));
            if (hits.Count - first > 1)
                CollectionsMarshal.AsSpan(hits)[first..].Sort((a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Value.CompareTo(b.Value));
        }
    }

    /// <summary>Whether any phrase begins at a word that lies in [from, to).</summary>
    public int Count(ReadOnlySpan<Word> words, int from, int to)
    {
        var found = 0;
        for (var at = Math.Max(0, from); at < Math.Min(to, words.Length); at++)
            foreach (var number in Beginning(words[at].Id))
                if (EndOf(_phrases[number].Elements, words, at) > 0)
                {
                    found++;
                    break;
                }

        return found;
    }

    private int[] Beginning(int word)
    {
        if (word < _beginning.Length && _beginning[word] is { } found)
            return found;
        if (word >= _beginning.Length)
            Array.Resize(ref _beginning, Math.Max(vocabulary.Count, _beginning.Length * 2));
        var form = vocabulary[word];
        List<int> numbers = _exact.TryGetValue(form, out var exact) ? [.. exact] : [];
        foreach (var (prefix, phrases) in _prefixed)
            if (form.StartsWith(prefix, StringComparison.Ordinal))
                numbers.AddRange(phrases);
        numbers.Sort();
        return _beginning[word] = [.. numbers];
    }

    /// <summary>One past the last word of a phrase that begins at a word, or 0.</summary>
    private int EndOf(Element[] elements, ReadOnlySpan<Word> words, int at)
    {
        var next = at + 1;
        for (var e = 1; e < elements.Length; e++)
        {
            var last = Math.Min(words.Length - 1, next + elements[e].Gap);
            var found = -1;
            for (var i = next; i <= last && found < 0; i++)
                if (Fits(elements[e], words[i].Id))
                    found = i;
            if (found < 0)
                return 0;
            next = found + 1;
        }

        return next;
    }

    private bool Fits(Element element, int word)
    {
        var form = vocabulary[word];
        return element.Prefix ? form.StartsWith(element.Text, StringComparison.Ordinal) : form == element.Text;
    }
}
