using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Lexicon;

/// <summary>A line of a lexicon file. <c>Line</c> is one-based; <c>Value</c> stands after “=”, null where there is none.</summary>
internal readonly record struct LexiconEntry(int Line, string Words, string? Value);

/// <summary>
/// A lexicon file: sections in square brackets, an entry on each line (<c>words</c> or <c>words = value</c>),
/// a line that begins with <c>#</c> is a comment.
/// </summary>
internal sealed class LexiconSections
{
    private readonly Dictionary<string, List<LexiconEntry>> _sections = new(StringComparer.Ordinal);
    private readonly List<DataProblem> _problems;

    private LexiconSections(string file, List<DataProblem> problems) => (File, _problems) = (file, problems);

    public string File { get; }

    /// <summary>
    /// Reads a file's text, which has to have the <paramref name="known"/> sections and no others; adds every problem
    /// to <paramref name="problems"/>.
    /// </summary>
    public static LexiconSections Read(string file, string text, IReadOnlyList<string> known, List<DataProblem> problems)
    {
        var read = new LexiconSections(file, problems);
        List<LexiconEntry>? current = null;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var words = line.Trim();
            if (words.IsEmpty || words[0] == '#') continue;
            if (words is ['[', .. var name, ']']) current = read.Open(name.ToString(), number, known);
            else if (current is null) read.Report(number, $"expected a section such as [{known[0]}] first, found '{words}'");
            else current.Add(Entry(number, words));
        }

        foreach (var name in known)
            if (!read._sections.ContainsKey(name)) read.Report(0, $"expected a section [{name}], found none");
        return read;
    }

    /// <summary>The entries of a section; none where it is missing, which has been reported.</summary>
    public IReadOnlyList<LexiconEntry> this[string section] => _sections.TryGetValue(section, out var entries) ? entries : [];

    /// <summary>Adds a problem at a line of this file.</summary>
    public void Report(int line, string sentence) => _problems.Add(new DataProblem(File, line, sentence));

    private List<LexiconEntry> Open(string name, int line, IReadOnlyList<string> known)
    {
        if (!known.Contains(name)) Report(line, $"expected one of {string.Join(", ", known)}, found section '{name}'");
        if (_sections.TryGetValue(name, out var open))
        {
            Report(line, $"expected each section once, found '{name}' again");
            return open;
        }

        return _sections[name] = [];
    }

    private static LexiconEntry Entry(int line, ReadOnlySpan<char> words)
    {
        var equals = words.IndexOf(" = ");
        return equals < 0
            ? new LexiconEntry(line, words.ToString(), null)
            : new LexiconEntry(line, words[..equals].TrimEnd().ToString(), words[(equals + 3)..].TrimStart().ToString());
    }
}
