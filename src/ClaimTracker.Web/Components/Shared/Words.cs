using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in its sentence: content loud, source and cue a step back, the frame quiet, figures and search hits marked.</summary>
/// <remarks>Written in code because white space between its pieces would change the words.</remarks>
public sealed class Words : ComponentBase
{
    [Parameter, EditorRequired] public required ClaimRow Claim { get; set; }

    [Parameter] public SearchHits? Hits { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var passage = Passage.Of(Claim);
        builder.OpenElement(0, "blockquote");
        builder.AddAttribute(1, "class", "words");
        builder.AddAttribute(2, "dir", "auto");
        foreach (var run in passage.Runs)
            AddRun(builder, passage, run);
        builder.CloseElement();
    }

    private void AddRun(RenderTreeBuilder builder, Passage passage, TextRun<PassagePart> run)
    {
        var css = run.Is switch
        {
            PassagePart.Source => "src",
            PassagePart.Cue => "cue",
            PassagePart.Content => Claim.ContentDenied ? "said denied" : "said",
            _ => null,
        };
        if (css is not null)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", css);
        }

        PassageText.Add(builder, passage, run.Span, run.Is is PassagePart.Content, Hits);
        if (css is not null)
            builder.CloseElement();
    }
}
