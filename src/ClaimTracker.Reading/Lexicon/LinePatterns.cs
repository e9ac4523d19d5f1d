using System.Buffers;
using ClaimTracker.Reading.Dates;

namespace ClaimTracker.Reading.Lexicon;

/// <summary>Patterns over whole lines: words, <c>*</c> any words, <c>+</c> one word or more, <c>{number}</c>, <c>{date}</c>.</summary>
internal sealed class LinePatterns
{
    /// <summary>Longer lines are paragraphs. It also bounds the work for a line.</summary>
    public const int LongestLine = 200;

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,");
    private readonly Dictionary<string, List<string[]>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;
    private readonly List<string[]> _open = [];

    private LinePatterns(IEnumerable<string[]> patterns)
    {
        var byFirstWord = new Dictionary<string, List<string[]>>(StringComparer.OrdinalIgnoreCase);
        foreach (var pattern in patterns)
            if (IsPlaceholder(pattern[0])) _open.Add(pattern);
            else if (byFirstWord.TryGetValue(pattern[0], out var list)) list.Add(pattern);
            else byFirstWord[pattern[0]] = [pattern];
        _byFirstWord = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a section; reports patterns that are none.</summary>
    public static LinePatterns Read(LexiconSections file, string section)
    {
        var patterns = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file[section])
        {
            var words = entry.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (entry.Value is not null) file.Report(entry.Line, $"expected a pattern alone, found '{entry.Words} = {entry.Value}'");
            else if (words.All(word => word is "*" or "+"))
                file.Report(entry.Line, $"expected at least one word in a pattern, found '{entry.Words}'");
            else if (words.FirstOrDefault(IsUnknown) is { } unknown)
                file.Report(entry.Line, $"expected lower-case words, *, +, {{number}} or {{date}}, found '{unknown}'");
            else if (!seen.Add(entry.Words)) file.Report(entry.Line, $"expected each pattern once, found '{entry.Words}' again");
            else patterns.Add(words);
        }

        return new LinePatterns(patterns);
    }

    /// <summary>Whether a pattern matches the whole line.</summary>
    public bool Match(LineWords line, ReadingLexicon lexicon)
    {
        if (line.Count == 0 || line.Line.Length > LongestLine) return false;
        var first = line[0].Contains('’') ? line[0].ToString().Replace('’', '\'') : line[0];
        if (_byFirstWord.TryGetValue(first, out var patterns))
            foreach (var pattern in patterns)
                if (Match(pattern, 0, line, 0, lexicon)) return true;
        foreach (var pattern in _open)
            if (Match(pattern, 0, line, 0, lexicon)) return true;
        return false;
    }

    private static bool Match(string[] pattern, int p, LineWords line, int w, ReadingLexicon lexicon)
    {
        for (; p < pattern.Length; p++)
        {
            switch (pattern[p])
            {
                case "*" or "+":
                    for (var next = pattern[p] == "+" ? w + 1 : w; next <= line.Count; next++)
                        if (Match(pattern, p + 1, line, next, lexicon)) return true;
                    return false;
                case "{date}":
                    var after = DateScanner.EndOfStamp(line, w, lexicon);
                    if (after == w) return false;
                    w = after;
                    break;
                default:
                    if (w >= line.Count || !(pattern[p] == "{number}" ? IsNumber(line[w]) : Same(line[w], pattern[p]))) return false;
                    w++;
                    break;
            }
        }

        return w == line.Count;
    }

    private static bool Same(ReadOnlySpan<char> word, string wanted)
    {
        if (word.Length != wanted.Length) return false;
        for (var i = 0; i < wanted.Length; i++)
            if (char.ToLowerInvariant(word[i] == '’' ? '\'' : word[i]) != wanted[i]) return false;
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) && !word.ContainsAnyExcept(InNumbers);

    private static bool IsPlaceholder(string word) => word is "*" or "+" or "{number}" or "{date}";

    private static bool IsUnknown(string word) => !IsPlaceholder(word) && (word.Any(char.IsUpper) || word.AsSpan().ContainsAny("{}*+"));
}
