using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Ingestion.Files;

namespace ClaimTracker.Cli.Evaluation;

/// <summary>A text with the attributions that people marked in it; spans are UTF-16 code units.</summary>
/// <param name="Name">The files' name without ending.</param>
/// <param name="Text">As it stands, line ends included.</param>
/// <param name="Attributions">Those with a cue and content.</param>
/// <param name="Incomplete">How many lack one of the two and are left out.</param>
internal sealed record BratArticle(string Name, string Text, IReadOnlyList<Attribution> Attributions, int Incomplete);

/// <summary>A folder of brat files, NAME.txt and NAME.ann, as the PolNeAR corpus comes.</summary>
internal static class BratFolder
{
    /// <summary>Every article that has marks, in ordinal order of names.</summary>
    /// <exception cref="InvalidDataFileException">A line isn't what it should be; with file and line.</exception>
    public static IEnumerable<BratArticle> Read(string folder, Func<string, bool> which)
    {
        foreach (var name in Directory.EnumerateFiles(folder, "*.ann").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(which).Order(StringComparer.Ordinal))
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, name + ".txt")));
            yield return new BratFile(Path.Combine(folder, name + ".ann"), text).Read(name);
        }
    }

    /// <summary>The fifth of the articles that training never reads: a matter of the name alone, so that it is the same everywhere.</summary>
#pragma warning disable CA5350 // no secret: the hash only shuffles names
    public static bool IsKeptAside(string name) => SHA1.HashData(Encoding.UTF8.GetBytes(name))[0] % 5 == 0;
#pragma warning restore CA5350
}

/// <summary>One file of marks.</summary>
internal sealed class BratFile
{
    private readonly string _path;
    private readonly string _text;
    private readonly int[] _places;
    private readonly Dictionary<string, List<TextSpan>> _spans = [];
    private int _line;

    public BratFile(string path, string text)
    {
        (_path, _text) = (path, text);
        // The marks count code points.
        List<int> places = [];
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            places.Add(i);
        _places = [.. places, text.Length];
    }

    public BratArticle Read(string name)
    {
        var lines = File.ReadAllLines(_path);
        for (_line = 1; _line <= lines.Length; _line++)
        {
            if (IsEntry(lines[_line - 1], 'T'))
                ReadSpans(lines[_line - 1]);
        }

        List<Attribution> found = [];
        var incomplete = 0;
        for (_line = 1; _line <= lines.Length; _line++)
        {
            if (!IsEntry(lines[_line - 1], 'E'))
                continue;
            if (ReadEvent(lines[_line - 1]) is { Cue.Count: > 0, Content.Count: > 0 } whole)
                found.Add(whole);
            else
                incomplete++;
        }

        return new(name, _text, found, incomplete);
    }

    /// <summary>“T12⇥…”: words of the article that hold a line break go on in a line of their own, which is none.</summary>
    private static bool IsEntry(string line, char letter)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 1 && line[0] == letter && !line.AsSpan(1, tab - 1).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>“T1⇥Content 0 3;4 8⇥the words”.</summary>
    private void ReadSpans(string line)
    {
        var parts = line.Split('\t');
        var space = parts.Length > 1 ? parts[1].IndexOf(' ', StringComparison.Ordinal) : -1;
        if (space < 0)
            throw Broken("a name and spans after a tab", line);
        List<TextSpan> spans = [];
        foreach (var piece in parts[1][(space + 1)..].Split(';'))
        {
            var ends = piece.Split(' ');
            if (ends.Length != 2 || Place(ends[0]) is not { } start || Place(ends[1]) is not { } end || end < start)
                throw Broken("a span inside the text", piece);
            spans.Add(new(start, end));
        }

        _spans[parts[0]] = spans;
    }

    /// <summary>“E1⇥Attribution:T2 Cue:T2 Content:T1 Source:T3”; a role's further parts bear a number.</summary>
    private Attribution ReadEvent(string line)
    {
        List<TextSpan> source = [], cue = [], content = [];
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        foreach (var part in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !_spans.TryGetValue(part[(colon + 1)..], out var spans))
                throw Broken("a role and the name of a span above", part);
            switch (part[..colon].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))
            {
                case "Source": source.AddRange(spans); break;
                case "Cue": cue.AddRange(spans); break;
                case "Content": content.AddRange(spans); break;
            }
        }

        return new(source, cue, content);
    }

    private int? Place(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var point) && point < _places.Length ? _places[point] : null;

    private InvalidDataFileException Broken(string expected, string found) => new([new(_path, _line, $"Expected {expected}, found '{found}'.")]);
}
