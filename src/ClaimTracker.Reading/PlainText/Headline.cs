using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>Whether a block above an article's running text is its headline. The caller knows that there is running text below.</summary>
internal static class Headline
{
    private const int MostWords = 32;
    private const int FewestWords = 2;

    /// <summary>
    /// Short, no dateline, and not a sentence: no full stop, unless every longer word is
    /// capitalised as headlines are. A line that goes on in lower case on the next one is a piece of a paragraph.
    /// </summary>
    public static bool Is(string text, TextBlock block, IReadOnlyList<TextBlock> blocks, int index, ReadingLexicon lexicon)
    {
        if (!block.IsShort || block.Words.Count is < FewestWords or > MostWords || block.Last is ':' or ',') return false;
        if (Dateline.Find(text, block.Span, lexicon) is not null) return false;
        if (block.Last == '.' && !IsTitleCase(block.Words)) return false;

        var next = index + 1;
        while (next < blocks.Count && blocks[next].Kind == BlockKind.Boilerplate) next++;
        if (next >= blocks.Count) return false;
        var goesOn = char.IsLower(text[blocks[next].Span.Start]) && DateStamp.Find(blocks[next].Words, lexicon) is null;
        return !goesOn;
    }

    private static bool IsTitleCase(LineWords words)
    {
        var longer = 0;
        var capitalised = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length < 4 || !char.IsLetter(words[i][0])) continue;
            longer++;
            if (char.IsUpper(words[i][0])) capitalised++;
        }

        return longer >= 2 && capitalised * 10 >= longer * 8;
    }
}
