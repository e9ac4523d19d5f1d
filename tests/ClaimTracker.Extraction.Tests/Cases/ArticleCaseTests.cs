using System.Globalization;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Tests.Gold;
using ClaimTracker.Reading;

namespace ClaimTracker.Extraction.Tests.Cases;

/// <summary>The whole way from a text to its claims, case by case; the form is in <c>Cases/Articles/README.md</c>.</summary>
public sealed class ArticleCaseTests
{
    private static readonly ClaimExtractor Extractor = new(GoldFile.Dossier);

    public static TheoryData<string, TextCase> Cases()
    {
        var data = new TheoryData<string, TextCase>();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "ClaimTracker.Extraction.Tests", "Cases", "Articles"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.Combine("Articles", Path.GetFileName(file));
            foreach (var one in CaseFile.Read(name))
                data.Add(Path.GetFileName(file), one);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AnArticleMakesTheClaimsThatAReaderFinds(string file, TextCase one)
    {
        var article = Assert.IsType<ReadOutcome.Read>(ArticleReader.Read("case.txt", Encoding.UTF8.GetBytes(one.Text))).Article;
        if (one.Published is { } day)
            article = article with { Published = new(day, DateBasis.Stated) };

        var analysis = Extractor.Extract(article);
        var (found, sides) = (analysis.Claims, analysis.Actors.ToDictionary(a => a.Id, a => a.Side ?? "none", StringComparer.Ordinal));

        var fits = one.Expected.Count == found.Count && one.Expected.Zip(found).All(p => Fits(p.First, p.Second, one.Text, sides));
        Assert.True(fits, $"{file}, {one}: expected{Lines(one.Expected)}found{Lines(found.Select(c => Describe(c, one.Text)))}");
    }

    [Fact]
    public void TheFilesHaveTheirCases() => Assert.InRange(Cases().Count, 160, 5000);

    private static string Lines(IEnumerable<string> lines) => $"{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}{Environment.NewLine}";

    private static bool Fits(string expected, Claim found, string text, Dictionary<string, string> sides)
    {
        var parts = expected.Split(" | ");
        return Matches(parts[0], found.Speaker.ActorId)
            && (parts[1] == "-" || parts[1] == Name(found.Act))
            && Words(parts[2]).SequenceEqual(found.Content.SelectMany(span => Words(span.In(text).ToString())))
            && (parts.Length < 4 || parts[3].Split(' ').All(key => Holds(key, found, sides)));
    }

    private static bool Holds(string key, Claim found, Dictionary<string, string> sides)
    {
        var (name, value) = key.Split('=', 2) is [var n, var v] ? (n, v) : (key, "yes");
        return name switch
        {
            "side" => value == (GoldFile.Dossier.Actors.FirstOrDefault(a => a.Id == found.Speaker.ActorId)?.Side ?? sides.GetValueOrDefault(found.Speaker.ActorId, "none")),
            "target" => Matches(value, found.Target ?? "-"),
            "by" => Matches(value, found.ReportedBy ?? "-"),
            "kind" => value == Name(found.Quotation),
            "denied" => (value == "yes") == found.ContentDenied,
            "nested" => (value == "yes") == (found.NestedIn is not null),
            "title" => (value == "yes") == found.InTitle,
            "said" => value == Day(found.SaidOn?.From),
            "event" => value == Day(found.EventDate?.From),
            _ => throw new InvalidDataException($"'{name}' is not a key of cases; expected side, target, by, kind, denied, nested, title, said or event"),
        };
    }

    private static bool Matches(string pattern, string id) => (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
    {
        (true, true) => id.Contains(pattern.Trim('*'), StringComparison.Ordinal),
        (true, false) => id.EndsWith(pattern[1..], StringComparison.Ordinal),
        (false, true) => id.StartsWith(pattern[..^1], StringComparison.Ordinal),
        _ => id == pattern,
    };

    /// <summary>The words alone: marks at the edges, and where a cue splits them, make no other claim.</summary>
    private static string[] Words(string text) =>
        text.Split([' ', '\n', '…', '.', ',', ';', ':', '“', '”', '"', '‘', '!', '?'], StringSplitOptions.RemoveEmptyEntries);

    private static string Describe(Claim c, string text) => string.Create(CultureInfo.InvariantCulture,
        $"{c.Speaker.ActorId} | {Name(c.Act)} | {string.Join(" … ", c.Content.Select(s => s.In(text).ToString()))} | target={c.Target ?? "-"} by={c.ReportedBy ?? "-"} kind={Name(c.Quotation)}{(c.ContentDenied ? " denied" : "")}{(c.NestedIn is null ? "" : " nested")}{(c.InTitle ? " title" : "")} said={Day(c.SaidOn?.From)} event={Day(c.EventDate?.From)}   ({string.Join(' ', c.Rules)} {c.Confidence})");

    private static string Name(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
