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
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("arithmetic");
        foreach (var check in found.Arithmetic) Write(json, check, files[check.ArticleKey]);
        json.WriteEndArray();
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
