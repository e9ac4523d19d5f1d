using ClaimTracker.Domain;
using ClaimTracker.Storage.Queries;
using ClaimTracker.Web.Presentation;

namespace ClaimTracker.Web.Components.Shared;

/// <summary>Writes a stretch of a passage with its figures and search hits marked.</summary>
internal static class PassageText
{
    public static void Add(Markup markup, Passage passage, TextSpan span, bool withFigures, SearchHits? hits)
    {
        var figures = withFigures ? passage.Figures.Select(f => (f.Span, (StatisticRow?)f)).ToList() : [];
        foreach (var run in TextRuns.Cut(span, figures, null))
        {
            if (run.Is is { } figure)
                markup.Add($"<data class=\"fig\"{("value", (figure.Low ?? figure.High) is { } value ? Formats.Machine(value) : null)}>");
            AddHits(markup, passage, run.Span, hits);
            if (run.Is is not null)
                markup.Add($"</data>");
        }
    }

    private static void AddHits(Markup markup, Passage passage, TextSpan span, SearchHits? hits)
    {
        if (hits is null)
        {
            markup.Text(passage.Words(span));
            return;
        }

        // Searched in the whole passage, not in the stretch: a phrase may run across its border.
        var found = hits.In(passage.Text, passage.Offset).Select(hit => (hit, true)).ToList();
        foreach (var run in TextRuns.Cut(span, found, false))
        {
            if (run.Is)
                markup.Add($"<mark class=\"hit\">{passage.Words(run.Span)}</mark>");
            else
                markup.Text(passage.Words(run.Span));
        }
    }
}
