using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Comparison.Tests;

/// <summary>The reference annotation of the five seed articles as what an engine without errors would give.</summary>
internal static class GoldSeeds
{
    private static readonly JsonDocument Json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Shared", "gold-seeds.json")));

    public static JsonElement Root => Json.RootElement;

    /// <summary>The articles. Keys of claims and figures are those of the annotation: “000.c1”, “000.f1”.</summary>
    public static IReadOnlyList<ArticleAnalysis> Articles { get; } = [.. Root.GetProperty("articles").EnumerateArray().Select(ReadArticle)];

    public static string PlaceId(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static ArticleAnalysis ReadArticle(JsonElement gold)
    {
        var file = gold.GetProperty("file").GetString()!;
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, file));
        var text = new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF');
        var published = Day(gold.GetProperty("published"), "date");
        var article = new Article
        {
            FileName = file,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Text = text,
            Body = new(0, text.Length),
            Published = new(published, published is null ? DateBasis.Unknown : DateBasis.Inferred),
        };
        var statistics = gold.GetProperty("statistics").EnumerateArray().Select(ReadStatistic).ToList();
        var mentions = gold.GetProperty("mentions").EnumerateArray()
            .Select(m => new Mention(m.GetProperty("actor").GetString()!, Span(m.GetProperty("span")))).ToList();
        return new(article, [.. gold.GetProperty("claims").EnumerateArray().Select(ReadClaim)], statistics, mentions, []);
    }

    private static Claim ReadClaim(JsonElement gold)
    {
        var actor = Root.GetProperty("actors").EnumerateArray().First(a => a.GetProperty("id").GetString() == Text(gold, "speaker"));
        return new()
        {
            Key = Text(gold, "id")!,
            Speaker = new(Text(gold, "speaker")!, Text(actor, "name")!, Text(actor, "side"), null),
            ReportedBy = Text(gold, "reportedBy"),
            Act = Enum.Parse<ClaimAct>(Text(gold, "act")!.Replace("_", "", StringComparison.Ordinal), true),
            Quotation = Enum.Parse<QuotationKind>(Text(gold, "quotation")!, true),
            Content = [.. gold.GetProperty("content").EnumerateArray().Select(Span)],
            ContentDenied = gold.GetProperty("contentDenied").GetBoolean(),
            NestedIn = Text(gold, "nestedIn"),
            InTitle = gold.GetProperty("inTitle").GetBoolean(),
            Implicit = gold.GetProperty("implicit").GetBoolean(),
            Target = Text(gold, "target"),
            SaidOn = Range(gold, "saidOn"),
            EventDate = Range(gold, "eventDate"),
            Topics = [.. gold.GetProperty("topics").EnumerateArray().Select(t => t.GetString()!)],
            Places = [.. gold.GetProperty("places").EnumerateArray().Select(p => PlaceId(p.GetString()!))],
            Statistics = [.. gold.GetProperty("statistics").EnumerateArray().Select(s => s.GetString()!)],
            Confidence = 0.9,
        };
    }

    private static Statistic ReadStatistic(JsonElement gold) => new()
    {
        Id = Text(gold, "id")!,
        Span = Span(gold.GetProperty("span")),
        Low = Number(gold, "low"),
        High = Number(gold, "high"),
        Qualifier = Enum.Parse<Qualifier>(Text(gold, "qualifier")!.Replace("_", "", StringComparison.Ordinal), true),
        Unit = Text(gold, "unit"),
        Measure = Text(gold, "measure"),
        Counted = Text(gold, "counted"),
        OfSide = Text(gold, "ofSide"),
        Place = Text(gold, "place") is { } place ? PlaceId(place) : null,
        Period = Range(gold, "period"),
        ClaimedBy = Text(gold, "claimedBy"),
    };

    private static TextSpan Span(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static DateOnly? Day(JsonElement element, string name) =>
        Text(element, name) is { } day ? DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static DateRange? Range(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new(Day(value, "from"), Day(value, "to")) : null;
}
