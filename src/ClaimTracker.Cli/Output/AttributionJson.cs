using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Output;

/// <summary>The linguistic layer of an article alone.</summary>
internal static class AttributionJson
{
    public static void Write(Utf8JsonWriter json, string file, IReadOnlyList<Attribution> attributions, bool withRules)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartArray("attributions");
        foreach (var attribution in attributions)
        {
            json.WriteStartObject();
            if (attribution.Source.Count == 0) json.WriteNull("source");
            else json.WriteSpans("source", attribution.Source);
            json.WriteSpans("cue", attribution.Cue);
            json.WriteSpans("content", attribution.Content);
            if (withRules) json.WriteStrings("rules", attribution.Rules);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
