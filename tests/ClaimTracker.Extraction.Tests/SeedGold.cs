using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Extraction.Tests;

/// <summary>The reference annotation of the five seed articles, as far as tests of this project read it.</summary>
internal static class SeedGold
{
    public static JsonElement Root { get; } = Read();

    public static IEnumerable<JsonElement> Articles => Root.GetProperty("articles").EnumerateArray();

    /// <summary>The dossier that ships with the program.</summary>
    public static Dossier Dossier { get; } = ReadDossier();

    /// <summary>What the catalogue beside the seeds knows of them.</summary>
    public static Catalogue Catalogue { get; } = ReadCatalogue();

    /// <summary>A seed as the reference sees it: its boilerplate and title as annotated, the published date from the catalogue.</summary>
    public static Article Article(JsonElement gold)
    {
        var file = gold.GetProperty("file").GetString()!;
        var text = Repository.ReadSeed(file);
        var boilerplate = gold.GetProperty("boilerplate").EnumerateArray().Select(Span).ToList();
        return new Article
        {
            FileName = file,
            ContentHash = new string('0', 64),
            Text = text,
            TitleSpan = TitleOf(gold),
            Body = new TextSpan(TitleOf(gold)?.End ?? 0, text.Length),
            Boilerplate = boilerplate,
            Published = Catalogue.Find(file)!.Published,
        };
    }

    public static TextSpan Span(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static double? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static DateOnly? Day(this JsonElement element, string name) =>
        element.Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static TextSpan? TitleOf(JsonElement gold) =>
        gold.TryGetProperty("titleSpan", out var span) && span.ValueKind == JsonValueKind.Array ? Span(span) : null;

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "Shared", "gold-seeds.json")));
        return document.RootElement.Clone();
    }

    private static Catalogue ReadCatalogue()
    {
        var (catalogue, problems) = CatalogueReader.Read("catalogue.yaml", Repository.ReadSeed("catalogue.yaml"));
        return catalogue ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private static Dossier ReadDossier()
    {
        var (dossier, problems) = DossierReader.Read("dossier.yaml", Repository.ReadSeed("dossier.yaml"));
        return dossier ?? throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
