using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;

namespace ClaimTracker.Cli.Output;

/// <summary>A part of a text file that a command writes: between <c>&lt;!-- NAME --&gt;</c> and the next <c>&lt;!-- end --&gt;</c>.</summary>
internal static class MarkedSection
{
    private const string End = "<!-- end -->";

    /// <summary>Puts a table, fenced as plain text, in the place of what stood between the marks; the rest of the file stays.</summary>
    /// <exception cref="InvalidDataFileException">The file has no such marks.</exception>
    public static void Write(string path, string name, string table)
    {
        var text = File.ReadAllText(path);
        var open = $"<!-- {name} -->";
        var start = text.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        if (end < 0)
            throw new InvalidDataFileException([new DataProblem(path, 1, $"Expected a line '{open}' and, behind it, a line '{End}', found none.")]);
        File.WriteAllText(path, $"{text[..(start + open.Length)]}\n```text\n{table.TrimEnd('\n')}\n```\n{text[end..]}");
    }
}
