using System.Globalization;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Output;

/// <summary>Spans, dates, names and lists as the contract of <c>extract</c> has them.</summary>
internal static class JsonParts
{
    /// <summary><c>at_least</c> for <c>AtLeast</c>.</summary>
    public static void WriteName(this Utf8JsonWriter json, string property, Enum value) =>
        json.WriteString(property, JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    /// <summary><c>[12, 40]</c>.</summary>
    public static void WriteSpan(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    public static void WriteSpan(this Utf8JsonWriter json, string property, TextSpan? span)
    {
        json.WritePropertyName(property);
        if (span is { } there) json.WriteSpan(there);
        else json.WriteNullValue();
    }

    public static void WriteSpans(this Utf8JsonWriter json, string property, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(property);
        foreach (var span in spans) json.WriteSpan(span);
        json.WriteEndArray();
    }

    public static void WriteStrings(this Utf8JsonWriter json, string property, IEnumerable<string> values)
    {
        json.WriteStartArray(property);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string property, double? value)
    {
        if (value is { } number) json.WriteNumber(property, number);
        else json.WriteNull(property);
    }

    public static void WriteDate(this Utf8JsonWriter json, string property, DateOnly? day) =>
        json.WriteString(property, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <param name="json">The writer.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="range">Null is written as null.</param>
    /// <param name="withWords">Whether the article's words follow as <c>text</c>.</param>
    public static void WriteRange(this Utf8JsonWriter json, string property, DateRange? range, bool withWords = false)
    {
        if (range is null)
        {
            json.WriteNull(property);
            return;
        }

        json.WriteStartObject(property);
        json.WriteDate("from", range.From);
        json.WriteDate("to", range.To);
        if (withWords) json.WriteString("text", range.Words);
        json.WriteEndObject();
    }
}
