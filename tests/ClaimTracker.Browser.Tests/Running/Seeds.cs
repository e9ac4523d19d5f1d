using System.Globalization;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>The articles that the program reads when it is started for the first time.</summary>
internal static class Seeds
{
    private static readonly string[] Files = Directory.GetFiles(Repository.Seeds, "*.txt");

    public static int Count => Files.Length;

    /// <summary>The setting that makes the program read another folder than the seeds, with the same dossier.</summary>
    public static KeyValuePair<string, string>[] From(string folder) =>
    [
        new("ClaimTracker__Folders__0", folder),
        new("ClaimTracker__Dossier", Path.Combine(Repository.Seeds, "dossier.yaml")),
    ];

    /// <summary>Writes each seed so many times into a folder, each time with another last line, so that they are different articles with the same claims.</summary>
    /// <returns>How many files were written.</returns>
    public static int Multiply(string folder, int times)
    {
        foreach (var file in Files)
            for (var copy = 0; copy < times; copy++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}-{copy:000}.txt");
                File.WriteAllText(Path.Combine(folder, name), $"{File.ReadAllText(file)}\n\nCopy {copy}.\n");
            }

        return Count * times;
    }

    /// <summary>Writes one article after the copies of the first seed: that seed so many times over, which takes seconds to read.</summary>
    /// <returns>How many files were written: one.</returns>
    public static int Lengthen(string folder, int times)
    {
        var first = Files.Order(StringComparer.Ordinal).First();
        var text = string.Join("\n\n", Enumerable.Repeat(File.ReadAllText(first), times));
        File.WriteAllText(Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(first)}-long.txt"), text);
        return 1;
    }

    /// <summary>The seed that a file written by <see cref="Multiply"/> was made of.</summary>
    public static string OriginalOf(string copy) => copy.EndsWith("-long.txt", StringComparison.Ordinal) ? copy : copy[..copy.LastIndexOf('-')];
}
