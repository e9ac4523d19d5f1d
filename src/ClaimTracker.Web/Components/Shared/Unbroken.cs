using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A text in large type whose days, “12–13 October”, stay on one line: a line must not end within them.</summary>
public sealed partial class Unbroken : ComponentBase
{
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var done = 0;
        foreach (var days in Days().EnumerateMatches(Text))
        {
            builder.AddContent(0, Text[done..days.Index]);
            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "class", "unbroken");
            builder.AddContent(3, Text.Substring(days.Index, days.Length));
            builder.CloseElement();
            done = days.Index + days.Length;
        }

        builder.AddContent(4, Text[done..]);
    }

    [GeneratedRegex(@"\d+–\d+( \p{L}+)?")]
    private static partial Regex Days();
}
