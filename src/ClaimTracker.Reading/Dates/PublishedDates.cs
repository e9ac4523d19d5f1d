using ClaimTracker.Domain;

namespace ClaimTracker.Reading.Dates;

/// <summary>Which of several accounts of a publication date stands.</summary>
internal static class PublishedDates
{
    /// <summary>The firmest: stated over metadata over catalogue over inferred. Among equals the first.</summary>
    public static PublishedDate Firmest(params ReadOnlySpan<PublishedDate?> candidates)
    {
        var best = PublishedDate.Unknown;
        foreach (var candidate in candidates)
            if (candidate is { Date: not null } && (best.Date is null || candidate.Basis > best.Basis)) best = candidate;
        return best;
    }
}
