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
        var language = WrittenLanguage.Of(passage.Text);
        builder.AddAttribute(3, "lang", language);
        var named = PassagePart.Frame;
        foreach (var run in passage.Runs)
        {
            if (run.Is is PassagePart.Frame)
                AddFrame(builder, passage, run.Span);
            else
                AddPart(builder, passage, run, repeated: run.Is == named, mayDiffer: language is null);
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

    private static void AddPart(RenderTreeBuilder builder, Passage passage, TextRun<PassagePart> run, bool repeated, bool mayDiffer)
    {
        var (css, name) = run.Is switch
        {
            PassagePart.Source => ("part part-source", Texts.PartSource),
            PassagePart.Cue => ("part part-cue", Texts.PartCue),
            _ => ("part part-content", Texts.PartContent),
        };
        builder.OpenElement(4, "mark");
        builder.AddAttribute(5, "class", css);
        builder.AddAttribute(6, "data-part", repeated ? null : name);
        if (mayDiffer && run.Is is PassagePart.Content)
            Words.AddLanguage(builder, passage.Words(run.Span));
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
                builder.OpenElement(10, "a");
                builder.AddAttribute(11, "class", "other");
                builder.AddAttribute(12, "href", Urls.Claim(other.Key));
                builder.AddContent(13, passage.Words(run.Span));
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(14, passage.Words(run.Span));
            }
        }
    }
}
