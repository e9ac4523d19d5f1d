using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in its sentence: content loud, source and cue a step back, the frame quiet, figures and search hits marked.</summary>
/// <remarks>Written in code because white space between its pieces would change the words, and as a fragment because a component for each part of each card takes longer than its markup.</remarks>
internal static class Words
{
    public static RenderFragment Of(ClaimRow claim, SearchHits? hits) => builder =>
    {
        var passage = Passage.Of(claim);
        builder.OpenElement(0, "blockquote");
        builder.AddAttribute(1, "class", "words");
        builder.AddAttribute(2, "dir", "auto");
        foreach (var run in passage.Runs)
            AddRun(builder, claim, passage, run, hits);
        builder.CloseElement();
    };

    private static void AddRun(RenderTreeBuilder builder, ClaimRow claim, Passage passage, TextRun<PassagePart> run, SearchHits? hits)
    {
        var css = run.Is switch
        {
            PassagePart.Source => "src",
            PassagePart.Cue => "cue",
            PassagePart.Content => claim.ContentDenied ? "said denied" : "said",
            _ => null,
        };
        if (css is not null)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", css);
        }

        PassageText.Add(builder, passage, run.Span, run.Is is PassagePart.Content, hits);
        if (css is not null)
            builder.CloseElement();
    }
}
