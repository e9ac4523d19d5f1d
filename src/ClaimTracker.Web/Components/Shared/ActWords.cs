using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>What the speaker does, to whom and through whom: “accuses Ruritania, via state radio”.</summary>
public sealed class ActWords : ComponentBase
{
    [Parameter, EditorRequired] public required ClaimRow Claim { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "act");
        builder.AddContent(2, Of(Claim));
        builder.CloseElement();
    }

    public static string Of(ClaimRow claim)
    {
        var words = Labels.Act(claim.Act);
        if (claim.Target is { } target && claim.Act is ClaimAct.Accuses or ClaimAct.Condemns)
            words = $"{words} {claim.Target!.Name}";
        if (claim.ReportedBy is { } via)
            words = Formats.Fill(Texts.CardVia, words, via.Name);
        return claim.InTitle ? Formats.Fill(Texts.CardInTitle, words) : words;
    }
}
