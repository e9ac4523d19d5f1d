using System.Net.Http.Json;
using System.Text.Json;

namespace ClaimTracker.Browser.Tests.Running;

/// <summary>What the program holds, as its API says: tests take keys and names from here instead of knowing them.</summary>
internal sealed record Collection(
    IReadOnlyList<ClaimInfo> Claims, IReadOnlyList<DisputeInfo> Disputes, IReadOnlyList<ArticleInfo> Articles, IReadOnlyList<ActorInfo> Actors,
    IReadOnlyList<NamedInfo> Sources)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<Collection> ReadAsync(HttpClient http) => new(
        await ClaimsAsync(http), await AllAsync<DisputeInfo>(http, "disputes"), await AllAsync<ArticleInfo>(http, "articles"),
        await AllAsync<ActorInfo>(http, "actors"), await AllAsync<NamedInfo>(http, "sources"));

    /// <summary>The claims that parameters ask for, page by page.</summary>
    public static Task<IReadOnlyList<ClaimInfo>> ClaimsAsync(HttpClient http, string parameters = "") => AllAsync<ClaimInfo>(http, "claims", parameters);

    private static async Task<IReadOnlyList<T>> AllAsync<T>(HttpClient http, string list, string parameters = "")
    {
        var items = new List<T>();
        string? next = null;
        do
        {
            var address = $"/api/v1/{list}?pageSize=500&{parameters}" + (next is null ? "" : $"&after={Uri.EscapeDataString(next)}");
            var page = await http.GetFromJsonAsync<Page<T>>(address, Web);
            items.AddRange(page!.Items);
            next = page.Next;
        }
        while (next is not null);
        return items;
    }

    private sealed record Page<T>(int Total, string? Next, IReadOnlyList<T> Items);
}

internal sealed record NamedInfo(string Id, string Name);

internal sealed record ActorInfo(string Id, string Name, string? Side, int Claims);

internal sealed record SpeakerInfo(string Id, string Name, string? Side);

internal sealed record ArticleInfo(string Key, string File, string Title, int Claims);

internal sealed record QuestionInfo(string Slug, string Question);

internal sealed record ClaimInfo(
    string Key, SpeakerInfo Speaker, string Content, ArticleInfo Article, IReadOnlyList<JsonElement> Statistics, IReadOnlyList<QuestionInfo> Disputes)
{
    /// <summary>The words up to the first interruption, as they stand on pages in one piece.</summary>
    public string FirstWords => Content.Split(" … ")[0];
}

internal sealed record DisputeInfo(string Slug, string Question, string Kind, IReadOnlyList<PositionInfo> Positions);

internal sealed record PositionInfo(string Side, IReadOnlyList<ClaimInfo> Claims);
