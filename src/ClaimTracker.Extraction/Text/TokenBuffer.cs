using System.Runtime.CompilerServices;

namespace ClaimTracker.Extraction.Text;

/// <summary>The tokens of one article, in reading order; reused from article to article so that reading one allocates next to nothing.</summary>
/// <remarks>
/// A few places before the first token and after the last hold an empty stop: a rule that looks at the word before or behind finds
/// the end of the text there, not the end of the array and not a word of the article that was read before.
/// </remarks>
internal sealed class TokenBuffer
{
    /// <summary>How far a rule may look beyond either end.</summary>
    private const int Margin = 4;

    private static readonly Token Outside = new() { Kind = TokenKind.Stop, Flags = TokenFlags.SpaceBefore };

    // Lexicons make thousands of phrases of a few words, each in a buffer like this; an article makes it grow once.
    private Token[] _tokens = new Token[32];

    public TokenBuffer() => _tokens.AsSpan(0, 2 * Margin).Fill(Outside);

    public int Count { get; private set; }

    public ref Token this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _tokens[index + Margin];
    }

    public Span<Token> Span => _tokens.AsSpan(Margin, Count);

    public void Clear()
    {
        Count = 0;
        _tokens.AsSpan(Margin, Margin).Fill(Outside);
    }

    public ref Token Add()
    {
        if (Count + (2 * Margin) == _tokens.Length)
            Array.Resize(ref _tokens, _tokens.Length * 2);
        _tokens[Count + (2 * Margin)] = Outside;
        ref var token = ref _tokens[Margin + Count++];
        token = default;
        return ref token;
    }

    /// <summary>The first token that ends after an offset; <see cref="Count"/> where there is none.</summary>
    public int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The tokens that lie in, or touch, a span of the text.</summary>
    public TokenRange Within(Domain.TextSpan span)
    {
        var start = FirstEndingAfter(span.Start);
        var end = start;
        if (span.Length > 0)
        {
            end = FirstEndingAfter(span.End - 1);
            if (end < Count && this[end].Start < span.End)
                end++;
        }

        return new(start, Math.Max(start, end));
    }

    /// <summary>From the first token's first letter to the last token's last.</summary>
    public Domain.TextSpan SpanOf(TokenRange range) => new(this[range.Start].Start, this[range.End - 1].End);
}
