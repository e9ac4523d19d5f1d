using System.Collections.Frozen;
using System.Text.Json;

namespace ClaimTracker.Web.Addresses;

/// <summary>What enum values are called in addresses and JSON: lower-case words joined by underscores, such as <c>calls_for</c>.</summary>
public static class AddressNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>Reads a name exactly as <see cref="Of"/> writes it; numbers and other spellings are none.</summary>
    public static bool TryRead<T>(string name, out T value)
        where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Names<T>.InOrder;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly string[] InOrder = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().Zip(InOrder).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
        public static readonly FrozenDictionary<string, T> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
