using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Output;

/// <summary>What comparing found. Claims are named by their keys, articles by their files.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter json, Comparisons found, IEnumerable<ArticleAnalysis> articles)
    {
        // The same bytes under two names are one article; the first name stands for it.
        var files = articles.DistinctBy(a => a.Article.Key).ToDictionary(a => a.Article.Key, a => a.Article.FileName);
        json.WriteStartObject();
        json.WriteStartArray("disputes");
        foreach (var dispute in found.Disputes) Write(json, dispute);
        json.WriteEndArray();
        json.WriteStartArray("repeats");
        foreach (var repeat in found.Repeats)
        {
            json.WriteStartObject();
            json.WriteStrings("claims", repeat.Claims);
            json.WriteString("why", repeat.Why);
            json.WriteStrings("features", repeat.Features);
            json.WriteNumber("score", repeat.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("arithmetic");
        foreach (var check in found.Arithmetic) Write(json, check, files[check.ArticleKey]);
        json.WriteEndArray();
        json.WriteStartArray("notComparable");
        foreach (var pair in found.NotComparable)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteName("reason", pair.Reason);
            WriteEnd(json, pair.Why, pair.Features, pair.Score);
        }

        json.WriteEndArray();
        json.WriteStartArray("shifts");
        foreach (var shift in found.Shifts)
        {
            json.WriteStartObject();
            json.WriteName("kind", shift.Kind);
            json.WriteString("actor", shift.Actor);
            json.WriteString("earlier", shift.Earlier);
            json.WriteString("later", shift.Later);
            json.WriteString("difference", shift.Difference);
            WriteEnd(json, shift.Why, shift.Features, shift.Score);
        }

        json.WriteEndArray();
        json.WriteStartArray("origins");
        foreach (var origin in found.Origins)
        {
            json.WriteStartObject();
            json.WriteStrings("files", [.. origin.Articles.Select(key => files[key])]);
            json.WriteString("agency", origin.Agency);
            WriteEnd(json, origin.Why, origin.Features, origin.Score);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, string why, IReadOnlyList<string> features, double score)
    {
        json.WriteString("why", why);
        json.WriteStrings("features", features);
        json.WriteNumber("score", score);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Dispute dispute)
    {
        json.WriteStartObject();
        json.WriteString("slug", dispute.Slug);
        json.WriteString("question", dispute.Question);
        json.WriteName("kind", dispute.Kind);
        json.WriteStartArray("positions");
        foreach (var position in dispute.Positions)
        {
            json.WriteStartObject();
            json.WriteString("side", position.Side);
            json.WriteStrings("claims", position.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("score", dispute.Score);
        json.WriteStrings("features", dispute.Features);
        json.WriteString("why", dispute.Why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ArithmeticCheck check, string file)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("kind", check.Kind);
        json.WriteStrings("terms", check.Terms);
        json.WriteString("total", check.Total);
        json.WriteNumber("computed", check.Computed);
        json.WriteName("holds", check.Holds);
        json.WriteString("why", check.Why);
        json.WriteEndObject();
    }
}
