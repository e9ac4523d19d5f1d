using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Addresses;
using ClaimTracker.Web.Presentation;
using ClaimTracker.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in its paragraph: source, cue and content each with its name, other claims of the paragraph as links.</summary>
public sealed class PassageView : ComponentBase
{
    [Parameter, EditorRequired] public required ClaimRow Claim { get; set; }

    [Parameter, EditorRequired] public required ArticleDetail Detail { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var text = Detail.Article.Text;
        var around = Around(text);
        var passage = Passage.Of(Claim, text[around.Start..around.End], around.Start);
        builder.OpenElement(0, "blockquote");
        builder.AddAttribute(1, "class", "passage");
        builder.AddAttribute(2, "dir", "auto");
        var named = PassagePart.Frame;
        foreach (var run in passage.Runs)
        {
            if (run.Is is PassagePart.Frame)
                AddFrame(builder, passage, run.Span);
            else
                AddPart(builder, passage, run, repeated: run.Is == named);
            named = run.Is is PassagePart.Frame ? named : run.Is;
        }

        builder.CloseElement();
    }

    private TextSpan Around(string text)
    {
        TextSpan[] spans = [.. Claim.Content, .. new[] { Claim.SpeakerSpan, Claim.CueSpan }.OfType<TextSpan>()];
        var range = Paragraphs.Around(text, spans.Min(), spans.MaxBy(s => s.End));
        return range.End <= text.Length ? range : new(Math.Min(range.Start, text.Length), text.Length);
    }

    private static void AddPart(RenderTreeBuilder builder, Passage passage, TextRun<PassagePart> run, bool repeated)
    {
        var (css, name) = run.Is switch
        {
            PassagePart.Source => ("part part-source", Texts.PartSource),
            PassagePart.Cue => ("part part-cue", Texts.PartCue),
            _ => ("part part-content", Texts.PartContent),
        };
        builder.OpenElement(3, "mark");
        builder.AddAttribute(4, "class", css);
        builder.AddAttribute(5, "data-part", repeated ? null : name);
        PassageText.Add(builder, passage, run.Span, run.Is is PassagePart.Content, null);
        builder.CloseElement();
    }

    private void AddFrame(RenderTreeBuilder builder, Passage passage, TextSpan span)
    {
        var others = Detail.Claims.Where(c => c.Key != Claim.Key)
            .SelectMany(c => c.Content.Where(span.Contains).Select(s => (s, (ClaimRow?)c))).ToList();
        foreach (var run in TextRuns.Cut(span, others, null))
        {
            if (run.Is is { } other)
            {
                builder.OpenElement(6, "a");
                builder.AddAttribute(7, "class", "other");
                builder.AddAttribute(8, "href", Urls.Claim(other.Key));
                builder.AddContent(9, passage.Words(run.Span));
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(10, passage.Words(run.Span));
            }
        }
    }
}
