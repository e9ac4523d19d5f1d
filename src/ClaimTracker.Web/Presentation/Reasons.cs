using ClaimTracker.Domain;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Presentation;

/// <summary>Why a date is shown as it is, as a sentence.</summary>
public static class Reasons
{
    /// <summary>Whether a published date is shown with “≈”: worked out, or taken from the catalogue without being certain.</summary>
    public static bool IsApproximate(PublishedDate published) =>
        published.Basis is DateBasis.Inferred || (published.Basis is DateBasis.Catalogue && published.Earliest != published.Latest)
        || (published.Basis is DateBasis.Catalogue && published.Earliest is null);

    public static string Of(PublishedDate published) =>
        published.Evidence is { } evidence ? Formats.Fill(Texts.ReasonWithEvidence, Labels.Basis(published.Basis), evidence) : Labels.Basis(published.Basis);

    public static string Of(DateRange range) =>
        range.Words is { } words ? Formats.Fill(Texts.ReasonWords, Labels.Basis(range.Basis), words) : Labels.Basis(range.Basis);
}
