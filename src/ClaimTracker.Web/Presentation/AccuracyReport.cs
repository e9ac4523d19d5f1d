namespace ClaimTracker.Web.Presentation;

/// <summary>A table of an evaluation.</summary>
/// <param name="Heads">What each number is: “precision”, “recall”; of the calibration its own heads.</param>
/// <param name="Rows">What was measured and its numbers as printed, one for each head, empty where it has none.</param>
/// <param name="IsCalibration">Whether it sets confidence against truth.</param>
public sealed record AccuracyTable(IReadOnlyList<string> Heads, IReadOnlyList<(string What, IReadOnlyList<string> Numbers)> Rows, bool IsCalibration);

/// <summary>How well the engine reads, as the README has it from <c>claimtracker evaluate --into</c>: one place for both.</summary>
public static class AccuracyReport
{
    /// <summary>Where the names of figures end in a printed line.</summary>
    private const int NameWidth = 26;

    /// <summary>What a reader looks at first stands first, so that a narrow page shows it without scrolling; other heads stay as printed.</summary>
    private static readonly List<string> Order = ["f1", "rate", "recall", "precision", "count", "of", "gold", "hit", "predicted"];

    private static readonly Lazy<string> Readme = new(() =>
    {
        using var stream = typeof(AccuracyReport).Assembly.GetManifestResourceStream("readme")
            ?? throw new InvalidDataException("the program was built without its README");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>The tables of the seeds against the gold; none where the README holds none.</summary>
    public static IReadOnlyList<AccuracyTable> Seeds { get; } = Read(Readme.Value, "evaluate --gold");

    /// <summary>The tables of the articles kept aside.</summary>
    public static IReadOnlyList<AccuracyTable> KeptAside { get; } = Read(Readme.Value, "evaluate --attributions");

    /// <summary>Reads the tables between the marks of a text.</summary>
    public static IReadOnlyList<AccuracyTable> Read(string text, string mark)
    {
        var start = text.IndexOf($"<!-- {mark} -->", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf("<!-- end -->", start, StringComparison.Ordinal);
        if (end < 0)
            return [];
        List<(string What, Dictionary<string, string> Numbers)> figures = [], calibration = [];
        string[]? heads = null;
        foreach (var line in text[start..end].Split('\n').Skip(1).Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && !l.StartsWith("```", StringComparison.Ordinal)))
        {
            if (line.StartsWith("confidence ", StringComparison.Ordinal))
                heads = Words(line)[1..];
            else if (heads is null)
                figures.Add((line[..NameWidth].Trim(), Numbers(line[NameWidth..])));
            else
                calibration.Add((string.Join(' ', Words(line)[..3]), heads.Zip(Words(line)[3..]).ToDictionary(p => p.First, p => p.Second)));
        }

        return [.. Table(figures, false), .. Table(calibration, true)];
    }

    /// <summary>“precision 0.940  recall 0.962”.</summary>
    private static Dictionary<string, string> Numbers(string line) =>
        Words(line).Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);

    private static IEnumerable<AccuracyTable> Table(List<(string What, Dictionary<string, string> Numbers)> rows, bool isCalibration)
    {
        if (rows.Count == 0)
            yield break;
        List<string> heads = [.. rows.SelectMany(r => r.Numbers.Keys).Distinct().OrderBy(h => Order.IndexOf(h))];
        yield return new(heads, [.. rows.Select(r => (r.What, (IReadOnlyList<string>)[.. heads.Select(h => r.Numbers.GetValueOrDefault(h, ""))]))], isCalibration);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
