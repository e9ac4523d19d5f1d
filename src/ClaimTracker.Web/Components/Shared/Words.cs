using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in its sentence: content loud, source and cue a step back, the frame quiet, figures and search hits marked.</summary>
/// <remarks>Written in code because white space between its pieces would change the words, and as a fragment because a component for each part of each card takes longer than its markup.</remarks>
public static class Words
{
    public static RenderFragment Of(ClaimRow claim, SearchHits? hits) => builder =>
    {
        var passage = Passage.Of(claim);
        builder.OpenElement(0, "blockquote");
        builder.AddAttribute(1, "class", "words");
        builder.AddAttribute(2, "dir", "auto");
        var language = WrittenLanguage.Of(passage.Text);
        builder.AddAttribute(3, "lang", language);
        foreach (var run in passage.Runs)
            AddRun(builder, claim, passage, run, hits, language is null);
        builder.CloseElement();
    };

    private static void AddRun(RenderTreeBuilder builder, ClaimRow claim, Passage passage, TextRun<PassagePart> run, SearchHits? hits, bool mayDiffer)
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
            builder.OpenElement(4, "span");
            builder.AddAttribute(5, "class", css);
            if (mayDiffer && run.Is is PassagePart.Content)
                AddLanguage(builder, passage.Words(run.Span));
        }

        PassageText.Add(builder, passage, run.Span, run.Is is PassagePart.Content, hits);
        if (css is not null)
            builder.CloseElement();
    }

    /// <summary>Words that run from the right in a sentence that does not.</summary>
    public static void AddLanguage(RenderTreeBuilder builder, string words)
    {
        if (WrittenLanguage.Of(words) is not { } language) return;
        builder.AddAttribute(7, "lang", language);
        builder.AddAttribute(8, "dir", "rtl");
    }
}
