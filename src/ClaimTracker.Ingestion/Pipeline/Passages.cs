using ClaimTracker.Domain;

namespace ClaimTracker.Ingestion.Pipeline;

/// <summary>Finds the sentences around a claim: from the one in which its speaker, cue or content begins to the one in which the last of them ends.</summary>
internal static class Passages
{
    /// <summary>How far to either side a sentence is followed. Text without any full stop must not be copied whole with each of its claims.</summary>
    private const int FurthestBound = 1_000;

    /// <summary>One passage for each claim, in the same order.</summary>
    public static IReadOnlyList<TextSpan> Of(ArticleAnalysis analysis, IReadOnlyList<TextSpan> sentences) =>
        [.. analysis.Claims.Select(c => Around(analysis.Article.Text, sentences, Hull(c)))];

    private static TextSpan Hull(Claim claim)
    {
        var (start, end) = (claim.Content[0].Start, claim.Content[^1].End);
        foreach (var part in (TextSpan?[])[claim.Speaker.Span, claim.Cue?.Span])
            if (part is { } span) (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        return new(start, end);
    }

    private static TextSpan Around(string text, IReadOnlyList<TextSpan> sentences, TextSpan hull)
    {
        var start = Math.Min(Holding(sentences, hull.Start)?.Start ?? hull.Start, hull.Start);
        var end = Math.Max(Holding(sentences, hull.End - 1)?.End ?? hull.End, hull.End);
        if (hull.Start - start > FurthestBound)
            for (start = hull.Start - FurthestBound; start < hull.Start && !char.IsWhiteSpace(text[start - 1]);) start++;
        if (end - hull.End > FurthestBound)
            for (end = hull.End + FurthestBound; end > hull.End && !char.IsWhiteSpace(text[end]);) end--;
        return new(start, end);
    }

    private static TextSpan? Holding(IReadOnlyList<TextSpan> sentences, int offset)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Contains(offset)) return sentences[middle];
            if (sentences[middle].Start > offset) high = middle - 1;
            else low = middle + 1;
        }

        return null;
    }
}
