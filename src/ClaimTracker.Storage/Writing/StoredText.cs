using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ClaimTracker.Domain;

namespace ClaimTracker.Storage.Writing;

/// <summary>The texts in which a SQLite file keeps values that are neither numbers nor bytes.</summary>
/// <remarks>The same forms as the EF model's: enums by name, lists of strings as JSON, spans as text, days and moments as the driver writes them.</remarks>
internal static class StoredText
{
    public const string DayForm = "yyyy-MM-dd";

    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ .,:;/()");

    private static readonly Dictionary<Enum, string> Names = [];

    /// <exception cref="ArgumentException">A value of another type.</exception>
    public static string Of(object value) => value switch
    {
        string text => text,
        Enum name => NameOf(name),
        DateOnly day => day.ToString(DayForm, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        IReadOnlyList<string> list => AsJson(list),
        IReadOnlyList<TextSpan> spans => Model.SpanList.Write(spans),
        _ => throw new ArgumentException($"Expected a value that has a form in the database, found a {value.GetType().Name}."),
    };

    /// <summary>As the serializer writes it, which is asked where a text has a letter that it would escape.</summary>
    private static string AsJson(IReadOnlyList<string> list)
    {
        if (list.Count == 0) return "[]";
        foreach (var text in list)
            if (text.AsSpan().ContainsAnyExcept(Plain)) return JsonSerializer.Serialize(list);
        return $"[\"{string.Join("\",\"", list)}\"]";
    }

    private static string NameOf(Enum value)
    {
        lock (Names)
            return Names.TryGetValue(value, out var name) ? name : Names[value] = value.ToString();
    }
}
