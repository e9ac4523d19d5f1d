using System.Runtime.CompilerServices;

namespace ClaimTracker.Extraction.Text;

/// <summary>The tokens of one article, in reading order; reused from article to article so that reading one allocates next to nothing.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = new Token[1024];

    public int Count { get; private set; }

    public ref Token this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _tokens[index];
    }

    public Span<Token> Span => _tokens.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public ref Token Add()
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, _tokens.Length * 2);
        ref var token = ref _tokens[Count++];
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
            if (_tokens[middle].End > offset)
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
            if (end < Count && _tokens[end].Start < span.End)
                end++;
        }

        return new(start, Math.Max(start, end));
    }

    /// <summary>From the first token's first letter to the last token's last.</summary>
    public Domain.TextSpan SpanOf(TokenRange range) => new(_tokens[range.Start].Start, _tokens[range.End - 1].End);
}
