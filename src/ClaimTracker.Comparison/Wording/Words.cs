using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Wording;

/// <summary>A word of a claim's content.</summary>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>.</param>
/// <param name="Start">Where it begins in the article's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="AfterBreak">Whether a mark that ends a clause or sentence stands before it.</param>
internal readonly record struct Word(int Id, int Start, int End, bool AfterBreak);

/// <summary>Cuts text into lower-case words: hyphens part them, a possessive ending falls away, “didn't” is “did” and “n't”.</summary>
internal sealed class WordReader(Vocabulary vocabulary)
{
    private readonly char[] _buffer = new char[64];

    /// <summary>Appends the words of a span.</summary>
    public void Read(string text, TextSpan span, List<Word> words)
    {
        var broken = false;
        var at = span.Start;
        while (at < span.End)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                broken |= text[at] is '.' or ',' or ';' or ':' or '!' or '?' or '—' or '–' or '(' or ')' or '\n';
                at++;
                continue;
            }

            var start = at;
            while (at < span.End && (char.IsLetterOrDigit(text[at]) || IsInNumber(text, at, span)))
                at++;
            Add(text, start, at, broken, words);
            broken = false;
            at = SkipEnding(text, at, span, words);
        }
    }

    private static bool IsInNumber(string text, int at, TextSpan span) =>
        text[at] is ',' or '.' && at > span.Start && char.IsAsciiDigit(text[at - 1]) && at + 1 < span.End && char.IsAsciiDigit(text[at + 1]);

    private int SkipEnding(string text, int at, TextSpan span, List<Word> words)
    {
        if (at + 1 >= span.End || text[at] is not ('\'' or '’') || !char.IsLetter(text[at + 1]))
            return at;
        var end = at + 1;
        while (end < span.End && char.IsLetter(text[end]))
            end++;
        if (end - at == 2 && text[at + 1] is 't' or 'T' && char.ToLowerInvariant(text[at - 1]) == 'n')
            words.Add(new(vocabulary.Intern("n't"), at - 1, end, false));
        return end - at <= 3 ? end : at + 1;
    }

    private void Add(string text, int start, int end, bool broken, List<Word> words)
    {
        // A word longer than the buffer is no word; its beginning is enough to tell it from others.
        var length = Math.Min(end - start, _buffer.Length);
        text.AsSpan(start, length).ToLowerInvariant(_buffer);
        words.Add(new(vocabulary.Intern(_buffer.AsSpan(0, length)), start, end, broken));
    }
}
