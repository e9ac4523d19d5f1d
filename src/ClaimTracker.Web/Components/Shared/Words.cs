using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>A claim in its sentence: content loud, source and cue a step back, the frame quiet, figures and search hits marked.</summary>
/// <remarks>Written in code because white space between its pieces would change the words.</remarks>
public static class Words
{
    public static void Add(Markup markup, ClaimRow claim, SearchHits? hits)
    {
        var passage = Passage.Of(claim);
        var language = WrittenLanguage.Of(passage.Text);
        markup.Add($"<blockquote class=\"words\" dir=\"auto\"{("lang", language)}>");
        foreach (var run in passage.Runs)
            AddRun(markup, claim, passage, run, hits, language is null);
        markup.Add($"</blockquote>");
    }

    private static void AddRun(Markup markup, ClaimRow claim, Passage passage, TextRun<PassagePart> run, SearchHits? hits, bool mayDiffer)
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
            var language = mayDiffer && run.Is is PassagePart.Content ? WrittenLanguage.Of(passage.Words(run.Span)) : null;
            markup.Add($"<span class=\"{css}\"{("lang", language)}{("dir", Direction(language))}>");
        }

        PassageText.Add(markup, passage, run.Span, run.Is is PassagePart.Content, hits);
        if (css is not null)
            markup.Add($"</span>");
    }

    /// <summary>Of words in a sentence of another language: all languages that are told by their letters run from the right.</summary>
    public static string? Direction(string? language) => language is null ? null : "rtl";
}
