using System.Buffers;

namespace ClaimTracker.Domain;

/// <summary>How an article's text falls into paragraphs.</summary>
public static class ArticleText
{
    /// <summary>
    /// The paragraphs of title and body in reading order, apart from one another, trimmed, none empty. Boilerplate on lines
    /// of its own is left out; boilerplate at the edge of a paragraph is cut off; inside a paragraph it stays part of it.
    /// </summary>
    /// <remarks>
    /// A line is a paragraph, except in text that was broken into short lines by hand or by a mail program: there a
    /// paragraph ends at an empty line. A title is a paragraph of its own.
    /// </remarks>
    public static IReadOnlyList<TextSpan> Paragraphs(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = new List<TextSpan>();
        if (article.TitleSpan is { Length: > 0 } title) found.Add(title);

        var lines = Lines(article.Text, article.Body);
        var wrapped = IsHardWrapped(article.Text, lines);
        var start = -1;
        var end = -1;
        var boilerplate = 0;
        foreach (var line in lines)
        {
            var words = WithoutBoilerplate(article.Text, line, article.Boilerplate, ref boilerplate);
            if (start >= 0 && (!wrapped || words.Length == 0)) Close();
            if (words.Length == 0) continue;
            if (start < 0) start = words.Start;
            end = words.End;
        }

        if (start >= 0) Close();
        return found;

        void Close()
        {
            found.Add(new TextSpan(start, end));
            start = -1;
        }
    }

    /// <summary>The span without the white space at its two ends; empty at its start where there is nothing else.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return start == end ? new TextSpan(span.Start, span.Start) : new TextSpan(start, end);
    }

    /// <summary>The lines of a span, without what ends them, empty ones included.</summary>
    public static IReadOnlyList<TextSpan> Lines(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<TextSpan>();
        var start = span.Start;
        while (true)
        {
            var length = text.AsSpan(start, span.End - start).IndexOfAny(LineEnds);
            if (length < 0) break;
            lines.Add(new TextSpan(start, start + length));
            start += length + 1;
            if (text[start - 1] == '\r' && start < span.End && text[start] == '\n') start++;
        }

        lines.Add(new TextSpan(start, span.End));
        return lines;
    }

    /// <summary>
    /// Whether lines were broken to a width: most lines that have a next one are of nearly the same length, short, and
    /// end inside a sentence.
    /// </summary>
    public static bool IsHardWrapped(string text, IReadOnlyList<TextSpan> lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lines);
        var followed = 0;
        var broken = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var line = Trim(text, lines[i]);
            if (line.Length == 0 || Trim(text, lines[i + 1]).Length == 0) continue;
            followed++;
            if (line.Length is >= ShortestBroken and <= WidestBroken && !SentenceEnds.Contains(text[line.End - 1])) broken++;
        }

        return followed >= 3 && broken * 10 >= followed * 6;
    }

    /// <summary>
    /// What is left of a line when boilerplate at its two ends is cut off. <paramref name="next"/> is the first that doesn’t end before this line;
    /// lines come in reading order, so it only moves on.
    /// </summary>
    private static TextSpan WithoutBoilerplate(string text, TextSpan line, IReadOnlyList<TextSpan> boilerplate, ref int next)
    {
        while (next < boilerplate.Count && boilerplate[next].End <= line.Start) next++;
        var rest = Trim(text, line);
        var i = next;
        while (rest.Length > 0 && i < boilerplate.Count && boilerplate[i].Start <= rest.Start)
            rest = Trim(text, new TextSpan(Math.Min(boilerplate[i++].End, rest.End), rest.End));

        var after = i;
        while (after < boilerplate.Count && boilerplate[after].Start < rest.End) after++;
        while (rest.Length > 0 && after-- > i && boilerplate[after].End >= rest.End)
            rest = Trim(text, new TextSpan(rest.Start, Math.Max(boilerplate[after].Start, rest.Start)));
        return rest;
    }

    private const int ShortestBroken = 40;
    private const int WidestBroken = 120;
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u2028\u2029");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:;\"”’'…)");
}
