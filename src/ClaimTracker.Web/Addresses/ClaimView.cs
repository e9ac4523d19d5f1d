using ClaimTracker.Storage.Queries;

namespace ClaimTracker.Web.Addresses;

/// <summary>How claims are laid out on their page.</summary>
public enum ClaimLayout
{
    List,
    Columns,
}

/// <summary>Everything that the address of a view of claims says.</summary>
public sealed record ClaimView
{
    public const int DefaultPageSize = 50;
    public const int LargestPageSize = 500;

    public ClaimFilter Filter { get; init; } = new();

    public ClaimLayout Layout { get; init; }

    /// <summary>Where the page begins: what the page before it gave as next; null for the first.</summary>
    public string? After { get; init; }

    /// <summary>1 to <see cref="LargestPageSize"/>.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>The same view of another selection, from its first page.</summary>
    public ClaimView Of(ClaimFilter filter) => this with { Filter = filter, After = null };
}
