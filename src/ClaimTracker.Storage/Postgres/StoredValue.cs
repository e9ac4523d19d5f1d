using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Storage.Model;
using Npgsql;
using NpgsqlTypes;

namespace ClaimTracker.Storage.Postgres;

/// <summary>Values in the forms that the EF model gives them on PostgreSQL: enums by name, spans as text, lists of strings as lists.</summary>
internal static class StoredValue
{
    /// <exception cref="ArgumentException">A text has a character that PostgreSQL can't keep.</exception>
    public static object? As(object? value) => value switch
    {
        null => null,
        string text => Checked(text),
        Enum name => name.ToString(),
        IReadOnlyList<string> list => list.Select(Checked).ToArray(),
        IReadOnlyList<TextSpan> spans => SpanList.Write(spans),
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };

    /// <summary>The same for a column whose type is known.</summary>
    public static object? As(object? value, NpgsqlDbType type) => value is null ? null : type switch
    {
        NpgsqlDbType.Integer => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        NpgsqlDbType.Smallint => Convert.ToInt16(value, CultureInfo.InvariantCulture),
        NpgsqlDbType.Bigint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        NpgsqlDbType.Double => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => As(value),
    };

    /// <summary>A value in such a form as a parameter.</summary>
    /// <param name="value">What <see cref="As(object?)"/> made.</param>
    /// <param name="type">The column's; null where the server is to find out.</param>
    public static NpgsqlParameter Parameter(object? value, NpgsqlDbType? type)
    {
        if (value is SearchWords words) return new() { NpgsqlDbType = NpgsqlDbType.Unknown, Value = words.ToText() };
        var parameter = new NpgsqlParameter { Value = value ?? DBNull.Value };
        if (type is { } known) parameter.NpgsqlDbType = known;
        return parameter;
    }

    private static string Checked(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new ArgumentException("Expected text, found a character with the number 0 in it, which PostgreSQL does not keep.");
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw new ArgumentException("Expected text, found half a character in it (a lone surrogate), which PostgreSQL does not keep.");
            i++;
        }

        return text;
    }
}
