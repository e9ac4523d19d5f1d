using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Lexicon;

/// <summary>
/// The words of a line, as patterns compare them: letters and digits with what joins them (apostrophes, full stops and
/// hyphens inside a word, commas inside a number), colons, and the copyright sign. Other punctuation is left out.
/// </summary>
internal sealed class LineWords
{
    /// <summary>Letters of an average word with its space, rounded down, so that the list of them need not grow.</summary>
    private const int LettersOfWord = 5;

    private readonly string _text;
    private readonly List<TextSpan> _words;

    public LineWords(string text, TextSpan line)
    {
        _text = text;
        Line = line;
        _words = new((line.Length / LettersOfWord) + 1);
        for (var i = line.Start; i < line.End;)
        {
            var start = i;
            if (text[i] is ':' or '：' or '©') i++;
            else
                while (i < line.End && IsInWord(text, i, start, line.End)) i++;

            if (i > start) _words.Add(new TextSpan(start, i));
            else i++;
        }
    }

    public TextSpan Line { get; }

    public int Count => _words.Count;

    public TextSpan SpanOf(int index) => _words[index];

    public ReadOnlySpan<char> this[int index] => _words[index].In(_text);

    /// <summary>The index of the first word that starts at or after an offset in the text.</summary>
    public int IndexAt(int offset)
    {
        var index = 0;
        while (index < _words.Count && _words[index].Start < offset) index++;
        return index;
    }

    /// <summary>The words in lower case with single spaces, straight apostrophes: what two lines share when they say the same.</summary>
    public string Normalized() =>
        string.Join(' ', _words.Select(word => word.In(_text).ToString().ToLowerInvariant().Replace('’', '\'')));

    private static bool IsInWord(string text, int i, int start, int end)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c)) return true;
        if (c == ' ') return false;
        if (char.IsLetterOrDigit(c) || c is '&' or '_' or '@' or '#' || char.IsSurrogate(c)) return true;
        if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) return true;
        if (i == start || i + 1 == end) return false;
        if (c == ',') return char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
        return c is '\'' or '’' or '.' or '-' or '/' && char.IsLetterOrDigit(text[i + 1]);
    }
}
