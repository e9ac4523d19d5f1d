using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>When a claim was said or, where that is not known, when its article was published.</summary>
internal static class Said
{
    public static MarkupString Of(ClaimRow claim)
    {
        var markup = new Markup();
        Add(markup, claim);
        return markup.Done();
    }

    public static void Add(Markup markup, ClaimRow claim)
    {
        var published = claim.Article.Published;
        if (claim.SaidOn is { } said)
            Days.Add(markup, said.From, said.To, IsApproximate(claim), Reasons.Of(said));
        else if (published.Date is { } day)
            Days.Add(markup.Text(Texts.DatePublished).Text(" "), day, day, IsApproximate(claim), Reasons.Of(published));
        else
            Days.Add(markup, null, null, false, null);
    }

    /// <summary>Whether the day that a claim stands under is worked out rather than printed.</summary>
    public static bool IsApproximate(ClaimRow claim) =>
        claim.SaidOn is { } said ? said.Basis is not DateBasis.Stated : Reasons.IsApproximate(claim.Article.Published);
}
