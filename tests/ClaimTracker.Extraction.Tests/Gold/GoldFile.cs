using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Reading;

namespace ClaimTracker.Extraction.Tests.Gold;

/// <summary>The reference annotation of the five seed articles.</summary>
internal static class GoldFile
{
    private static readonly JsonDocument Json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Shared", "gold-seeds.json")));

    public static IReadOnlyList<JsonElement> Articles { get; } = [.. Json.RootElement.GetProperty("articles").EnumerateArray()];

    /// <summary>What kind of actor each id of the annotation is: “person”, “anonymous”, “state” …</summary>
    public static IReadOnlyDictionary<string, string> ActorKinds { get; } =
        Json.RootElement.GetProperty("actors").EnumerateArray().ToDictionary(a => Text(a, "id")!, a => Text(a, "kind")!);

    public static Dossier Dossier { get; } = DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml")) switch
    {
        ({ } dossier, _) => dossier,
        (_, var problems) => throw new InvalidDataException(string.Join(Environment.NewLine, problems)),
    };

    /// <summary>A seed article as the program reads it, its catalogue included.</summary>
    public static Article Read(JsonElement gold)
    {
        var file = Text(gold, "file")!;
        var (catalogue, problems) = CatalogueReader.Read("catalogue.yaml", Repository.ReadSeed("catalogue.yaml"));
        Assert.Empty(problems);
        return Assert.IsType<ReadOutcome.Read>(ArticleReader.Read(file, File.ReadAllBytes(Path.Combine(Repository.Seeds, file)), catalogue!.Find(file))).Article;
    }

    public static string? Text(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(JsonElement from, string key) => from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;

    public static TextSpan? Span(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? Span(value) : null;

    public static TextSpan Span(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());

    public static IReadOnlyList<string> Texts(JsonElement from, string key) =>
        from.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];

    public static IReadOnlyList<TextSpan> Spans(JsonElement from, string key) => [.. from.GetProperty(key).EnumerateArray().Select(Span)];
}
