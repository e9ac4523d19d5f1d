using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Cli.Output;

/// <summary>An article with all that was read in it.</summary>
internal static class AnalysisJson
{
    public static void Write(Utf8JsonWriter json, ArticleAnalysis analysis, bool withRules)
    {
        var article = analysis.Article;
        json.WriteStartObject();
        json.WriteString("file", article.FileName);
        json.WriteString("text", article.FromHtml ? article.Text : null);
        json.WriteString("title", article.Title);
        json.WriteString("source", article.Source?.Name);
        json.WriteString("dateline", article.Dateline);
        json.WriteStartObject("published");
        json.WriteDate("date", article.Published.Date);
        json.WriteName("basis", article.Published.Basis);
        json.WriteString("evidence", article.Published.Evidence);
        json.WriteEndObject();
        json.WriteSpan("body", article.Body);
        json.WriteSpans("boilerplate", article.Boilerplate);
        json.WriteStartArray("claims");
        foreach (var claim in analysis.Claims) Write(json, claim, withRules);
        json.WriteEndArray();
        json.WriteStartArray("statistics");
        foreach (var statistic in analysis.Statistics) Write(json, statistic, withRules);
        json.WriteEndArray();
        json.WriteStartArray("mentions");
        foreach (var mention in analysis.Mentions) Write(json, mention);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Claim claim, bool withRules)
    {
        json.WriteStartObject();
        json.WriteString("key", claim.Key);
        Write(json, claim.Speaker);
        json.WriteString("reportedBy", claim.ReportedBy);
        Write(json, claim.Cue);
        json.WriteName("act", claim.Act);
        json.WriteName("quotation", claim.Quotation);
        json.WriteSpans("content", claim.Content);
        json.WriteBoolean("contentDenied", claim.ContentDenied);
        json.WriteString("nestedIn", claim.NestedIn);
        json.WriteBoolean("inTitle", claim.InTitle);
        json.WriteBoolean("implicit", claim.Implicit);
        json.WriteString("target", claim.Target);
        json.WriteRange("saidOn", claim.SaidOn);
        json.WriteStrings("topics", claim.Topics);
        json.WriteStrings("places", claim.Places);
        json.WriteRange("eventDate", claim.EventDate);
        json.WriteStrings("statistics", claim.Statistics);
        json.WriteNumber("confidence", claim.Confidence);
        if (withRules) json.WriteStrings("rules", claim.Rules);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteStartObject("speaker");
        json.WriteString("id", speaker.ActorId);
        json.WriteString("name", speaker.Name);
        json.WriteString("side", speaker.Side);
        json.WriteSpan("span", speaker.Span);
        json.WriteBoolean("anaphoric", speaker.Anaphoric);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cue? cue)
    {
        if (cue is null)
        {
            json.WriteNull("cue");
            return;
        }

        json.WriteStartObject("cue");
        json.WriteString("lemma", cue.Lemma);
        json.WriteSpan("span", cue.Span);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Statistic statistic, bool withRules)
    {
        json.WriteStartObject();
        json.WriteString("id", statistic.Id);
        json.WriteSpan("span", statistic.Span);
        json.WriteNumberOrNull("low", statistic.Low);
        json.WriteNumberOrNull("high", statistic.High);
        json.WriteName("qualifier", statistic.Qualifier);
        json.WriteString("unit", statistic.Unit);
        json.WriteString("measure", statistic.Measure);
        json.WriteString("counted", statistic.Counted);
        json.WriteString("ofSide", statistic.OfSide);
        json.WriteString("place", statistic.Place);
        json.WriteRange("period", statistic.Period, withWords: true);
        json.WriteString("claimedBy", statistic.ClaimedBy);
        if (withRules) json.WriteStrings("rules", statistic.Rules);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Mention mention)
    {
        json.WriteStartObject();
        json.WriteString("actor", mention.Actor);
        json.WriteSpan("span", mention.Span);
        json.WriteEndObject();
    }
}
