using System.Globalization;

namespace ClaimTracker.Storage.Queries;

/// <summary>The place after which a page begins: the order, the sort key of the last claim, and its id.</summary>
internal readonly record struct ClaimCursor(ClaimSort Sort, long SortKey, int Id)
{
    /// <summary>Whether a claim comes after this place, in an order of ascending sort keys and ids.</summary>
    public bool Precedes(long sortKey, int id) => sortKey > SortKey || (sortKey == SortKey && id > Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letter(Sort)}{SortKey:x}.{Id:x}");

    /// <exception cref="FormatException">The text is none, or one of another order.</exception>
    public static ClaimCursor Parse(string text, ClaimSort sort)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 2 || text[0] != Letter(sort)
            || !long.TryParse(text.AsSpan(1, dot - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            || !int.TryParse(text.AsSpan(dot + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            || new ClaimCursor(sort, key, id).ToString() != text)
            throw new FormatException($"Expected the 'next' of an earlier page in this order, found '{text}'.");
        return new(sort, key, id);
    }

    private static char Letter(ClaimSort sort) => sort switch
    {
        ClaimSort.Newest => 'n',
        ClaimSort.Oldest => 'o',
        ClaimSort.Relevance => 'r',
        ClaimSort.EventDate => 'e',
        ClaimSort.Published => 'p',
        ClaimSort.Added => 'a',
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };
}
