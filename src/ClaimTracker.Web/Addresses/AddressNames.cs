using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClaimTracker.Web.Addresses;

/// <summary>What enum values are called in addresses and JSON: lower-case words joined by underscores, such as <c>calls_for</c>.</summary>
public static class AddressNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByNumber[Unsafe.BitCast<T, int>(value)];

    /// <summary>Reads a name exactly as <see cref="Of"/> writes it; numbers and other spellings are none.</summary>
    public static bool TryRead<T>(string name, out T value)
        where T : struct, Enum
    {
        var isName = Names<T>.ByName.TryGetValue(name, out var number);
        value = Unsafe.BitCast<int, T>(number);
        return isName;
    }

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Names<T>.InOrder;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly string[] InOrder = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

        // By number and by name, whatever the enum: a dictionary for each would have to be compiled while the first page waits.
        public static readonly Dictionary<int, string> ByNumber = [];
        public static readonly Dictionary<string, int> ByName = new(StringComparer.Ordinal);

        static Names()
        {
            var numbers = Enum.GetValuesAsUnderlyingType<T>();
            for (var i = 0; i < InOrder.Length; i++)
            {
                var number = (int)numbers.GetValue(i)!;
                ByNumber.Add(number, InOrder[i]);
                ByName.Add(InOrder[i], number);
            }
        }
    }
}
