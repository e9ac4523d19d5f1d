using ClaimTracker.Domain;
using ClaimTracker.Extraction.Attributions;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Training;

namespace ClaimTracker.Extraction.Tests;

public sealed class AttributionTests
{
    private static readonly AttributionEngineParts Parts = new();
    private static readonly LinearModel Model = AttributionFinder.ShippedModel();

    public static TheoryData<AttributionCase> Cases => [.. AttributionCase.ReadAll("attributions.txt")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AReaderFindsTheseAttributionsAndNoOthers(AttributionCase wanted)
    {
        var found = Find(wanted.Text);

        Assert.Equal(string.Join('\n', wanted.Expected), string.Join('\n', found));
    }

    private static IEnumerable<string> Find(string text)
    {
        var article = new ArticleTokens(Parts.Vocabulary, Parts.Sentences);
        article.Read(new Article { FileName = "case.txt", ContentHash = new string('0', 64), Text = text, Body = new TextSpan(0, text.Length) });
        string Words(TokenRange? range) => range is { } r ? article.SpanOf(r).In(text).ToString() : "-";
        return [.. new AttributionFinder(Parts.Classes, Parts.Cues, Model, Calibration.None).Find(article)
            .Select(a => $"{Words(a.Source)} | {Words(a.Cue)} | {string.Join(" … ", a.Content.Select(c => Words(c)))}")];
    }
}

/// <summary>One case of a case file: a text and what is to be found in it.</summary>
public sealed record AttributionCase(string Heading, string Text, IReadOnlyList<string> Expected)
{
    public static IEnumerable<AttributionCase> ReadAll(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", file));
        foreach (var block in ("\n" + text).Split("\n## ").Skip(1))
        {
            var lines = block.Split('\n').Where(l => !l.StartsWith('#')).ToList();
            var body = lines.Skip(1).TakeWhile(l => !l.StartsWith("=> ", StringComparison.Ordinal)).ToList();
            yield return new(lines[0], string.Join('\n', body).Trim(), [.. lines.Where(l => l.StartsWith("=> ", StringComparison.Ordinal)).Select(l => l[3..].Trim())]);
        }
    }

    public override string ToString() => Heading;
}
