namespace ClaimTracker.Domain;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both included. A missing end is open: “since January”, “by October”.</summary>
/// <param name="From">The first day, or null where only the last is known.</param>
/// <param name="To">The last day, or null where it is open.</param>
/// <param name="Basis">How it is known: <see cref="DateBasis.Stated"/> printed, <see cref="DateBasis.Inferred"/> from relative words.</param>
/// <param name="Words">The article's words that it was read from, such as “since January”; null where there are none.</param>
public sealed record DateRange(DateOnly? From, DateOnly? To, DateBasis Basis = DateBasis.Inferred, string? Words = null)
{
    /// <summary>One day.</summary>
    public static DateRange Day(DateOnly day, DateBasis basis = DateBasis.Stated, string? words = null) => new(day, day, basis, words);

    /// <summary>Whether the two share a day; open ends reach as far as need be.</summary>
    public bool Overlaps(DateRange other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);
}

/// <summary>How a date is known. The later in this list, the firmer; a firmer one wins.</summary>
public enum DateBasis
{
    /// <summary>Not known, and not guessed.</summary>
    Unknown,

    /// <summary>Worked out from what the article says: weekdays, “last week”, counts and rates.</summary>
    Inferred,

    /// <summary>From the catalogue that stands beside the files.</summary>
    Catalogue,

    /// <summary>From the page's metadata.</summary>
    Metadata,

    /// <summary>Printed in the article.</summary>
    Stated,
}

/// <summary>When an article was published, as far as that is known, and why.</summary>
/// <param name="Date">The best single day, or null where unknown.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Evidence">A sentence that says why, in words a reader can check; null where the date is unknown.</param>
/// <param name="Earliest">The earliest day it can be; equals <paramref name="Date"/> where that is certain.</param>
/// <param name="Latest">The latest day it can be.</param>
public sealed record PublishedDate(DateOnly? Date, DateBasis Basis, string? Evidence = null, DateOnly? Earliest = null, DateOnly? Latest = null)
{
    /// <summary>Nothing is known.</summary>
    public static PublishedDate Unknown { get; } = new(null, DateBasis.Unknown);
}
