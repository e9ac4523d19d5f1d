using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using Microsoft.OpenApi;

namespace ClaimTracker.Web.Api;

/// <summary>Values that parameters can have, out of the collection as it is: whoever tries one finds something. By name, whatever the endpoint.</summary>
internal sealed class ExampleValues
{
    private readonly Dictionary<string, string?> _values;

    private ExampleValues(Dictionary<string, string?> values) => _values = values;

    public static async Task<ExampleValues> ReadAsync(IClaimQueries queries, Dossier dossier, CancellationToken stop)
    {
        var contested = await queries.FindAsync(new() { Disputed = true }, null, 1, stop);
        var page = contested.Items.Count > 0 ? contested : await queries.FindAsync(new(), null, 1, stop);
        var claim = page.Items.Count > 0 ? page.Items[0] : null;
        var sides = dossier.Sides.Take(2).Select(s => new CompareParty(PartyKind.Side, s.Id).ToString()).ToList();
        return new(new(StringComparer.Ordinal)
        {
            ["/claims/{key}"] = claim?.Key,
            ["/articles/{key}"] = claim?.Article.Key,
            ["/actors/{id}"] = claim?.Speaker.Id,
            ["/disputes/{slug}"] = claim?.Disputes.Select(d => d.Slug).FirstOrDefault(),
            ["claim"] = claim?.Key,
            [Parameters.Claims] = claim?.Key,
            [Parameters.Side] = claim?.Speaker.Side ?? dossier.Sides.Select(s => s.Id).FirstOrDefault(),
            [Parameters.Actor] = claim?.Speaker.Id,
            [Parameters.Source] = claim?.Article.Source?.Id ?? ClaimFilter.NoSource,
            [Parameters.Topic] = claim?.Topics.Take(1).SingleOrDefault() ?? dossier.Topics.Select(t => t.Id).FirstOrDefault(),
            [Parameters.Place] = claim?.Places.Take(1).SingleOrDefault() ?? dossier.Places.Select(p => p.Id).FirstOrDefault(),
            [Parameters.Article] = claim?.Article.Key,
            [Parameters.From] = Day(claim),
            [Parameters.To] = Day(claim),
            [Parameters.Search] = claim?.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsLetter)).MaxBy(w => w.Length),
            [Parameters.Left] = sides.FirstOrDefault(),
            [Parameters.Right] = sides.LastOrDefault(),
            [Parameters.PageSize] = "1",
            [Parameters.Page] = "1",
        });
    }

    /// <summary>An example of a parameter; null where the collection has none.</summary>
    /// <param name="path">Of the endpoint.</param>
    /// <param name="parameter">Its description: where it allows certain names or two, the first of those.</param>
    public string? Of(string path, IOpenApiParameter parameter)
    {
        var schema = parameter.Schema?.Items ?? parameter.Schema;
        if (schema?.Enum is { Count: > 0 } names)
            return names[0].ToString();
        if (schema?.Type?.HasFlag(JsonSchemaType.Boolean) is true)
            return "true";
        var inPath = _values.Keys.FirstOrDefault(known => known.EndsWith($"/{{{parameter.Name}}}", StringComparison.Ordinal) && path.Contains(known, StringComparison.Ordinal));
        return _values.GetValueOrDefault(inPath ?? parameter.Name ?? "");
    }

    /// <summary>The same as JSON: a number where a number is expected, a list where a parameter may be repeated.</summary>
    public static JsonNode Node(IOpenApiParameter parameter, string value) => parameter.Schema switch
    {
        { Type: JsonSchemaType.Array } => new JsonArray(JsonValue.Create(value)),
        { Type: JsonSchemaType.Integer } => JsonValue.Create(int.Parse(value, CultureInfo.InvariantCulture)),
        { Type: JsonSchemaType.Boolean } => JsonValue.Create(value == "true"),
        _ => JsonValue.Create(value),
    };

    private static string? Day(ClaimRow? claim) => claim?.Date is { } day ? Formats.Machine(day) : null;
}
