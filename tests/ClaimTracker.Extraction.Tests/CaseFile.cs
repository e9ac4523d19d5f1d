using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Tests;

/// <summary>A case that an editor can read: a heading, a text, and lines of what is to be found in it.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Line">Where its heading stands, one-based.</param>
/// <param name="Text">The text.</param>
/// <param name="Published">The day of the report, or null for unknown.</param>
/// <param name="Expected">What stands after each “=>”, in order.</param>
public sealed record TextCase(string Heading, int Line, string Text, DateOnly? Published, IReadOnlyList<string> Expected)
{
    /// <summary>The text as an article of its own.</summary>
    public Article Article => new()
    {
        FileName = "case.txt",
        ContentHash = new string('0', 64),
        Text = Text,
        Body = new TextSpan(0, Text.Length),
        Published = Published is { } day ? new(day, DateBasis.Stated) : PublishedDate.Unknown,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Line}: {Heading}";
}

/// <summary>Reads case files: <c>#</c> comments, <c>@ day</c>, <c>## heading</c>, text, <c>=> …</c>.</summary>
internal static class CaseFile
{
    public static IReadOnlyList<TextCase> Read(string name)
    {
        List<TextCase> cases = [];
        var (published, heading, at, number) = ((DateOnly?)null, "", 0, 0);
        var (text, expected) = (new List<string>(), new List<string>());
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "ClaimTracker.Extraction.Tests", "Cases", name)))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("@ ", StringComparison.Ordinal))
            {
                Close();
                if (line[0] == '@')
                    published = line[2..] == "unknown" ? null : DateOnly.ParseExact(line[2..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                else
                    (heading, at) = (line[3..], number);
            }
            else if (line.StartsWith("=> ", StringComparison.Ordinal))
                expected.Add(line[3..].Trim());
            else if (line.Length > 0 && line[0] != '#')
                text.Add(line);
        }

        Close();
        return cases;

        void Close()
        {
            if (text.Count > 0)
                cases.Add(new(heading, at, string.Join('\n', text), published, [.. expected]));
            text.Clear();
            expected.Clear();
        }
    }
}
