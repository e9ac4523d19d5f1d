using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Lexicon;

/// <summary>One line of a lexicon file: <c>entry, other form, other form : key key=value</c>.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">One-based.</param>
/// <param name="Forms">The entry first, then its other forms; never empty.</param>
/// <param name="Keys">What stands after the colon: words alone have an empty value. Values of several parts are joined by <c>|</c>.</param>
internal sealed record LexiconLine(string File, int Line, IReadOnlyList<string> Forms, IReadOnlyList<KeyValuePair<string, string>> Keys)
{
    public string Entry => Forms[0];

    public bool Has(string key) => Keys.Any(k => k.Key == key);

    public string? Value(string key) => Keys.FirstOrDefault(k => k.Key == key).Value;

    public DataProblem Problem(string sentence) => new(File, Line, sentence);
}

/// <summary>Reads lexicon files. <c>#</c> begins a comment; blank lines part groups.</summary>
internal static class LexiconFile
{
    /// <summary>Reads a text; every line that isn't a lexicon line is a problem, the others are returned all the same.</summary>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="text">Its content.</param>
    /// <param name="allowed">The keys that lines may have; null for any.</param>
    public static (IReadOnlyList<LexiconLine> Lines, IReadOnlyList<DataProblem> Problems) Read(string file, string text, IReadOnlySet<string>? allowed = null)
    {
        List<LexiconLine> lines = [];
        List<DataProblem> problems = [];
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = (raw.IndexOf('#') is >= 0 and var comment ? raw[..comment] : raw).Trim();
            if (line.Length == 0)
                continue;

            var parts = line.Split(" : ", 2, StringSplitOptions.TrimEntries);
            var forms = parts[0].Split(',', StringSplitOptions.TrimEntries);
            if (forms.Any(f => f.Length == 0))
            {
                problems.Add(new(file, number, $"expected 'entry, other form : key key=value', found '{line}'"));
                continue;
            }

            var keys = parts.Length < 2 ? [] : parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(k => k.Split('=', 2)).Select(k => KeyValuePair.Create(k[0], k.Length > 1 ? k[1] : "")).ToList();
            problems.AddRange(keys.Where(k => allowed is not null && !allowed.Contains(k.Key))
                .Select(k => new DataProblem(file, number, $"'{k.Key}' is not a key here; expected one of {string.Join(", ", allowed!.Order(StringComparer.Ordinal))}")));
            lines.Add(new(file, number, forms, keys));
        }

        return (lines, problems);
    }

    /// <summary>The lines of a lexicon that ships with the engine.</summary>
    /// <exception cref="InvalidDataException">The file has problems, all of them named: it is ours.</exception>
    public static IReadOnlyList<LexiconLine> Shipped(string file, IReadOnlySet<string>? allowed = null)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream("lexicon/" + file)
            ?? throw new InvalidDataException($"the engine was built without its lexicon file {file}");
        using var reader = new StreamReader(stream);
        var (lines, problems) = Read(file, reader.ReadToEnd(), allowed);
        return problems.Count == 0 ? lines : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
