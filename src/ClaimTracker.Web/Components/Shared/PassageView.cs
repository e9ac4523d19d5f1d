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
        var language = WrittenLanguage.Of(passage.Text);
        var markup = new Markup().Add($"<blockquote class=\"passage\" dir=\"auto\"{("lang", language)}>");
        var named = PassagePart.Frame;
        foreach (var run in passage.Runs)
        {
            if (run.Is is PassagePart.Frame)
                AddFrame(markup, passage, run.Span);
            else
                AddPart(markup, passage, run, repeated: run.Is == named, mayDiffer: language is null);
            named = run.Is is PassagePart.Frame ? named : run.Is;
        }

        builder.AddContent(0, markup.Add($"</blockquote>").Done());
    }

    private TextSpan Around(string text)
    {
        TextSpan[] spans = [.. Claim.Content, .. new[] { Claim.SpeakerSpan, Claim.CueSpan }.OfType<TextSpan>()];
        var range = Paragraphs.Around(text, spans.Min(), spans.MaxBy(s => s.End));
        return range.End <= text.Length ? range : new(Math.Min(range.Start, text.Length), text.Length);
    }

    private static void AddPart(Markup markup, Passage passage, TextRun<PassagePart> run, bool repeated, bool mayDiffer)
    {
        var (css, name) = run.Is switch
        {
            PassagePart.Source => ("part part-source", Texts.PartSource),
            PassagePart.Cue => ("part part-cue", Texts.PartCue),
            _ => ("part part-content", Texts.PartContent),
        };
        var language = mayDiffer && run.Is is PassagePart.Content ? WrittenLanguage.Of(passage.Words(run.Span)) : null;
        markup.Add($"<mark class=\"{css}\"{("data-part", repeated ? null : name)}{("lang", language)}{("dir", Words.Direction(language))}>");
        PassageText.Add(markup, passage, run.Span, run.Is is PassagePart.Content, null);
        markup.Add($"</mark>");
    }

    private void AddFrame(Markup markup, Passage passage, TextSpan span)
    {
        var others = Detail.Claims.Where(c => c.Key != Claim.Key)
            .SelectMany(c => c.Content.Where(span.Contains).Select(s => (s, (ClaimRow?)c))).ToList();
        foreach (var run in TextRuns.Cut(span, others, null))
        {
            if (run.Is is { } other)
                markup.Add($"<a class=\"other\" href=\"{Urls.Claim(other.Key)}\">{passage.Words(run.Span)}</a>");
            else
                markup.Text(passage.Words(run.Span));
        }
    }
}
