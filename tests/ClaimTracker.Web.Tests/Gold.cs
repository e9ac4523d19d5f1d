using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Tests;

/// <summary>The reference annotation of the five seed articles as what an engine without errors would give, with real keys.</summary>
internal static class Gold
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Shared", "gold-seeds.json"))).RootElement;
    private static readonly Dictionary<string, string> ClaimKeys = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> StatisticIds = new(StringComparer.Ordinal);

    public static Dossier Dossier { get; } = ReadDossier();

    /// <summary>Those that the dossier does not have: unnamed sources of one article.</summary>
    private static IReadOnlyList<Actor> OwnActors { get; } =
    [
        .. Root.GetProperty("actors").EnumerateArray().Where(a => Dossier.Actors.All(known => known.Id != Text(a, "id"))).Select(a =>
            new Actor(Text(a, "id")!, Text(a, "name")!, Enum<ActorKind>(a, "kind"), Text(a, "side"))
            {
                Aliases = Texts(a, "aliases"), Roles = Texts(a, "roles"), Parent = Text(a, "memberOf"), Note = Text(a, "note"),
            }),
    ];

    public static Catalogue Catalogue { get; } = CatalogueReader.Read("catalogue.yaml", Repository.ReadSeed("catalogue.yaml")).Catalogue!;

    public static IReadOnlyList<ArticleAnalysis> Articles { get; } = [.. Root.GetProperty("articles").EnumerateArray().Select(ReadArticle)];

    public static Comparisons Comparisons { get; } = ReadComparisons();

    /// <summary>The key of a claim by its name in the annotation: “000.c1”.</summary>
    public static string Key(string name) => ClaimKeys[name];

    private static Dossier ReadDossier()
    {
        var (dossier, problems) = DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml"));
        return dossier ?? throw new InvalidDataException(string.Join('\n', problems));
    }

    private static ArticleAnalysis ReadArticle(JsonElement gold)
    {
        var file = Text(gold, "file")!;
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Seeds, file));
        var known = Catalogue.Find(file)!;
        var boilerplate = Spans(gold, "boilerplate");
        var title = Span(gold, "titleSpan");
        var text = new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF');
        var article = new Article
        {
            FileName = file,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Text = text,
            Title = Text(gold, "title"),
            TitleSpan = title,
            Body = new(title?.End ?? 0, text.Length),
            Boilerplate = boilerplate,
            Dateline = Text(gold, "dateline"),
            Published = known.Published.Date is null ? new(Day(gold.GetProperty("published"), "date"), DateBasis.Stated, "date 2026-03-05") : known.Published,
            Source = known.Source,
        };
        foreach (var statistic in gold.GetProperty("statistics").EnumerateArray())
            StatisticIds[Text(statistic, "id")!] = string.Create(CultureInfo.InvariantCulture, $"{article.Key}-s{Span(statistic, "span")!.Value.Start}");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in gold.GetProperty("claims").EnumerateArray())
        {
            var nth = 1;
            while (!taken.Add(ClaimKey.Of(article.Key, Span(claim, "cueSpan"), Spans(claim, "content"), nth)))
                nth++;
            ClaimKeys[Text(claim, "id")!] = ClaimKey.Of(article.Key, Span(claim, "cueSpan"), Spans(claim, "content"), nth);
        }

        return new(
            article, [.. gold.GetProperty("claims").EnumerateArray().Select(ReadClaim)],
            [.. gold.GetProperty("statistics").EnumerateArray().Select(ReadStatistic)],
            [.. gold.GetProperty("mentions").EnumerateArray().Select(m => new Mention(Text(m, "actor")!, Span(m, "span")!.Value))],
            [.. OwnActors.Where(a => a.Id.EndsWith(file[..3], StringComparison.Ordinal))]);
    }

    private static Claim ReadClaim(JsonElement gold)
    {
        var actor = Dossier.Actors.Concat(OwnActors).First(a => a.Id == Text(gold, "speaker"));
        return new()
        {
            Key = ClaimKeys[Text(gold, "id")!],
            Speaker = new(actor.Id, actor.Name, actor.Side, Span(gold, "speakerSpan"), gold.GetProperty("anaphoric").GetBoolean()),
            ReportedBy = Text(gold, "reportedBy"),
            Cue = Span(gold, "cueSpan") is { } cue ? new(Text(gold, "cue") ?? "", cue) : null,
            Act = Enum<ClaimAct>(gold, "act"),
            Quotation = Enum<QuotationKind>(gold, "quotation"),
            Content = Spans(gold, "content"),
            ContentDenied = gold.GetProperty("contentDenied").GetBoolean(),
            NestedIn = Text(gold, "nestedIn") is { } outer ? ClaimKeys[outer] : null,
            InTitle = gold.GetProperty("inTitle").GetBoolean(),
            Implicit = gold.GetProperty("implicit").GetBoolean(),
            Target = Text(gold, "target"),
            SaidOn = Range(gold, "saidOn"),
            EventDate = Range(gold, "eventDate"),
            Topics = Texts(gold, "topics"),
            Places = [.. Texts(gold, "places").Select(PlaceId)],
            Statistics = [.. Texts(gold, "statistics").Select(s => StatisticIds[s])],
            Confidence = 0.9,
            Rules = ["annotation"],
        };
    }

    private static Statistic ReadStatistic(JsonElement gold) => new()
    {
        Id = StatisticIds[Text(gold, "id")!],
        Span = Span(gold, "span")!.Value,
        Low = Number(gold, "low"),
        High = Number(gold, "high"),
        Qualifier = Enum<Qualifier>(gold, "qualifier"),
        Unit = Text(gold, "unit"),
        Measure = Text(gold, "measure"),
        Counted = Text(gold, "counted"),
        OfSide = Text(gold, "ofSide"),
        Place = Text(gold, "place") is { } place ? PlaceId(place) : null,
        Period = Range(gold, "period"),
        ClaimedBy = Text(gold, "claimedBy"),
    };

    private static Comparisons ReadComparisons() => new(
        [
            .. Root.GetProperty("disputes").EnumerateArray().Select((d, i) => new Dispute(
                $"question-{Text(d, "id")}", Text(d, "question")!, Enum<DisputeKind>(d, "kind"),
                [.. d.GetProperty("positions").EnumerateArray().Select(p => new Position(Text(p, "side")!, Keys(p, "claims"), Keys(p, "supporting")))],
                1 - (0.1 * i), Text(d, "why")!)
            {
                Difference = Text(d, "kind") == "figure" ? "58 against 23" : null,
                Features = ["same days", "same place"],
                Topics = Texts(d, "topics"),
            }),
        ],
        [.. Root.GetProperty("repeats").EnumerateArray().Select(r => new Repeat(Keys(r, "claims"), Text(r, "why")!))],
        [
            .. Root.GetProperty("arithmetic").EnumerateArray().Select(a => new ArithmeticCheck(
                Articles.First(x => x.Article.FileName == Text(a, "article")).Article.Key, Text(a, "kind")!, [.. Texts(a, "terms").Select(t => StatisticIds[t])],
                StatisticIds[Text(a, "total")!], a.GetProperty("computed").GetDouble(), Enum<ArithmeticVerdict>(a, "holds"), Text(a, "why")!)),
        ]);

    private static string PlaceId(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static List<string> Keys(JsonElement element, string name) => [.. Texts(element, name).Select(Key)];

    private static T Enum<T>(JsonElement element, string name)
        where T : struct, Enum => System.Enum.Parse<T>(Text(element, name)!.Replace("_", "", StringComparison.Ordinal), true);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static TextSpan? Span(JsonElement element, string name) =>
        element.TryGetProperty(name, out var pair) && pair.ValueKind == JsonValueKind.Array ? new(pair[0].GetInt32(), pair[1].GetInt32()) : null;

    private static List<TextSpan> Spans(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(pair => new TextSpan(pair[0].GetInt32(), pair[1].GetInt32()))];

    private static double? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    private static DateOnly? Day(JsonElement element, string name) =>
        Text(element, name) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;

    private static DateRange? Range(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? new(Day(value, "from"), Day(value, "to"), Text(value, "basis") == "stated" ? DateBasis.Stated : DateBasis.Inferred, Text(value, "text"))
            : null;
}
