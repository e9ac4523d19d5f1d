using System.Text.Json.Nodes;

namespace ClaimTracker.Web.Api;

/// <summary>Answers cut to what shows their form.</summary>
internal static class ExampleText
{
    private const int MostItems = 2;
    private const int LongestString = 300;
    private const int LongestText = 1500;

    /// <summary>The same with at most two items in each list, and long strings cut.</summary>
    public static JsonNode? Shortened(JsonNode? node) => node switch
    {
        JsonArray list => new JsonArray([.. list.Take(MostItems).Select(Shortened)]),
        JsonObject all => new JsonObject(all.Select(p => KeyValuePair.Create(p.Key, Shortened(p.Value)))),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestString => JsonValue.Create($"{text[..LongestString]}…"),
        _ => node?.DeepClone(),
    };

    public static string Shortened(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}
