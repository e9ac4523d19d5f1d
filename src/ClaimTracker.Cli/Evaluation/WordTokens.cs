using System.Globalization;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>A text cut into words and marks, so that spans can be compared without regard to the marks at their edges.</summary>
/// <remarks>Deliberately apart from the engine's tokens: a measure must not share the faults of what it measures.</remarks>
internal sealed class WordTokens
{
    private readonly int[] _tokenAt;
    private readonly List<bool> _isWord = [];

    public WordTokens(string text)
    {
        _tokenAt = new int[text.Length];
        var inWord = false;
        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, i, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            var letter = whole && IsLetter(rune);
            var space = whole && Rune.IsWhiteSpace(rune);
            if (!space && !(letter && inWord))
                _isWord.Add(letter && rune.Value != '_');
            _tokenAt.AsSpan(i, length).Fill(space ? -1 : _isWord.Count - 1);
            (inWord, i) = (letter, i + length);
        }
    }

    /// <summary>The words that some spans touch; the marks where they touch no word.</summary>
    public HashSet<int> Touched(IEnumerable<TextSpan> spans)
    {
        HashSet<int> words = [], marks = [];
        foreach (var span in spans)
        {
            for (var i = span.Start; i < span.End; i++)
            {
                if (_tokenAt[i] is >= 0 and var token)
                    (_isWord[token] ? words : marks).Add(token);
            }
        }

        return words.Count > 0 ? words : marks;
    }

    /// <summary>The first and the last token, marks included, of a stretch of text; null where it holds white space only.</summary>
    public (int First, int Last)? Ends(int start, int end)
    {
        while (start < end && _tokenAt[start] < 0)
            start++;
        while (end > start && _tokenAt[end - 1] < 0)
            end--;
        return end > start ? (_tokenAt[start], _tokenAt[end - 1]) : null;
    }

    /// <summary>Letters, digits and the underscore; marks that combine with a letter don't count as one.</summary>
    public static bool IsLetter(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
