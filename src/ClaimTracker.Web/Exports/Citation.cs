using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Components.Shared;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;

namespace ClaimTracker.Web.Exports;

/// <summary>What has to be named so that anybody finds the words again: who, what, when, in which article, and where in it. Days are written as ISO 8601 does, the same everywhere.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Address">Its page, whole.</param>
public sealed record Citation(ClaimRow Claim, string Address)
{
    public static Citation Of(ClaimRow claim, Links links) => new(claim, links.Claim(claim.Key));

    /// <summary>The name of the record in bibliographies.</summary>
    public string Id => $"claim-{Claim.Key}";

    /// <summary>The day on which it was said or, where that is not known, its article was published.</summary>
    public (DateOnly From, DateOnly To, bool IsInferred)? Days => (Claim.SaidOn, Claim.Article.Published) switch
    {
        ({ From: { } from } said, _) => (from, said.To ?? from, said.Basis is not DateBasis.Stated),
        (_, { Date: { } day } published) => (day, day, Reasons.IsApproximate(published)),
        _ => null,
    };

    public string Article => Claim.Article.Source is { } source ? Formats.Fill(Texts.CiteArticle, Claim.Article.Title, source.Name) : Claim.Article.Title;

    /// <summary>What the words are and where: “denies, in the reporter’s words; characters 10–20; claim …”.</summary>
    public string Note => FormattableString.Invariant(
        $"{ActWords.Of(Claim)}, {Labels.Quotation(Claim.Quotation)}; {Texts.ProductName}, claim {Claim.Key}, characters {Claim.Content[0].Start}–{Claim.Content[^1].End}");

    /// <summary>One line for a footnote.</summary>
    public string Text => Formats.Fill(
        Texts.CiteText, Formats.Sentence(Claim.Speaker.Name), ActWords.Of(Claim), Line(Claim.Words), Article, DaysInWords, Claim.Content[0].Start.ToString(Invariant),
        Claim.Content[^1].End.ToString(Invariant), Texts.ProductName, Claim.Key, Address);

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    /// <summary>Words of several lines on one.</summary>
    public static string Line(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string DaysInWords => Days switch
    {
        null => Texts.DateUnknown,
        var (from, to, inferred) => (inferred ? "≈ " : "") + (from == to ? Formats.Machine(from) : $"{Formats.Machine(from)}/{Formats.Machine(to)}"),
    };
}
