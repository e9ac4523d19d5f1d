using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>When a claim was said or, where that is not known, when its article was published.</summary>
public sealed class Said : ComponentBase
{
    [Parameter, EditorRequired] public required ClaimRow Claim { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var published = Claim.Article.Published;
        if (Claim.SaidOn is { } said)
            Add(builder, said.From, said.To, IsApproximate(Claim), Reasons.Of(said));
        else if (published.Date is { } day)
        {
            builder.AddContent(0, $"{Texts.DatePublished} ");
            Add(builder, day, day, IsApproximate(Claim), Reasons.Of(published));
        }
        else
            Add(builder, null, null, false, null);
    }

    /// <summary>Whether the day that a claim stands under is worked out rather than printed.</summary>
    public static bool IsApproximate(ClaimRow claim) =>
        claim.SaidOn is { } said ? said.Basis is not DateBasis.Stated : Reasons.IsApproximate(claim.Article.Published);

    private static void Add(RenderTreeBuilder builder, DateOnly? from, DateOnly? to, bool approximate, string? reason)
    {
        builder.OpenComponent<Days>(1);
        builder.AddComponentParameter(2, nameof(Days.From), from);
        builder.AddComponentParameter(3, nameof(Days.To), to);
        builder.AddComponentParameter(4, nameof(Days.Approximate), approximate);
        builder.AddComponentParameter(5, nameof(Days.Reason), reason);
        builder.CloseComponent();
    }
}
