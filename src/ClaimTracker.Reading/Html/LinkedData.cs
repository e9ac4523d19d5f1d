using System.Text.Json;

namespace ClaimTracker.Reading.Html;

/// <summary>What a page's JSON-LD says of its article.</summary>
internal sealed class LinkedData
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>NewsArticle, BlogPosting, Report and their kin.</summary>
    private static readonly string[] ArticleTypes = ["Article", "Posting", "Report"];

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Author { get; private set; }

    public string? Publisher { get; private set; }

    public string? Language { get; private set; }

    public static LinkedData Read(IEnumerable<string> scripts)
    {
        var found = new LinkedData();
        foreach (var script in scripts)
        {
            if (Parse(script) is not { } document) continue;
            using (document) found.Walk(document.RootElement);
        }

        return found;
    }

    /// <summary>A script that isn't JSON says nothing, as browsers and search engines have it.</summary>
    private static JsonDocument? Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(script.Trim().TrimEnd(';'), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Walk(JsonElement root)
    {
        var open = new Queue<JsonElement>();
        open.Enqueue(root);
        while (open.TryDequeue(out var at))
        {
            if (at.ValueKind == JsonValueKind.Array)
                foreach (var item in at.EnumerateArray()) open.Enqueue(item);
            else if (at.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(at)) Take(at);
                // Only containers of things are opened: what an article mentions or recommends is another article.
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                    if (at.TryGetProperty(name, out var inner)) open.Enqueue(inner);
            }
        }
    }

    private static bool IsArticle(JsonElement thing)
    {
        if (!thing.TryGetProperty("@type", out var type)) return false;
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticleName) : IsArticleName(type);
    }

    private static bool IsArticleName(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && type.GetString() is { } name
        && ArticleTypes.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private void Take(JsonElement article)
    {
        Headline ??= Text(article, "headline") ?? Text(article, "name");
        Published ??= Text(article, "datePublished");
        Modified ??= Text(article, "dateModified");
        Language ??= Text(article, "inLanguage");
        if (article.TryGetProperty("author", out var author)) Author ??= Names(author);
        if (article.TryGetProperty("publisher", out var publisher)) Publisher ??= Names(publisher);
    }

    private static string? Names(JsonElement of)
    {
        var names = of.ValueKind == JsonValueKind.Array ? of.EnumerateArray().Select(Name) : [Name(of)];
        var joined = string.Join(", ", names.Where(name => name is not null).Distinct());
        return joined.Length > 0 ? joined : null;
    }

    private static string? Name(JsonElement thing) => thing.ValueKind switch
    {
        JsonValueKind.String => Clean(thing.GetString()),
        JsonValueKind.Object => Text(thing, "name"),
        _ => null,
    };

    private static string? Text(JsonElement of, string property)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind == JsonValueKind.String ? Clean(value.GetString()) : null;
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
