using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Lexicon;

/// <summary>A line <c>key = value; value</c>. <paramref name="Whole"/> is everything after the sign.</summary>
internal sealed record SectionEntry(int Line, string Key, string Whole)
{
    public IReadOnlyList<string> Values => Whole.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What stands under one <c>[kind name]</c>.</summary>
internal sealed record Section(int Line, string Kind, string Name, List<SectionEntry> Entries)
{
    public string? Text(string key) => Entries.FirstOrDefault(e => e.Key == key)?.Whole;

    public IReadOnlyList<string> List(string key) => Entries.FirstOrDefault(e => e.Key == key)?.Values ?? [];
}

/// <summary>Reads files of sections. A line that begins with <c>#</c> is a comment.</summary>
internal static class SectionFile
{
    public static (IReadOnlyList<Section> Sections, List<DataProblem> Problems) Read(string file, string text)
    {
        List<Section> sections = [];
        List<DataProblem> problems = [];
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[' && line[^1] == ']' && line.Length > 2)
            {
                var parts = line[1..^1].Split(' ', 2, StringSplitOptions.TrimEntries);
                sections.Add(new(number, parts[0], parts.Length > 1 ? parts[1] : "", []));
                continue;
            }

            var sign = line.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || sign == line.Length - 1)
                problems.Add(new(file, number, $"expected '[section]' or 'key = value; value', found '{line}'"));
            else if (sections.Count == 0)
                problems.Add(new(file, number, $"expected a '[section]' before '{line}'"));
            else if (sections[^1].Entries.Any(e => e.Key == line[..sign].TrimEnd()))
                problems.Add(new(file, number, $"'{line[..sign].TrimEnd()}' stands twice in its section"));
            else
                sections[^1].Entries.Add(new(number, line[..sign].TrimEnd(), line[(sign + 1)..].TrimStart()));
        }

        return (sections, problems);
    }
}
