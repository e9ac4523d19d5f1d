using ClaimTracker.Domain;

namespace ClaimTracker.Web.Presentation;

/// <summary>A stretch of text and what it is; neighbours differ.</summary>
public readonly record struct TextRun<T>(TextSpan Span, T Is);

/// <summary>Cuts text into stretches at the borders of spans. Every code unit of the range is in exactly one of them, in order.</summary>
public static class TextRuns
{
    /// <summary>Cuts <paramref name="range"/>. Where marks overlap, the one that stands earlier in the list wins.</summary>
    /// <param name="range">What is to be cut.</param>
    /// <param name="marks">Spans with what they are; parts outside the range are ignored, as are empty ones.</param>
    /// <param name="rest">What the text between the marks is.</param>
    public static IReadOnlyList<TextRun<T>> Cut<T>(TextSpan range, IReadOnlyList<(TextSpan Span, T Is)> marks, T rest)
    {
        if (range.Length == 0)
            return [];
        var borders = new List<int>((2 * marks.Count) + 1) { range.End };
        foreach (var (span, _) in marks)
        {
            borders.Add(Math.Clamp(span.Start, range.Start, range.End));
            borders.Add(Math.Clamp(span.End, range.Start, range.End));
        }

        borders.Sort();
        var runs = new List<TextRun<T>>(borders.Count);
        var start = range.Start;
        foreach (var end in borders)
        {
            if (end > start)
                Add(runs, new TextSpan(start, end), WhatIs(start, marks, rest));
            start = end;
        }

        return runs;
    }

    private static T WhatIs<T>(int offset, IReadOnlyList<(TextSpan Span, T Is)> marks, T rest)
    {
        foreach (var (span, what) in marks)
        {
            if (span.Contains(offset))
                return what;
        }

        return rest;
    }

    private static void Add<T>(List<TextRun<T>> runs, TextSpan span, T what)
    {
        if (runs is [.., var last] && EqualityComparer<T>.Default.Equals(last.Is, what))
            runs[^1] = new(new TextSpan(last.Span.Start, span.End), what);
        else
            runs.Add(new(span, what));
    }
}
