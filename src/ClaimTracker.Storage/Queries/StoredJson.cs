using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimTracker.Storage.Queries;

/// <summary>Readers and writers of JSON that the compiler makes: those that are made by reflection keep the first page of a start waiting.</summary>
[JsonSerializable(typeof(ClaimFilter))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>What is asked for, without order and grouping: two filters with the same key have the same claims.</summary>
    public static string Key(ClaimFilter filter) => JsonSerializer.Serialize(filter with { Sort = default, Group = default }, Default.ClaimFilter);
}
