namespace ClaimTracker.Storage.Columns;

/// <summary>Claims that make the same statement as others. Few do: they stand here, not in a column.</summary>
/// <param name="claims">Ids, ascending.</param>
/// <param name="groups">For each the number of its group, from 0; a claim in several repeats belongs to the first.</param>
internal sealed class RepeatGroups(int[] claims, int[] groups)
{
    public static RepeatGroups None { get; } = new([], []);

    /// <summary>One more than the largest number.</summary>
    public int Count { get; } = groups.Length == 0 ? 0 : groups.Max() + 1;

    public ReadOnlySpan<int> Claims => claims;

    public ReadOnlySpan<int> Groups => groups;

    public int Bytes => (claims.Length + groups.Length) * sizeof(int);

    public static RepeatGroups Read(KeptNumbers from) => new(from.All<int>(), from.All<int>());

    public void Write(KeptNumbers to)
    {
        to.AddAll<int>(claims);
        to.AddAll<int>(groups);
    }

    /// <summary>Without claims that are no longer there.</summary>
    public RepeatGroups Of(Predicate<int> isThere) => Array.TrueForAll(claims, isThere)
        ? this
        : new([.. claims.Where(c => isThere(c))], [.. groups.Where((_, i) => isThere(claims[i]))]);

    /// <summary>Null for a claim that stands alone.</summary>
    public int? GroupOf(int claim) => Array.BinarySearch(claims, claim) is >= 0 and var at ? groups[at] : null;
}
