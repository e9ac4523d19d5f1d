using System.Collections.Frozen;

namespace ClaimTracker.Reading.Html;

/// <summary>What the words in an element's names say of it.</summary>
[Flags]
internal enum MarkupSigns
{
    None = 0,

    /// <summary>No part of the article, however much it holds.</summary>
    Never = 1,

    /// <summary>No part of the article, unless it is most of the page.</summary>
    Outside = 2,

    /// <summary>Not seen by readers.</summary>
    Invisible = 4,
}

/// <summary>
/// Reads the names that pages give their elements: “article-body__shareTools2” is article, body, share, tools, and each two
/// that follow one another. Names are separated by white space; no pair of words reaches from one into the next.
/// </summary>
internal sealed class MarkupWords
{
    private const int LongestName = 400;
    private const int LongestPair = 64;
    private readonly FrozenDictionary<string, MarkupSigns>.AlternateLookup<ReadOnlySpan<char>> _signs;

    public MarkupWords(IEnumerable<KeyValuePair<string, MarkupSigns>> entries)
    {
        var signs = new Dictionary<string, MarkupSigns>(StringComparer.OrdinalIgnoreCase);
        foreach (var (words, sign) in entries) signs[words] = signs.GetValueOrDefault(words) | sign;
        _signs = signs.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What the names say together.</summary>
    public MarkupSigns Read(string? names)
    {
        var found = MarkupSigns.None;
        if (string.IsNullOrEmpty(names)) return found;
        var length = Math.Min(names.Length, LongestName);
        var last = ReadOnlySpan<char>.Empty;
        Span<char> pair = stackalloc char[LongestPair];
        for (var start = 0; start < length;)
        {
            if (!char.IsAsciiLetter(names[start]))
            {
                if (char.IsWhiteSpace(names[start])) last = [];
                start++;
                continue;
            }

            var end = start + 1;
            while (end < length && char.IsAsciiLetter(names[end]) && !(char.IsUpper(names[end]) && char.IsLower(names[end - 1]))) end++;
            var word = names.AsSpan(start, end - start);
            if (_signs.TryGetValue(word, out var sign)) found |= sign;
            if (!last.IsEmpty && pair.TryWrite($"{last} {word}", out var written) && _signs.TryGetValue(pair[..written], out sign))
                found |= sign;
            last = word;
            start = end;
        }

        return found;
    }
}
