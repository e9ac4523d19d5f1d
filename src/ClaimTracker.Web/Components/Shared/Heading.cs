using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A heading of the level that fits where it stands, so that the outline of every page stays whole.</summary>
public sealed class Heading : ComponentBase
{
    /// <summary>2 to 6.</summary>
    [Parameter, EditorRequired] public required int Level { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(Level, 2, 6)}"));
        builder.AddContent(1, ChildContent);
        builder.CloseElement();
    }
}
