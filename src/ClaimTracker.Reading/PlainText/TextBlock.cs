using ClaimTracker.Domain;
using ClaimTracker.Reading.Lexicon;

namespace ClaimTracker.Reading.PlainText;

/// <summary>What a line, or a paragraph of a text that is broken to a width, is to the article.</summary>
internal enum BlockKind
{
    /// <summary>Part of the article.</summary>
    Body,

    /// <summary>The headline.</summary>
    Title,

    /// <summary>No part of the article.</summary>
    Boilerplate,
}

/// <summary>A line with words on it, or several where the text is broken to a width.</summary>
internal sealed class TextBlock(string text, TextSpan span)
{
    private LineWords? _words;
    private string? _normalized;

    /// <summary>Without white space at its ends.</summary>
    public TextSpan Span { get; } = span;

    public BlockKind Kind { get; set; }

    public bool IsShort => Span.Length <= LinePatterns.LongestLine;

    /// <summary>The words of its beginning, as far as a pattern looks.</summary>
    public LineWords Words => _words ??= new LineWords(text, Beginning);

    /// <summary>What a short block shares with another that says the same.</summary>
    public string Normalized => _normalized ??= Words.Normalized();

    public char Last => text[Span.End - 1];

    /// <summary>Whether it reads as running text: long, or a sentence with its full stop.</summary>
    public bool IsParagraph => !IsShort || Span.Length >= 120 || Words.Count >= 8 && EndsSentence;

    /// <summary>A full stop, or one inside closing quotation marks.</summary>
    public bool EndsSentence =>
        Last is '.' or '!' or '?' or '…'
        || Last is '"' or '”' or '’' or ')' && Span.Length > 1 && text[Span.End - 2] is '.' or '!' or '?' or ',';

    private TextSpan Beginning => new(Span.Start, Math.Min(Span.End, Span.Start + LinePatterns.LongestLine));

    /// <summary>The blocks of a text in reading order.</summary>
    public static List<TextBlock> Of(string text)
    {
        var lines = ArticleText.Lines(text, new TextSpan(0, text.Length));
        var wrapped = ArticleText.IsHardWrapped(text, lines);
        var blocks = new List<TextBlock>();
        TextSpan? open = null;
        foreach (var line in lines)
        {
            var words = ArticleText.Trim(text, line);
            if (open is { } block && (!wrapped || words.Length == 0))
            {
                blocks.Add(new TextBlock(text, block));
                open = null;
            }

            if (words.Length > 0) open = new TextSpan(open?.Start ?? words.Start, words.End);
        }

        if (open is { } last) blocks.Add(new TextBlock(text, last));
        return blocks;
    }
}
