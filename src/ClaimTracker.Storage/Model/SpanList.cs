using System.Globalization;
using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClaimTracker.Storage.Model;

/// <summary>Spans in a column: <c>12-40 52-80</c>.</summary>
internal sealed class SpanList() : ValueConverter<IReadOnlyList<TextSpan>, string>(spans => Write(spans), text => Read(text))
{
    public static string Write(IReadOnlyList<TextSpan> spans) =>
        string.Join(' ', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}")));

    /// <exception cref="FormatException">The text isn't what <see cref="Write"/> made.</exception>
    public static IReadOnlyList<TextSpan> Read(string text) => text.Length == 0 ? [] : text.Split(' ').Select(One).ToArray();

    private static TextSpan One(string pair)
    {
        var dash = pair.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1) throw new FormatException($"Expected a span such as 12-40, found '{pair}'.");
        return new(int.Parse(pair.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(pair.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    internal sealed class Comparer() : ValueComparer<IReadOnlyList<TextSpan>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)),
        spans => Write(spans).GetHashCode(StringComparison.Ordinal),
        spans => spans.ToArray());
}
