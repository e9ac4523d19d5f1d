using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ClaimTracker.Web.Exports;

/// <summary>A citation for Zotero, Pandoc and others that read CSL-JSON (schema 1.0.2).</summary>
public sealed record CslItem(
    string Id, string Type, string Title, IReadOnlyList<CslName> Author, [property: JsonPropertyName("container-title")] string ContainerTitle, string? Publisher,
    CslDate? Issued, [property: JsonPropertyName("URL")] string Url, string Note, string Source)
{
    public const string MediaType = "application/vnd.citationstyles.csl+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>A list of one, as programs import it.</summary>
    public static string Json(Citation citation) => JsonSerializer.Serialize(new[] { Of(citation) }, Options);

    private static CslItem Of(Citation citation)
    {
        var claim = citation.Claim;
        return new(
            citation.Id, "document", claim.Words, [new(claim.Speaker.Name)], claim.Article.Title, claim.Article.Source?.Name,
            citation.Days is var (from, to, inferred) ? new(from == to ? [Parts(from)] : [Parts(from), Parts(to)], inferred ? true : null) : null,
            citation.Address, citation.Note, Resources.Texts.ProductName);
    }

    private static int[] Parts(DateOnly day) => [day.Year, day.Month, day.Day];
}

/// <summary>A name that is not taken apart: speakers are offices and groups as well as persons.</summary>
public sealed record CslName(string Literal);

/// <summary>A day, or the first and the last; <c>Circa</c> where it is worked out and not printed.</summary>
public sealed record CslDate([property: JsonPropertyName("date-parts")] IReadOnlyList<int[]> DateParts, bool? Circa);
