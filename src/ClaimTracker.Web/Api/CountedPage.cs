using System.Globalization;

namespace ClaimTracker.Web.Api;

/// <summary>
/// Where a page begins in a list whose rows are long to read, so that only those of the page are read: how many rows come before, and the key of the
/// last of them. The number finds the place at once; the key says whether it is still the place.
/// </summary>
internal static class CountedPage
{
    /// <summary>How many rows are looked through at a time for a key that has moved.</summary>
    private const int Stride = 500;

    /// <summary>What goes into <c>after</c> for the page that follows some rows.</summary>
    /// <param name="seen">Rows up to and with the last of the page; at least 1.</param>
    /// <param name="key">Of the last.</param>
    public static string After(int seen, string key) => string.Create(CultureInfo.InvariantCulture, $"{seen}-{key}");

    /// <summary>How many rows come before a page; null where no row has the key.</summary>
    /// <param name="after">As <see cref="After"/> wrote it; null for the first page.</param>
    /// <param name="key">Of a row, its own.</param>
    /// <param name="read">Some rows: how many to leave out, how many at most.</param>
    public static async Task<int?> SkipAsync<T>(string? after, Func<T, string> key, Func<int, int, Task<IReadOnlyList<T>>> read)
    {
        if (after is null)
            return 0;
        var dash = after.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1 || !int.TryParse(after.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen < 1)
            return null;
        var last = after[(dash + 1)..];
        if (await read(seen - 1, 1) is [var there] && key(there) == last)
            return seen;
        for (var from = 0; await read(from, Stride) is { Count: > 0 } rows; from += Stride)
        {
            if (rows.Index().FirstOrDefault(r => key(r.Item) == last, (-1, default!)).Index is >= 0 and var at)
                return from + at + 1;
        }

        return null;
    }
}
